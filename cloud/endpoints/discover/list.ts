import { discoverList } from '../../../src/contract/discover';
import { publicRead } from '../../endpoint/read';
import { presentShopCard } from '../../presenters/shops';
import { listedShops } from '../../repositories/shops';
import { cardOf } from '../../repositories/storefronts';
import { aheadPage } from './ahead-page';

/** What is on air and coming in verified, published stores, and a page of those stores. Two calls. */
export const endpoint = publicRead(discoverList, async ({ input: { cursor }, now }) => {
  const ahead = cursor === null ? await aheadPage(null, now, 1) : null;
  const shops = await listedShops(cursor);
  return {
    ahead,
    shops: shops.items.map((shop) => presentShopCard(shop._id, cardOf(shop))),
    cursor: shops.cursor,
  };
});
