import * as v from 'valibot';

import { read, write } from './endpoint';
import { exactly, flagField, instantField, peopleField, shopIdField } from './fields';
import { publicSession, publicShopCard } from './public';

/** A store that the caller follows. */
const followedShop = exactly({
  shopId: shopIdField,
  since: instantField,
  /** null while its pages are not shown: withdrawn by the store, or suspended. */
  shop: v.nullable(publicShopCard),
  /** What is on air, or else what comes next; null without any. */
  session: v.nullable(publicSession),
});

/**
 * Follows a store, or stops. Without effect where it is so already. Only what is public can be
 * followed: `not_found`; at most `MAX_FOLLOWS` stores: `limit_reached`.
 */
export const followSet = write('follow.set', {
  input: exactly({ shopId: shopIdField, isFollowing: flagField }),
  output: exactly({ isFollowing: flagField }),
});

/** Every store that the caller follows, the latest followed first. */
export const followList = read('follow.list', {
  input: exactly({}),
  output: exactly({ items: v.array(followedShop) }),
});

/** How many people follow a store, for those who keep it. Who they are never leaves the cloud. */
export const followCount = read('follow.count', {
  input: exactly({ shopId: shopIdField }),
  output: exactly({ count: peopleField }),
});

/** A store that a person follows. */
export type FollowedShop = v.InferOutput<typeof followedShop>;
