import * as v from 'valibot';

import { publicRead } from './endpoint';
import { cursorField, exactly } from './fields';
import { publicSession, publicShopCard } from './public';

/** Stores on one page of `discover.list`. */
export const SHOPS_PER_PAGE = 20;

/** Sessions in an answer of `discover.list`. */
export const MAX_LISTED_SESSIONS = 40;

/** What is on air and coming in verified, published stores, and a page of those stores. */
export const discoverList = publicRead('discover.list', {
  input: exactly({ cursor: cursorField }),
  output: exactly({
    /** On the first page only, as `coming` is. */
    onAir: v.array(publicSession),
    coming: v.array(publicSession),
    shops: v.array(publicShopCard),
    cursor: cursorField,
  }),
});
