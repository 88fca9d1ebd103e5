import { reviewGet } from '../../../src/contract/review';
import { claimsOf } from '../../../src/domain/shop/identity';
import { reviewOf, verifierRead } from '../../endpoint/verifier';
import { presentHold, presentReview } from '../../presenters/reviews';
import { reviewsOfSubject } from '../../repositories/reviews';

/** What was handed in, and what was before it. Two calls. */
export const endpoint = verifierRead(
  reviewGet,
  { review: ({ reviewId }) => reviewId },
  async ({ review: found, shop, held, caller }) => {
    const review = reviewOf({ review: found });
    const earlier = await reviewsOfSubject(review.subjectId);
    // A verified store may show another contact since: a verifier looks at what it shows now.
    const isChecked = review.kind === 'identity' && review.state === 'approved' && shop !== null;
    const shown = isChecked ? { ...review, claims: claimsOf(shop) } : review;
    const others = earlier.filter(({ _id }) => _id !== review._id);
    return {
      review: presentReview(shown, presentHold(review, held, caller)),
      earlier: others.map((other) => presentReview(other)),
    };
  },
);
