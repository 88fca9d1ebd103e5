import { useDidShow, useShareAppMessage } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';

import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { ShopPage } from '../shared/shop-page';
import { usePageTitle, usePageQuery } from '../../page-hooks';
import { PATHS } from '../../paths';
import { SessionView } from './session-view';
import './index.css';
import { useSales } from '../shared/merchant-stores';

/** The page a session's card opens. */
function publicPath(sessionId: string): string {
  return PATHS.publicSession.url({ id: sessionId });
}

/** A session for its own people: state and steps, money and ledger, card, history. */
export default observer(function MerchantSessionPage() {
  const sessionId = usePageQuery(PATHS.session).id ?? '';
  const shopId = sessionId.split('.')[0] ?? '';
  const { liveSessions, share, shops } = useStores();
  const sales = useSales();
  const t = useMerchantText();
  usePageTitle(t.merchantSession.session.title);
  const load = () => {
    void liveSessions.loadSession(sessionId);
    void sales.load({ shopId, sessionId, month: null });
  };
  useDidShow(load);
  // WeChat takes the answer at once, so the card was made before the tap.
  useShareAppMessage(() => {
    const card = share.card(publicPath(sessionId));
    if (!card) return { title: shops.shop(shopId)?.name ?? '', path: publicPath(sessionId) };
    return {
      title: card.title,
      path: card.path,
      ...(card.picture === null ? {} : { imageUrl: card.picture }),
    };
  });
  return (
    <ShopPage shopId={shopId}>
      {(shop) => {
        const session = liveSessions.session(sessionId);
        const { value, at } = session;
        if (value) return <SessionView shop={shop} session={value} readAt={at} />;
        return (
          <PageFrame>
            <Reading reading={session} onRetry={load} />
          </PageFrame>
        );
      }}
    </ShopPage>
  );
});
