import { presentPublicSession } from '../presenters/live-sessions';
import { presentShopCard } from '../presenters/shops';
import { listedSessions } from '../repositories/live-sessions';
import { DISCOVERY_PAGE, listedShops } from '../repositories/shops';
import type { Handler } from './handler';

/** What is on air and coming in verified, published stores, and a page of those stores. */
export const discoverList: Handler<'discover.list'> = async ({ cursor }, { now }) => {
  const sessions = cursor === null ? await listedSessions(now) : [];
  const shops = await listedShops(cursor);
  const shown = sessions.map((session) => presentPublicSession(session, now));
  const last = shops.length < DISCOVERY_PAGE ? undefined : shops.at(-1);
  return {
    data: {
      onAir: shown.filter(({ phase }) => phase === 'on_air' || phase === 'should_be_on_air'),
      coming: shown.filter(({ phase }) => phase === 'upcoming'),
      shops: shops.map(presentShopCard),
      cursor: last?.listedKey ?? null,
    },
  };
};
