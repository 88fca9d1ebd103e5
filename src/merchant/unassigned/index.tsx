import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { PagedFoot } from '../../components/paged-foot';
import type { OwnShop } from '../../contract/shop';
import { useMerchantText } from '../../i18n/merchant';
import { usePageQuery, usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { useSales } from '../shared/merchant-stores';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { UnassignedEntry } from './unassigned-entry';
import './index.css';

/** Money that counts for the store and for none of its hosts, to be given to one with a tap. */
export default observer(function UnassignedPage() {
  const { shopId } = usePageQuery(PATHS.unassigned);
  usePageTitle(useMerchantText().merchantHosts.unassigned.title);
  return (
    <ShopPage withHosts needs="sales.write" shopId={shopId}>
      {(shop) => <Unassigned key={shop.id} shop={shop} />}
    </ShopPage>
  );
});

const Unassigned = observer(function Unassigned({ shop }: { shop: OwnShop }) {
  const { ui } = useStores();
  const sales = useSales();
  const t = useMerchantText();
  const words = t.merchantHosts.unassigned;
  const [lastHostId, setLastHostId] = useState<string | null>(null);
  const scope = { shopId: shop.id, sessionId: null, month: null, isUnassigned: true };
  const offlineMessage = useOfflineMessage(null);
  useEffect(() => {
    void sales.load({ shopId: shop.id, sessionId: null, month: null, isUnassigned: true });
  }, [sales, shop.id]);
  const ledger = sales.ledger(scope);
  const toLadder = {
    label: t.merchantHosts.ladder.title,
    onTap: () => ui.open(PATHS.ladder.url({ shopId: shop.id })),
    isPrimary: false,
  };
  return (
    <PageFrame offlineMessage={offlineMessage}>
      <View className="unassigned__shop">{shop.name}</View>
      {ledger.items.length > 0 && <View className="hl-footnote">{words.note}</View>}
      <Card>
        {ledger.items.length === 0 && ledger.isComplete && (
          <EmptyState isInline title={words.none} note={words.noneNote} action={toLadder} />
        )}
        {ledger.items.map((entry) => (
          <UnassignedEntry
            key={entry.id}
            shop={shop}
            entry={entry}
            lastHostId={lastHostId}
            onAssigned={setLastHostId}
          />
        ))}
        <PagedFoot
          list={ledger}
          more={t.merchantMoney.ledger.more}
          onFirst={() => void sales.load(scope)}
          onMore={() => void sales.loadMore(scope)}
        />
      </Card>
      <View className="hl-footnote">{t.incentive.independence}</View>
    </PageFrame>
  );
});
