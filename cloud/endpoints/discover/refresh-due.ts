import { addMinutes } from '../../../src/domain/time';
import {
  dueStorefronts,
  postponeStorefront,
  refreshStorefront,
} from '../../repositories/storefronts';

/** Minutes that a storefront waits which could not be refreshed. */
const POSTPONED_MINUTES = 60;

/** What a run did: how many storefronts were refreshed, and why others were not. */
export interface Refreshed {
  refreshed: number;
  failures: { shopId: string; cause: unknown }[];
}

/**
 * Takes sessions that are over out of storefronts and fills those that are low. Nothing that is read
 * depends on it: a run that is late or left out only makes lists longer to page through. A storefront
 * that fails waits an hour, so that it does not keep others from their turn.
 */
export async function refreshDue(now: string): Promise<Refreshed> {
  const done: Refreshed = { refreshed: 0, failures: [] };
  for (const storefront of await dueStorefronts(now)) {
    const { _id: shopId } = storefront;
    try {
      if (await refreshStorefront(storefront, now)) done.refreshed += 1;
    } catch (cause) {
      done.failures.push({ shopId, cause });
      await postponeStorefront(shopId, addMinutes(now, POSTPONED_MINUTES));
    }
  }
  return done;
}
