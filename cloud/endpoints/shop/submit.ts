import { Failure, refuseIfAny } from '../../../src/contract/failure';
import { shopSubmit } from '../../../src/contract/shop';
import { claimsOf, handedIn } from '../../../src/domain/shop/identity';
import { namesOfPublicBodies, publicPageProblems } from '../../../src/domain/shop/problems';
import { chinaDayOf } from '../../../src/domain/time';
import type { ShopDoc } from '../../database/documents';
import { write } from '../../endpoint/write';
import { answerWithPhone, presentOwnShop } from '../../presenters/shops';
import { phoneOf } from '../../repositories/contact';
import { newReviewId, receiptOf } from '../../repositories/ids';
import { addReview, withdrawReview } from '../../repositories/reviews';
import { keepShop, shopAtVersion } from '../../repositories/shops';

function check(shop: ShopDoc): void {
  const fields = publicPageProblems(shop);
  if (Object.keys(fields).length > 0) throw new Failure('disclosure_incomplete', { fields });
  refuseIfAny(namesOfPublicBodies(shop));
}

/** Hands in who the store is; a returned review gives way to this one. */
export const endpoint = write(
  shopSubmit,
  { needs: 'shop.edit', after: async ({ shop }, answer) => answerWithPhone(answer, phoneOf(shop)) },
  async ({ input, caller, role, t }) => {
    const shop = await shopAtVersion(t, input.shopId, input.version);
    const { verification } = shop;
    const isOpen = verification.state === 'unverified' || verification.state === 'returned';
    if (!isOpen) return { data: { shop: presentOwnShop(shop, role, caller.sight) } };
    check(shop);
    const { now, person } = caller;
    const reviewId = newReviewId(shop._id, caller);
    const receipt = receiptOf(reviewId, chinaDayOf(now));
    const handed = handedIn(verification, { reviewId, receipt, now });
    if (verification.state === 'returned' && verification.reviewId !== null) {
      await withdrawReview(t, verification.reviewId);
    }
    await addReview(t, {
      _id: reviewId,
      shopId: shop._id,
      kind: 'identity',
      subjectId: shop._id,
      receipt,
      submittedAt: now,
      submittedBy: person,
      claims: claimsOf(shop),
      checked: verification.checked,
      attempt: handed.attempt,
    });
    const saved = await keepShop(t, shop, { ...shop, verification: handed });
    return { data: { shop: presentOwnShop(saved, role, caller.sight) } };
  },
);
