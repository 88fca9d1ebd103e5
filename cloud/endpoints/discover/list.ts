import { discoverAhead, discoverList } from '../../../src/contract/discover';
import { bindCursor } from '../../endpoint/cursors';
import { publicRead } from '../../endpoint/read';
import { presentShopCard } from '../../presenters/shops';
import { listedShops } from '../../repositories/shops';
import { cardOf } from '../../repositories/storefronts';
import { aheadOfAll, aheadPage } from './ahead-page';

/** What is on air and coming in verified, published stores, and a page of those stores. Two calls. */
export const endpoint = publicRead(discoverList, async ({ input: { cursor }, now }) => {
  const shops = await listedShops(cursor);
  const hasMore = shops.cursor !== null;
  const ids = shops.items.map(({ _id }) => _id);
  const firstAhead = () => (hasMore ? aheadPage(null, now, 1) : aheadOfAll(ids, now));
  const ahead = cursor === null ? await firstAhead() : null;
  return {
    ahead: ahead && { ...ahead, cursor: bindCursor(discoverAhead.name, {}, ahead.cursor) },
    shops: shops.items.map((shop) => presentShopCard(shop._id, cardOf(shop))),
    cursor: shops.cursor,
  };
});
