import Taro, {
  useDidShow,
  usePullDownRefresh,
  useShareAppMessage,
  useShareTimeline,
} from '@tarojs/taro';
import { observer } from 'mobx-react-lite';

import { shopCard } from '../../domain/share-card';
import { useLang, useText } from '../../i18n';
import { sharedMessage, usePageQuery, usePageTitle, usePreparedCard } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { PublicPage } from '../shared/public-page';
import { ShopContent } from './shop-content';
import './index.css';

/** A store's public page: one call, no login, no money. */
export default observer(function ShopPage() {
  const { ui, discover, share } = useStores();
  const { publicPages } = useText();
  const lang = useLang();
  const id = usePageQuery(PATHS.shop).id ?? '';
  const read = id === '' ? null : discover.shopPage(id);
  const page = read?.value ?? null;
  const load = async (): Promise<void> => {
    ui.tick();
    if (id !== '') await discover.loadShop(id);
  };
  const path = PATHS.shop.url({ id });
  const card =
    page &&
    shopCard(
      {
        id: page.shop.id,
        name: page.shop.name,
        intro: page.shop.intro,
        isVerified: page.shop.verification.state === 'verified',
        sessions: [...page.onAir, ...page.coming],
      },
      { path, lang, now: ui.now },
    );
  usePageTitle(publicPages.shopTitle);
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));
  usePreparedCard(card);
  useShareAppMessage(() => sharedMessage(share.card(path) ?? (card && { ...card, picture: null })));
  useShareTimeline(() => ({ title: card?.title ?? publicPages.shopTitle, query: `id=${id}` }));
  return (
    <PublicPage read={read} notFound={publicPages.notFoundShop} onRetry={() => void load()}>
      {(found) => <ShopContent page={found} onShare={() => share.canPost && share.post(path)} />}
    </PublicPage>
  );
});
