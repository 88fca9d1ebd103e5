import { dueStorefronts, refreshStorefront } from '../../repositories/storefronts';

/** Storefronts that one run refreshes at most; those that wait longest come first. */
const PER_RUN = 100;

/** What a run did: how many storefronts were refreshed, and why others were not. */
export interface Refreshed {
  refreshed: number;
  failures: { shopId: string; cause: unknown }[];
}

/**
 * Takes sessions that are over out of storefronts and fills those that are low. Nothing that is read
 * depends on it: a run that is late or left out only makes lists longer to page through. One that
 * fails does not keep the others from their turn.
 */
export async function refreshDue(now: string): Promise<Refreshed> {
  const done: Refreshed = { refreshed: 0, failures: [] };
  for (const storefront of await dueStorefronts(now, PER_RUN)) {
    try {
      if (await refreshStorefront(storefront, now)) done.refreshed += 1;
    } catch (cause) {
      done.failures.push({ shopId: storefront._id, cause });
    }
  }
  return done;
}
