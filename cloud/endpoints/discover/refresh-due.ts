import { log } from '../../runtime/log';
import { dueStorefronts, refreshStorefront } from '../../repositories/storefronts';

/** Storefronts that one run refreshes at most; those that wait longest come first. */
const PER_RUN = 100;

/**
 * Takes sessions that are over out of storefronts and fills those that are low. Nothing that is read
 * depends on it: a run that is late or left out only makes lists longer to page through.
 * @returns how many were refreshed; the rest are the next run's.
 */
export async function refreshDue(now: string): Promise<number> {
  let refreshed = 0;
  for (const storefront of await dueStorefronts(now, PER_RUN)) {
    try {
      if (await refreshStorefront(storefront, now)) refreshed += 1;
    } catch (cause) {
      log('error', 'storefront_not_refreshed', { shopId: storefront._id, detail: String(cause) });
    }
  }
  return refreshed;
}
