import { Failure } from '../../../src/contract/failure';
import { MAX_PAST_SESSIONS, shopView } from '../../../src/contract/shop';
import { aheadAt } from '../../../src/domain/live-session/ahead';
import { publicRead } from '../../endpoint/read';
import { presentAhead, presentPublicSession } from '../../presenters/live-sessions';
import { presentPublicShop } from '../../presenters/shops';
import { publicSessions } from '../../repositories/live-sessions';
import { publishedShop } from '../../repositories/shops';

/** The page of a published store, in one answer: sessions ahead and past ones are bounded apart. */
export const endpoint = publicRead(shopView, async ({ input: { shopId }, now }) => {
  const found = await publishedShop(shopId);
  if (found === null) throw new Failure('not_found');
  const { shop, storefront } = found;
  const names = { shop, hostNames: storefront.hostNames };
  const ahead = aheadAt(storefront, now);
  const limit = MAX_PAST_SESSIONS;
  const past = await publicSessions(shopId, 'past', { cursor: null, now, limit });
  return {
    shop: presentPublicShop(shop),
    ahead: ahead.sessions.map((session) => presentAhead(session, storefront, now)),
    hasMoreAhead: ahead.completeUntil !== null,
    past: past.items.map((session) => presentPublicSession(session, names, now)),
    hasMorePast: past.cursor !== null,
  };
});
