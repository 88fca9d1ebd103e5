import * as v from 'valibot';

import { publicRead } from './endpoint';
import { cursorField, exactly, flagField } from './fields';
import { publicSession, publicShopCard } from './public';

/** Stores on one page of a list. */
export const SHOPS_PER_PAGE = 20;

/** Sessions of a store that are shown before its page is opened. */
export const SESSIONS_PER_SHOP = 2;

/** A store with its next sessions. */
const shopAhead = exactly({
  shop: publicShopCard,
  /** The earliest ones that are on air or to come, two at most; none while all are over. */
  sessions: v.array(publicSession),
  /** How many more are known of. */
  more: v.number(),
  /** Whether there are more than that. */
  hasEvenMore: flagField,
});

/** Verified, published stores with sessions ahead, in the order in which their next session ends. */
const aheadPage = exactly({ items: v.array(shopAhead), cursor: cursorField });

/** What is on air and coming in verified, published stores, and a page of those stores. */
export const discoverList = publicRead('discover.list', {
  input: exactly({ cursor: cursorField }),
  output: exactly({
    /** The first page, with the first page of stores; null later. */
    ahead: v.nullable(aheadPage),
    shops: v.array(publicShopCard),
    cursor: cursorField,
  }),
});

/** A further page of stores with sessions ahead. */
export const discoverAhead = publicRead('discover.ahead', {
  input: exactly({ cursor: cursorField }),
  output: aheadPage,
});

/** A store with its next sessions. */
export type ShopAhead = v.InferOutput<typeof shopAhead>;
