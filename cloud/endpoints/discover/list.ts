import { discoverList } from '../../../src/contract/discover';
import { publicRead } from '../../endpoint/read';
import { presentPublicSession } from '../../presenters/live-sessions';
import { presentShopCard } from '../../presenters/shops';
import { listedSessions } from '../../repositories/live-sessions';
import { listedShops } from '../../repositories/shops';
import { isListedOnAir } from '../../../src/domain/live-session/live-session';

/** What is on air and coming in verified, published stores, and a page of those stores. */
export const endpoint = publicRead(discoverList, async ({ input: { cursor }, now }) => {
  const sessions = cursor === null ? await listedSessions(now) : [];
  const shops = await listedShops(cursor);
  const shown = sessions.map((session) => presentPublicSession(session, now));
  return {
    onAir: shown.filter(({ phase }) => isListedOnAir(phase)),
    coming: shown.filter(({ phase }) => phase === 'upcoming'),
    shops: shops.items.map(presentShopCard),
    cursor: shops.cursor,
  };
});
