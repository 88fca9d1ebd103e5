import { Failure, invalidInput } from '../../../src/contract/failure';
import { reportAppeal } from '../../../src/contract/report';
import { APPEAL } from '../../../src/domain/review/report';
import { chinaDayOf } from '../../../src/domain/time';
import { write } from '../../endpoint/write';
import { presentOwnShop } from '../../presenters/shops';
import { newReviewId, receiptOf } from '../../repositories/ids';
import { addReview } from '../../repositories/reviews';
import { keepShop } from '../../repositories/shops';

/** Asks to be shown again. A store that is shown, or has asked already, is answered as it is. */
export const endpoint = write(
  reportAppeal,
  { needs: 'shop.edit' },
  async ({ input, caller, role, t }) => {
    if (input.words === '') throw invalidInput({ words: 'required' });
    const shop = await t.get('shops', input.shopId);
    if (shop === null) throw new Failure('not_found');
    const { suspension } = shop;
    if (suspension === null || suspension.appealedAt !== null) {
      return { data: { shop: presentOwnShop(shop, role, caller.sight) } };
    }
    const { now, person } = caller;
    const reviewId = newReviewId(shop._id, caller);
    await addReview(t, {
      _id: reviewId,
      shopId: shop._id,
      kind: 'report',
      subjectId: shop._id,
      receipt: receiptOf(reviewId, chinaDayOf(now)),
      submittedAt: now,
      submittedBy: person,
      claims: { name: shop.name, reason: APPEAL, words: input.words },
      checked: null,
      attempt: 1,
    });
    const appealed = { ...shop, suspension: { ...suspension, appealedAt: now } };
    const saved = await keepShop(t, shop, appealed);
    return { data: { shop: presentOwnShop(saved, role, caller.sight) } };
  },
);
