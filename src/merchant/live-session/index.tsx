import { useDidShow, useShareAppMessage } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';

import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { shopIdOf } from '../../domain/shop/ids';
import { shownText } from '../../domain/words/shown';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { ShopPage } from '../shared/shop-page';
import { sharedMessage, usePageTitle, usePageQuery } from '../../page-hooks';
import { linkTo, PATHS } from '../../paths';
import { SessionView } from './session-view';
import './index.css';
import { useSales } from '../shared/merchant-stores';

/** A session for its own people: state and steps, money and ledger, card, history. */
export default observer(function MerchantSessionPage() {
  const sessionId = usePageQuery(PATHS.session).id ?? '';
  const shopId = shopIdOf(sessionId);
  const { liveSessions, share, shops } = useStores();
  const sales = useSales();
  const t = useMerchantText();
  usePageTitle(t.merchantSession.session.title);
  const load = () => {
    void liveSessions.loadSession(sessionId);
    void sales.load({ shopId, sessionId, month: null });
  };
  useDidShow(load);
  // WeChat takes the answer at once, so the card was prepared before the tap.
  useShareAppMessage(() => {
    const path = linkTo('publicSession', sessionId, 'card');
    const shop = shops.shop(shopId);
    const title = shop ? shownText(shop, 'name', shop.name) : t.common.app.name;
    return sharedMessage(share.card(path) ?? { title, path, picture: null });
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
