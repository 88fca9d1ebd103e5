import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { Failure, refuseIfAny } from '../../../src/contract/failure';
import { reportDecide } from '../../../src/contract/report';
import { canDecideReport, reportDecisionProblems } from '../../../src/domain/review/report';
import type { Transaction } from '../../database/database';
import type { ShopDoc } from '../../database/documents';
import type { ReviewDecision, ReviewDoc } from '../../database/review-documents';
import { verifierWrite } from '../../endpoint/verifier';
import { presentReview } from '../../presenters/reviews';
import { closeReview, decideReview, reviewAtVersion, verifierIn } from '../../repositories/reviews';
import { keepShop } from '../../repositories/shops';

/** Reads the store of a report and checks that the report can be decided so. One call. */
async function shopOf(
  t: Transaction,
  review: ReviewDoc,
  { outcome }: CheckedInputOf<'report.decide'>,
): Promise<ShopDoc> {
  const shop = await t.get('shops', review.shopId);
  if (shop === null || review.kind !== 'report') throw new Failure('not_found');
  if (!canDecideReport(outcome, review.state, shop.suspension !== null)) {
    throw new Failure('stale_version', { info: { version: review.version } });
  }
  return shop;
}

/**
 * Shows the store of a report no longer, or again. The report on which it rests stays open, so that
 * a verifier finds it; it is closed with the suspension. Two calls; one more to close it.
 */
async function keepSuspension(
  t: Transaction,
  shop: ShopDoc,
  review: ReviewDoc,
  { outcome, at, reasons }: ReviewDecision,
): Promise<void> {
  const { suspension } = shop;
  if (outcome === 'suspended' && suspension === null) {
    const words = reasons.map((reason) => reason.words).join('\n');
    const begun = { at, words, reviewId: review._id, appealedAt: null };
    await keepShop(t, shop, { ...shop, suspension: begun });
  }
  if (outcome === 'restored' && suspension !== null) {
    if (suspension.reviewId !== review._id) await closeReview(t, suspension.reviewId);
    await keepShop(t, shop, { ...shop, suspension: null });
  }
}

/** Decides a report. The role is read in the transaction: it may have been taken away. */
export const endpoint = verifierWrite(reportDecide, {}, async ({ input, caller, t }) => {
  const { name } = await verifierIn(t, caller.person);
  const review = await reviewAtVersion(t, input.reviewId, input.version);
  refuseIfAny(reportDecisionProblems(input));
  const shop = await shopOf(t, review, input);
  const { outcome, words } = input;
  const reasons = words === '' ? [] : [{ field: 'words', reason: 'other', words } as const];
  const decision = { outcome, at: caller.now, by: caller.person, name, reasons };
  await keepSuspension(t, shop, review, decision);
  const begins = outcome === 'suspended' && shop.suspension === null;
  const decided = await decideReview(t, review, decision, {
    place: caller.now,
    state: begins ? 'suspended' : 'closed',
  });
  return { shopId: review.shopId, data: { review: presentReview(decided) } };
});
