import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { Row } from '../../components/row';
import type { Host, OwnShop } from '../../contract/shop';
import { can } from '../../domain/shop/capabilities';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { hasName, HOST_ROWS_PER_PAGE, HostSearch } from '../shared/host-search';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { usePageTitle, usePageQuery } from '../../page-hooks';
import { PATHS } from '../../paths';
import { AddHost } from './add-host';
import { HostRow } from './host-row';
import { LeaveRow } from './leave-row';
import './index.css';

/** Who presents for a store; each is measured alone. */
export default observer(function HostsPage() {
  const { shopId } = usePageQuery(PATHS.hosts);
  usePageTitle(useMerchantText().merchantShop.hosts.title);
  return (
    <ShopPage withHosts shopId={shopId}>
      {(shop) => <Hosts shop={shop} />}
    </ShopPage>
  );
});

const Hosts = observer(function Hosts({ shop }: { shop: OwnShop }) {
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const words = t.merchantShop.hosts;
  const offlineMessage = useOfflineMessage(shops.mine.at);
  const [isAdding, setAdding] = useState(false);
  const [typed, setTyped] = useState('');
  // A new host stands first until the page is left: the oldest of many fill its first rows.
  const [addedIds, setAddedIds] = useState<readonly string[]>([]);
  const isNew = ({ id }: Host): boolean => addedIds.includes(id);
  const known = shops.hosts(shop.id);
  const all = [...known.filter(isNew), ...known.filter((host) => !isNew(host))];
  const hosts = all.filter((host) => hasName(host, typed));
  useEffect(() => {
    // A failure keeps the hosts that came with the store; the strip says when there is no network.
    void shops.loadHosts(shop.id);
  }, [shops, shop.id]);
  return (
    <PageFrame
      offlineMessage={offlineMessage}
      footer={
        shop.role === 'owner' && (
          <Button kind="primary" onTap={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      {all.length > HOST_ROWS_PER_PAGE && <HostSearch value={typed} onChange={setTyped} />}
      {all.length === 0 && <EmptyState title={words.empty} note={words.emptyNote} />}
      {all.length > 0 && hosts.length === 0 && (
        <Card>
          <Row title={t.merchantHosts.choose.none} />
        </Card>
      )}
      <HostCard shop={shop} hosts={hosts.filter(({ isRetired }) => !isRetired)} />
      <HostCard
        shop={shop}
        hosts={hosts.filter(({ isRetired }) => isRetired)}
        title={t.merchantHosts.people.leftTitle}
      />
      <Card>
        {shop.role === 'owner' ? (
          <Row
            title={t.merchantTeam.title}
            note={t.merchantTeam.note}
            onTap={() => ui.open(PATHS.team.url({ shopId: shop.id }))}
          />
        ) : (
          <LeaveRow shopId={shop.id} />
        )}
        {can(shop.role, 'sales.read') && (
          <Row
            title={t.merchantHosts.unassigned.title}
            onTap={() => ui.open(PATHS.unassigned.url({ shopId: shop.id }))}
          />
        )}
      </Card>
      <View className="hl-footnote">{words.note}</View>
      <AddHost
        isOpen={isAdding}
        shopId={shop.id}
        onAdded={(hostId) => {
          setTyped('');
          setAddedIds([hostId, ...addedIds]);
        }}
        onClose={() => setAdding(false)}
      />
    </PageFrame>
  );
});

interface HostCardProps {
  shop: OwnShop;
  hosts: readonly Host[];
  title?: string;
}

/** Hosts in rows, the first of many; nothing where there are none. */
function HostCard({ shop, hosts, title }: HostCardProps) {
  const t = useMerchantText();
  const [shown, setShown] = useState(HOST_ROWS_PER_PAGE);
  if (hosts.length === 0) return null;
  return (
    <Card {...(title === undefined ? {} : { title })}>
      {hosts.slice(0, shown).map((host) => (
        <HostRow key={host.id} host={host} shop={shop} />
      ))}
      {shown < hosts.length && (
        <Row
          title={t.merchantHosts.ladder.more}
          onTap={() => setShown(shown + HOST_ROWS_PER_PAGE)}
        />
      )}
    </Card>
  );
}
