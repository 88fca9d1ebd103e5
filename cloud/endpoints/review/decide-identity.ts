import { Failure } from '../../../src/contract/failure';
import { approved, checkDueOn, claimsOf, returned } from '../../../src/domain/shop/identity';
import { isListed } from '../../../src/domain/shop/listing';
import type { Transaction } from '../../database/database';
import type { ReviewDecision, ReviewDoc } from '../../database/review-documents';
import { listedKey } from '../../repositories/ids';
import { decideReview } from '../../repositories/reviews';
import { keepShop } from '../../repositories/shops';

/**
 * Decides who a store is. The store points to the one review that counts: another one, or a store that
 * has changed since, was taken back in the transaction that changed it.
 */
export async function decideIdentity(
  t: Transaction,
  review: ReviewDoc,
  decision: ReviewDecision,
): Promise<ReviewDoc> {
  const { at, outcome, reasons } = decision;
  const shop = await t.get('shops', review.shopId);
  if (shop === null) throw new Failure('not_found');
  if (shop.verification.reviewId !== review._id) {
    throw new Failure('stale_version', { info: { version: review.version } });
  }
  if (outcome === 'returned') {
    const verification = returned(shop.verification, reasons);
    await keepShop(t, shop, { ...shop, verification });
    return decideReview(t, review, decision, { place: at, state: 'returned' });
  }
  const verification = approved(shop, at);
  // A store that was listed keeps its place.
  const key = isListed(shop) ? shop.listedKey : listedKey(at, shop._id);
  await keepShop(t, shop, { ...shop, verification, listedKey: key });
  const claims = claimsOf(shop);
  return decideReview(t, review, decision, {
    place: checkDueOn(at),
    state: 'approved',
    claims,
    checked: review.state === 'approved' ? verification.checked : review.checked,
  });
}
