import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { Failure, refuseIfAny } from '../../../src/contract/failure';
import { reviewDecide } from '../../../src/contract/review';
import { decisionProblems, isOpenTo, type ReviewKind } from '../../../src/domain/review/review';
import { chinaDayOf } from '../../../src/domain/time';
import type { Transaction } from '../../database/database';
import type { ReviewDecision, ReviewDoc } from '../../database/documents';
import { verifierWrite } from '../../endpoint/verifier';
import { presentReview } from '../../presenters/reviews';
import { reviewAtVersion, verifierIn } from '../../repositories/reviews';
import { decideIdentity } from './decide-identity';

type Decide = (t: Transaction, review: ReviewDoc, decision: ReviewDecision) => Promise<ReviewDoc>;

/** What a decision does, by kind. */
const DECIDE: Readonly<Partial<Record<ReviewKind, Decide>>> = { identity: decideIdentity };

function check(input: CheckedInputOf<'review.decide'>, review: ReviewDoc, now: string): Decide {
  refuseIfAny(decisionProblems(input, review.claims));
  const dueOn = review.state === 'approved' ? review.sortKey.slice(0, 10) : null;
  const decide = DECIDE[review.kind];
  if (decide === undefined || !isOpenTo(input.outcome, review.state, dueOn, chinaDayOf(now))) {
    throw new Failure('stale_version', { info: { version: review.version } });
  }
  return decide;
}

/** Decides what was handed in. The role is read in the transaction: it may have been taken away. */
export const endpoint = verifierWrite(reviewDecide, async ({ input, caller, t }) => {
  const { name } = await verifierIn(t, caller.person);
  const review = await reviewAtVersion(t, input.reviewId, input.version);
  const decide = check(input, review, caller.now);
  const { outcome, reasons } = input;
  const decision = { outcome, at: caller.now, by: caller.person, name, reasons };
  const decided = await decide(t, review, decision);
  return { shopId: review.shopId, data: { review: presentReview(decided) } };
});
