import { observer } from 'mobx-react-lite';
import { useEffect, type ReactNode } from 'react';

import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageFrame } from '../../components/page-frame';
import type { OwnShop } from '../../contract/shop';
import { useLang, wordError, wordInstant } from '../../i18n';
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
  const t = useMerchantText();
  useEffect(() => {
    if (shops.mine.status === 'idle') void shops.loadMine();
  }, [shops]);
  const shop = shopId === null ? shops.current : shops.shop(shopId);
  if (shop) return <>{children(shop)}</>;
  const { status, error } = shops.mine;
  if (status === 'idle' || (status === 'loading' && !error)) {
    return (
      <PageFrame>
        <LoadingState label={t.common.state.loading} />
      </PageFrame>
    );
  }
  return (
    <PageFrame>
      <ErrorState
        message={wordError(error ?? { code: 'not_found' }, t)}
        retryLabel={t.common.action.retry}
        isBusy={status === 'loading'}
        {...(error ? { onRetry: () => void shops.loadMine() } : {})}
      />
    </PageFrame>
  );
});

/** The sentence of the strip that says there is no network; null while there is. */
export function useOfflineMessage(readAt: string | null): string | null {
  const { ui } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  if (!ui.isOffline) return null;
  const { offline, offlineCopy } = t.common.state;
  return readAt === null ? offline : offlineCopy(wordInstant(readAt, ui.now, lang));
}
