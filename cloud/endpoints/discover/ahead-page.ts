import { SESSIONS_PER_SHOP } from '../../../src/contract/discover';
import type { OutputOf } from '../../../src/contract/endpoints';
import { aheadAt } from '../../../src/domain/live-session/ahead';
import type { StorefrontDoc } from '../../database/documents';
import { presentAhead } from '../../presenters/live-sessions';
import { presentShopCard } from '../../presenters/shops';
import { listedStorefronts } from '../../repositories/storefronts';

type ShopAhead = OutputOf<'discover.ahead'>['items'][number];

/** A store with its next sessions; null when everything that is kept of them is over. */
function presentShopAhead(storefront: StorefrontDoc, now: string): ShopAhead | null {
  const { sessions, completeUntil } = aheadAt(storefront, now);
  const hasEvenMore = completeUntil !== null;
  if (sessions.length === 0 && !hasEvenMore) return null;
  const shown = sessions.slice(0, SESSIONS_PER_SHOP);
  return {
    shop: presentShopCard(storefront._id, storefront.card),
    sessions: shown.map((session) => presentAhead(session, storefront, now)),
    more: sessions.length - shown.length,
    hasEvenMore,
  };
}

/** A page of verified, published stores with sessions ahead. One call. */
export async function aheadPage(
  cursor: string | null,
  now: string,
): Promise<OutputOf<'discover.ahead'>> {
  const page = await listedStorefronts(cursor);
  const items = page.items.flatMap((storefront) => presentShopAhead(storefront, now) ?? []);
  return { items, cursor: page.cursor };
}
