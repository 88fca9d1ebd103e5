import { reviewList } from '../../../src/contract/review';
import { chinaDayOf } from '../../../src/domain/time';
import { verifierRead } from '../../endpoint/verifier';
import { presentReview } from '../../presenters/reviews';
import { reviewPage } from '../../repositories/reviews';

/** A list of a verifier. Two calls, however many stores there are. */
export const endpoint = verifierRead(reviewList, {}, async ({ input, caller }) => {
  const { items, cursor } = await reviewPage(input, chinaDayOf(caller.now));
  return { items: items.map(presentReview), cursor };
});
