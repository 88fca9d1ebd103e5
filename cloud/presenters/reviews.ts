import type { Review, ReviewHold } from '../../src/contract/review';
import { isOpenTo } from '../../src/domain/review/review';
import { misleadingIn } from '../../src/domain/shop/public-bodies';
import { chinaDayOf } from '../../src/domain/time';
import type { ReviewDecision, ReviewDoc, ReviewHoldDoc } from '../database/review-documents';

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

/** China day from which a review is to be looked at again: approved ones are sorted by it; else null. */
export function dueOnOf({ state, sortKey }: Pick<ReviewDoc, 'state' | 'sortKey'>): string | null {
  return state === 'approved' ? sortKey.slice(0, 10) : null;
}

/** Whether a review is to be approved or returned now. */
export function isOpen(review: ReviewDoc, now: string): boolean {
  return isOpenTo('approved', review.state, dueOnOf(review), chinaDayOf(now));
}

/** Who looks at a review, as a verifier sees it; null where it is decided, or the time is over. */
export function presentHold(
  review: ReviewDoc,
  held: ReviewHoldDoc | null,
  { person, now }: { person: string; now: string },
): ReviewHold {
  if (held === null || held.until <= now || !isOpen(review, now)) return null;
  return { name: held.name, until: held.until, isOwn: held.personId === person };
}

/** A review as verifiers see it: names of verifiers, no people's ids. */
export function presentReview(review: ReviewDoc, hold: ReviewHold = null): Review {
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
    dueOn: dueOnOf(review),
    decisions: review.decisions.map(presentDecision),
    hold,
    version: review.version,
  };
}
