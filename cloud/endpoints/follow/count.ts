import { followCount } from '../../../src/contract/follow';
import { read } from '../../endpoint/read';
import { followersOf } from '../../repositories/follows';

/** How many people follow a store. Two calls. */
export const endpoint = read(followCount, { needs: 'shop.read' }, async ({ shop }) => ({
  count: await followersOf(shop._id),
}));
