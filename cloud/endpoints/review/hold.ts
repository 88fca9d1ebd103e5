import { Failure } from '../../../src/contract/failure';
import { reviewHold } from '../../../src/contract/review';
import { HOLD_MINUTES } from '../../../src/domain/review/desk';
import { addMinutes } from '../../../src/domain/time';
import { verifierWrite } from '../../endpoint/verifier';
import { isOpen, presentHold } from '../../presenters/reviews';
import { holdReview, verifierIn } from '../../repositories/reviews';

/**
 * Says that a verifier looks at a review. It is a courtesy among verifiers: a decision is refused by its
 * version alone, so a phone that is put aside holds up no other verifier.
 */
export const endpoint = verifierWrite(reviewHold, {}, async ({ input, caller, t }) => {
  const { name } = await verifierIn(t, caller.person);
  const review = await t.get('reviews', input.reviewId);
  if (review === null) throw new Failure('not_found');
  const { shopId } = review;
  if (!isOpen(review, caller.now)) return { shopId, data: { hold: null } };
  const until = addMinutes(caller.now, HOLD_MINUTES);
  const own = { _id: review._id, personId: caller.person, name, until };
  const held = await holdReview(t, own, caller.now);
  return { shopId, data: { hold: presentHold(review, held, caller) } };
});
