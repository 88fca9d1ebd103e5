import { Failure } from '../../../src/contract/failure';
import { PUBLIC_SESSIONS_PER_PAGE, shopSessions } from '../../../src/contract/shop';
import { publicRead } from '../../endpoint/read';
import { presentPublicSession } from '../../presenters/live-sessions';
import { publicSessions } from '../../repositories/live-sessions';
import { publishedShop } from '../../repositories/shops';

/** A page of all sessions of a published store. */
export const endpoint = publicRead(shopSessions, async ({ input, now }) => {
  const { shopId, which, cursor } = input;
  const found = await publishedShop(shopId);
  if (found === null) throw new Failure('not_found');
  const { shop, storefront } = found;
  const names = { shop, hostNames: storefront.hostNames };
  const page = await publicSessions(shopId, which, {
    cursor,
    now,
    limit: PUBLIC_SESSIONS_PER_PAGE,
  });
  const items = page.items.map((session) => presentPublicSession(session, names, now));
  return { items, cursor: page.cursor };
});
