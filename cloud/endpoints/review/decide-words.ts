import { Failure } from '../../../src/contract/failure';
import type { Transaction } from '../../database/database';
import type { ReviewDecision, ReviewDoc } from '../../database/review-documents';
import { decideReview } from '../../repositories/reviews';
import { decideWords } from '../../repositories/waiting-words';

/** Released words are not looked at again: another text is another review. */
const NEVER_DUE = '9999-12-31';

/**
 * Releases words that wait, or refuses them: those with a reason where it is returned, the others of
 * the same review are released. What its people have changed since waits no more, and stays.
 */
export async function decideWaitingWords(
  t: Transaction,
  review: ReviewDoc,
  decision: ReviewDecision,
  ids: readonly string[],
): Promise<ReviewDoc> {
  const returned = decision.reasons.map(({ field }) => field);
  const outcomes = new Map<string, 'released' | 'refused'>();
  for (const [field, text] of Object.entries(review.claims)) {
    if (text !== null) outcomes.set(text, returned.includes(field) ? 'refused' : 'released');
  }
  const isAbout = await decideWords(t, ids, outcomes, decision.at);
  // They changed between the step before and this transaction.
  if (!isAbout) throw new Failure('stale_version', { info: { version: review.version } });
  const place = decision.outcome === 'approved' ? NEVER_DUE : decision.at;
  return decideReview(t, review, decision, {
    place,
    state: decision.outcome === 'approved' ? 'approved' : 'returned',
  });
}
