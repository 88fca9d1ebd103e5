import { Failure, limitReached } from '../../../src/contract/failure';
import { followSet } from '../../../src/contract/follow';
import {
  isFollowed,
  MAX_FOLLOWS,
  withFollow,
  withoutFollow,
} from '../../../src/domain/follow/follows';
import { personWrite } from '../../endpoint/write';
import { keepFollows, openFollows } from '../../repositories/follows';
import { isShown } from '../../repositories/shops';

/**
 * Follows a store, or stops. A store that is not shown any more can be left, and not be followed. How
 * many a person follows is decided in the transaction.
 */
export const endpoint = personWrite(followSet, {}, async ({ input, caller, t }) => {
  const { shopId, isFollowing } = input;
  const follows = await openFollows(t, caller.person);
  if (isFollowed(follows.shops, shopId) === isFollowing) return { shopId, data: { isFollowing } };
  if (!isFollowing) {
    const shops = withoutFollow(follows.shops, shopId);
    await keepFollows(t, { ...follows, shops }, { shopId, change: -1 });
    return { shopId, data: { isFollowing } };
  }
  const shop = await t.pick('shops', shopId, ['isPublished', 'suspension']);
  if (shop === null || !isShown(shop)) throw new Failure('not_found');
  const shops = withFollow(follows.shops, { shopId, since: caller.now });
  if (shops === null) throw limitReached(MAX_FOLLOWS);
  await keepFollows(t, { ...follows, shops }, { shopId, change: 1 });
  return { shopId, data: { isFollowing } };
});
