import { Failure, invalidInput, limitReached, refuseIfAny } from '../../../src/contract/failure';
import { reportSend } from '../../../src/contract/report';
import { MAX_REPORTS_A_DAY, reportProblems, withReport } from '../../../src/domain/review/report';
import { shopIdOf } from '../../../src/domain/shop/ids';
import { chinaDayOf } from '../../../src/domain/time';
import { personWrite } from '../../endpoint/write';
import { newReviewId, receiptOf } from '../../repositories/ids';
import { openPerson, putPerson } from '../../repositories/people';
import { addReview } from '../../repositories/reviews';
import { isShown } from '../../repositories/shops';

/**
 * Reports a problem with a store's public pages. How often a person does is decided in the
 * transaction, since reports cost others their time.
 */
export const endpoint = personWrite(reportSend, {}, async ({ input, caller, t }) => {
  const { shopId, sessionId, reason, words } = input;
  const { person, now } = caller;
  if (sessionId !== null && shopIdOf(sessionId) !== shopId) {
    throw invalidInput({ sessionId: 'not_in_store' });
  }
  refuseIfAny(reportProblems(input));
  const shop = await t.get('shops', shopId);
  if (shop === null || !isShown(shop)) throw new Failure('not_found');
  const known = await openPerson(t, person);
  const reports = withReport(known.reports, shopId, chinaDayOf(now));
  if (reports === null) throw limitReached(MAX_REPORTS_A_DAY);
  await putPerson(t, { ...known, reports });
  const reviewId = newReviewId(shopId, caller);
  const receipt = receiptOf(reviewId, chinaDayOf(now));
  await addReview(t, {
    _id: reviewId,
    shopId,
    kind: 'report',
    subjectId: sessionId ?? shopId,
    receipt,
    submittedAt: now,
    submittedBy: person,
    claims: { name: shop.name, reason, words },
    checked: null,
    attempt: 1,
  });
  return { shopId, data: { receipt } };
});
