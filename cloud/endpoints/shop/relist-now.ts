import { listingOf, relist } from '../../repositories/live-sessions';
import { shopById } from '../../repositories/shops';

/**
 * Brings a store's sessions to come up to date with the store as it is now, not as this call left
 * it: the repeat of an old call must not undo a newer one. Two calls.
 */
export async function relistNow(shopId: string): Promise<void> {
  const shop = await shopById(shopId);
  if (shop !== null) await relist(shopId, listingOf(shop));
}
