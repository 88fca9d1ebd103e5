import { followList } from '../../../src/contract/follow';
import { aheadAt, hasRunOut, shownAhead } from '../../../src/domain/live-session/ahead';
import { personRead } from '../../endpoint/read';
import { presentAhead } from '../../presenters/live-sessions';
import { presentShopCard } from '../../presenters/shops';
import { followedStores } from '../../repositories/follows';
import { readAhead } from '../../repositories/storefronts';

/** Every store that the caller follows. Two calls; three where lists of sessions ahead have run out. */
export const endpoint = personRead(followList, async ({ caller: { person, now } }) => {
  const stores = await followedStores(person);
  const shown = stores.flatMap(({ storefront }) => storefront ?? []);
  const runOut = shown.filter((storefront) => hasRunOut(storefront, now));
  const readAgain = runOut.length === 0 ? null : await readAhead(runOut, now);
  return {
    items: stores.map(({ follow: { shopId, since }, storefront }) => {
      if (storefront === null) return { shopId, since, shop: null, session: null };
      const { sessions } = aheadAt(readAgain?.get(shopId) ?? storefront, now);
      const ahead = sessions.map((session) => presentAhead(session, storefront, now));
      const [session = null] = shownAhead(ahead, now);
      return { shopId, since, shop: presentShopCard(shopId, storefront.card), session };
    }),
  };
});
