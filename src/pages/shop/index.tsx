import { observer } from 'mobx-react-lite';

import { shopCard } from '../../domain/share-card';
import { usePublicText } from '../../i18n/public';
import { useStores } from '../../stores-context';
import { PublicActions } from '../shared/public-actions';
import { PublicPage } from '../shared/public-page';
import { usePublicPage } from '../shared/use-public-page';
import { ShopContent } from './shop-content';

/** A store's public page: one call, no login, no money. */
export default observer(function ShopPage() {
  const { discover } = useStores();
  const publicPages = usePublicText();
  const page = usePublicPage('shop', {
    title: publicPages.shopTitle,
    reading: (id) => discover.shopPage(id),
    load: (id) => discover.loadShop(id),
    card: ({ shop }, context) =>
      shopCard(
        {
          id: shop.id,
          name: shop.name,
          intro: shop.intro,
          isVerified: shop.verification.state === 'verified',
        },
        context,
      ),
  });
  return (
    <PublicPage
      page={page}
      notFound={publicPages.notFoundShop}
      actions={({ shop, isFollowing }) => (
        <PublicActions
          shopId={shop.id}
          pageId={shop.id}
          isFollowing={isFollowing}
          onShare={page.onShare}
        />
      )}
    >
      {(found) => <ShopContent page={found} />}
    </PublicPage>
  );
});
