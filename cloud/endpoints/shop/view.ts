import { shopView } from '../../../src/contract/shop';
import { type Ahead, aheadAt, shownAhead } from '../../../src/domain/live-session/ahead';
import { viewerRead } from '../../endpoint/read';
import { presentAhead, presentPublicSession } from '../../presenters/live-sessions';
import type { StorefrontDoc } from '../../database/documents';
import { presentPublicShop } from '../../presenters/shops';
import { publicSessions } from '../../repositories/live-sessions';
import { READ_LIMITS } from '../../repositories/read-limits';
import { shownShop } from '../../repositories/shops';
import { readAhead } from '../../repositories/storefronts';

/** What is ahead; read once more where all that is kept is over while there are more. */
async function aheadOf(storefront: StorefrontDoc, now: string): Promise<Ahead> {
  const kept = aheadAt(storefront, now);
  if (kept.sessions.length > 0 || kept.completeUntil === null) return kept;
  return (await readAhead([storefront], now)).get(storefront._id) ?? kept;
}

/**
 * The page of a published store, in one answer: sessions ahead and past ones are bounded apart. Two
 * calls; three where its list of sessions ahead has run out.
 */
export const endpoint = viewerRead(shopView, async ({ input: { shopId }, now, viewer }) => {
  const found = await shownShop(shopId, viewer);
  const { shop, storefront } = found;
  const names = { shop, hostNames: storefront.hostNames };
  const ahead = await aheadOf(storefront, now);
  const sessions = ahead.sessions.map((session) => presentAhead(session, storefront, now));
  const limit = READ_LIMITS.pastSessionsOfShop;
  const past = await publicSessions(shopId, 'past', { cursor: null, now, limit });
  return {
    shop: presentPublicShop(shop),
    ahead: shownAhead(sessions, now),
    hasMoreAhead: ahead.completeUntil !== null,
    past: past.items.map((session) => presentPublicSession(session, names, now)),
    hasMorePast: past.cursor !== null,
    isFollowing: found.isFollowing,
  };
});
