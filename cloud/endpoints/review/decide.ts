import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { Failure, refuseIfAny } from '../../../src/contract/failure';
import { reviewDecide } from '../../../src/contract/review';
import { decisionProblems, isOpenTo, type ReviewKind } from '../../../src/domain/review/review';
import { chinaDayOf } from '../../../src/domain/time';
import type { Transaction } from '../../database/database';
import type { ReviewDecision, ReviewDoc } from '../../database/review-documents';
import { verifierWrite } from '../../endpoint/verifier';
import { dueOnOf, presentReview } from '../../presenters/reviews';
import { reviewAtVersion, verifierIn } from '../../repositories/reviews';
import { settleWords } from '../../repositories/settled-words';
import { documentsOf } from '../../repositories/waiting-words';
import { decideIdentity } from './decide-identity';
import { decideWaitingWords } from './decide-words';

type Decide = (
  t: Transaction,
  review: ReviewDoc,
  decision: ReviewDecision,
  /** The documents that hold what was handed in. */
  ids: readonly string[],
) => Promise<ReviewDoc>;

/** What a decision does, by kind. */
const DECIDE: Readonly<Partial<Record<ReviewKind, Decide>>> = {
  identity: decideIdentity,
  words: decideWaitingWords,
};

function check(input: CheckedInputOf<'review.decide'>, review: ReviewDoc, now: string): Decide {
  refuseIfAny(decisionProblems(input, review.claims));
  const dueOn = dueOnOf(review);
  const decide = DECIDE[review.kind];
  if (decide === undefined || !isOpenTo(input.outcome, review.state, dueOn, chinaDayOf(now))) {
    throw new Failure('stale_version', { info: { version: review.version } });
  }
  return decide;
}

/**
 * Decides what was handed in. The role is read in the transaction: it may have been taken away. Which
 * sessions a series has is known before: none is ever added.
 */
export const endpoint = verifierWrite(
  reviewDecide,
  {
    review: ({ reviewId }) => reviewId,
    before: async ({ kind, subjectId }) => {
      // A review whose words have changed leaves the queue here, and its version with it.
      if (kind === 'words') await settleWords([subjectId]);
      return documentsOf(subjectId);
    },
  },
  async ({ input, caller, t, prepared: ids }) => {
    const { name } = await verifierIn(t, caller.person);
    const review = await reviewAtVersion(t, input.reviewId, input.version);
    const decide = check(input, review, caller.now);
    const { outcome, reasons } = input;
    const decision = { outcome, at: caller.now, by: caller.person, name, reasons };
    const decided = await decide(t, review, decision, ids);
    return { shopId: review.shopId, data: { review: presentReview(decided) } };
  },
);
