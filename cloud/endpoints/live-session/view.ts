import { Failure } from '../../../src/contract/failure';
import { liveSessionView } from '../../../src/contract/live-session';
import { shopIdOf } from '../../../src/domain/shop/ids';
import { viewerRead } from '../../endpoint/read';
import { presentPublicSession, presentTeasers } from '../../presenters/live-sessions';
import { presentFinder, presentPublicShop } from '../../presenters/shops';
import { liveSessionById } from '../../repositories/live-sessions';
import { shownShop } from '../../repositories/shops';

/** The page of a session of a published store, with its teasers and the store. */
export const endpoint = viewerRead(liveSessionView, async ({ input, now, viewer }) => {
  const { sessionId } = input;
  const found = await shownShop(shopIdOf(sessionId), viewer);
  const session = await liveSessionById(sessionId);
  if (session === null) throw new Failure('not_found');
  const { shop, storefront } = found;
  return {
    session: presentPublicSession(session, { shop, hostNames: storefront.hostNames }, now),
    teasers: presentTeasers(session),
    shop: presentPublicShop(shop),
    finderUserName: presentFinder(shop, session),
    isFollowing: found.isFollowing,
  };
});
