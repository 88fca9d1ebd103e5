import type { Review } from '../../src/contract/review';
import { misleadingIn } from '../../src/domain/shop/public-bodies';
import type { ReviewDecision, ReviewDoc } from '../database/review-documents';

/** Fields that name a store to others. */
const HINTED: readonly string[] = ['name'];

function presentDecision({ outcome, at, name, reasons }: ReviewDecision): Review['decisions'][0] {
  return {
    outcome,
    at,
    name,
    reasons: reasons.map(({ field, reason, words }) => ({ field, reason, words })),
  };
}

/** A review as verifiers see it: names of verifiers, no people's ids. */
export function presentReview(review: ReviewDoc): Review {
  const { checked } = review;
  return {
    id: review._id,
    shopId: review.shopId,
    kind: review.kind,
    state: review.state,
    receipt: review.receipt,
    submittedAt: review.submittedAt,
    fields: Object.entries(review.claims).map(([field, value]) => {
      const hints = HINTED.includes(field) ? misleadingIn(value ?? '') : [];
      return { field, value, before: checked?.claims[field] ?? null, hints };
    }),
    checkedOn: checked?.on ?? null,
    attempt: review.attempt,
    // Approved reviews are sorted by the day on which they are due again.
    dueOn: review.state === 'approved' ? review.sortKey.slice(0, 10) : null,
    decisions: review.decisions.map(presentDecision),
    version: review.version,
  };
}
