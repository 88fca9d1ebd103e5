import { audienceCount } from '../../../src/contract/audience';
import { invalidInput } from '../../../src/contract/failure';
import { shopIdOf } from '../../../src/domain/shop/ids';
import { count } from '../../endpoint/count';
import { countEvent } from '../../repositories/audience';

/** Counts an event of a public page. One call; the first of a shard takes up to seven. */
export const endpoint = count(audienceCount, async ({ input: { event, ...page } }) => {
  if (page.sessionId !== null && shopIdOf(page.sessionId) !== page.shopId) {
    throw invalidInput({ sessionId: 'not_in_store' });
  }
  await countEvent(page, event);
  return {};
});
