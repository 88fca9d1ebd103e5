import { observer } from 'mobx-react-lite';
import { useEffect, type ReactNode } from 'react';

import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import type { OwnShop } from '../../contract/shop';
import { type Capability, can } from '../../domain/shop/capabilities';
import { useReader, wordError, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useHosts } from './merchant-stores';

/** Props of {@link ShopPage}. */
export interface ShopPageProps {
  /** null: the page was opened without one; the store last worked in is meant. */
  shopId: string | null;
  /** Whether the page waits for the hosts of a store with so many that they come apart. */
  withHosts?: boolean;
  /** What a person's role has to include: a form that the cloud would refuse is not drawn. */
  needs?: Capability;
  /** Draws the page once the store is known. */
  children: (shop: OwnShop) => ReactNode;
}

/** The ground of a page about one store of the person: reads it, says when that failed. */
export const ShopPage = observer(function ShopPage(props: ShopPageProps) {
  const { shopId, withHosts = false, needs, children } = props;
  const { shops } = useStores();
  const t = useMerchantText();
  useEffect(() => {
    if (shops.mine.status === 'idle') void shops.loadMine();
  }, [shops]);
  const shop = shopId === null ? shops.current : shops.shop(shopId);
  if (shop && needs !== undefined && !can(shop.role, needs)) {
    return (
      <PageFrame>
        <Reading
          reading={{ status: 'ready', error: null, value: null }}
          missing={wordError({ code: 'not_allowed' }, t)}
          onRetry={null}
        />
      </PageFrame>
    );
  }
  if (shop && withHosts) return <WithHosts shop={shop}>{children}</WithHosts>;
  if (shop) return <>{children(shop)}</>;
  const { status, error } = shops.mine;
  return (
    <PageFrame>
      <Reading
        reading={{ status, error, value: null }}
        onRetry={error ? () => void shops.loadMine() : null}
      />
    </PageFrame>
  );
});

interface WithHostsProps {
  shop: OwnShop;
  children: (shop: OwnShop) => ReactNode;
}

/** Draws a page once all hosts of the store are known, read or from the copy on this device. */
const WithHosts = observer(function WithHosts({ shop, children }: WithHostsProps) {
  const { shops } = useStores();
  const hosts = useHosts();
  const isRead = shops.isHostsRead(shop.id);
  useEffect(() => {
    if (!isRead) void hosts.loadAll(shop.id);
  }, [hosts, isRead, shop.id]);
  const reading = hosts.all(shop.id);
  if (isRead || shops.hasAllHosts(shop) || reading.value !== null) return <>{children(shop)}</>;
  return (
    <PageFrame>
      <Reading
        reading={reading}
        onRetry={reading.error ? () => void hosts.loadAll(shop.id) : null}
      />
    </PageFrame>
  );
});

/** The sentence of the strip that says there is no network; null while there is. */
export function useOfflineMessage(readAt: string | null): string | null {
  const { ui } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  if (!ui.isOffline) return null;
  const { offline, offlineCopy } = t.common.state;
  return readAt === null ? offline : offlineCopy(wordInstant(readAt, ui.now, reader));
}
