import { observer } from 'mobx-react-lite';
import { useEffect, type ReactNode } from 'react';

import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import type { OwnShop } from '../../contract/shop';
import { useReader, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';

/** Props of {@link ShopPage}. */
export interface ShopPageProps {
  /** null: the page was opened without one; the store last worked in is meant. */
  shopId: string | null;
  /** Draws the page once the store is known. */
  children: (shop: OwnShop) => ReactNode;
}

/** The ground of a page about one store of the person: reads it, says when that failed. */
export const ShopPage = observer(function ShopPage({ shopId, children }: ShopPageProps) {
  const { shops } = useStores();
  useEffect(() => {
    if (shops.mine.status === 'idle') void shops.loadMine();
  }, [shops]);
  const shop = shopId === null ? shops.current : shops.shop(shopId);
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

/** The sentence of the strip that says there is no network; null while there is. */
export function useOfflineMessage(readAt: string | null): string | null {
  const { ui } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  if (!ui.isOffline) return null;
  const { offline, offlineCopy } = t.common.state;
  return readAt === null ? offline : offlineCopy(wordInstant(readAt, ui.now, reader));
}
