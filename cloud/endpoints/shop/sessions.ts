import type { PublicSession } from '../../../src/contract/public';
import { shopSessions } from '../../../src/contract/shop';
import { aheadAt } from '../../../src/domain/live-session/ahead';
import { isRunning } from '../../../src/domain/live-session/public-phase';
import type { StorefrontDoc } from '../../database/documents';
import { publicRead } from '../../endpoint/read';
import { presentAhead, presentPublicSession } from '../../presenters/live-sessions';
import { publicSessions } from '../../repositories/live-sessions';
import { READ_LIMITS } from '../../repositories/read-limits';
import { shownShop } from '../../repositories/shops';

/** What runs of a store, though it may have been started days ago for a plan to come. */
function running(storefront: StorefrontDoc, now: string): PublicSession[] {
  return aheadAt(storefront, now)
    .sessions.filter(isRunning)
    .map((session) => presentAhead(session, storefront, now));
}

/**
 * A page of all sessions of a published store. One of those ahead may be empty though more follow:
 * where plans are over that were never started.
 */
export const endpoint = publicRead(shopSessions, async ({ input, now }) => {
  const { shopId, which, cursor } = input;
  const found = await shownShop(shopId, null);
  const { shop, storefront } = found;
  const names = { shop, hostNames: storefront.hostNames };
  const limit = READ_LIMITS.publicSessions;
  const page = await publicSessions(shopId, which, { cursor, now, limit });
  const read = page.items.map((session) => presentPublicSession(session, names, now));
  if (which === 'past') return { items: read, cursor: page.cursor };
  const first = cursor === null ? running(storefront, now) : [];
  const ids = new Set(first.map(({ id }) => id));
  const others = read.filter(({ id, phase }) => !ids.has(id) && phase !== 'over');
  return { items: [...first, ...others], cursor: page.cursor };
});
