import { reviewList } from '../../../src/contract/review';
import { chinaDayOf } from '../../../src/domain/time';
import { verifierRead } from '../../endpoint/verifier';
import { presentHold, presentReview } from '../../presenters/reviews';
import { reviewPage } from '../../repositories/reviews';

/** A list of a verifier, with its first page how many each list has. Two calls, however many stores there are. */
export const endpoint = verifierRead(
  reviewList,
  { countedOn: ({ cursor }, { now }) => (cursor === null ? chinaDayOf(now) : undefined) },
  async ({ input, caller, counts }) => {
    const { items, cursor } = await reviewPage(input, chinaDayOf(caller.now));
    return {
      items: items.map(({ review, held }) =>
        presentReview(review, presentHold(review, held, caller)),
      ),
      cursor,
      counts,
    };
  },
);
