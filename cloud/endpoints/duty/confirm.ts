import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { dutyConfirm } from '../../../src/contract/duty';
import { refuseIfStale } from '../../../src/contract/failure';
import { identityCheck, type Seller, uncheckedHosts } from '../../../src/domain/duty/record';
import { write } from '../../endpoint/write';
import { presentCreditCodeWarnings } from '../../presenters/shops';
import { changeRecord, markOf } from './change';

function sellerOf({ seller }: CheckedInputOf<'duty.confirm'>): Seller | null {
  if (seller.who === 'store') return null;
  const { name, creditCode, permitNo } = seller;
  return { name, creditCode, permitNo };
}

/**
 * States who sells and whether the presenter is made by AI, and adds checks. An earlier check that
 * covers everyone stays with its time.
 */
export const endpoint = write(dutyConfirm, { needs: 'duty.confirm' }, async (call) => {
  const { input } = call;
  const seller = sellerOf(input);
  const answer = await changeRecord(call, ({ session, record }) => {
    refuseIfStale(record, input.version);
    const mark = markOf(call);
    const { identity, licence } = record;
    const isCovered = identity !== null && uncheckedHosts(identity, session.hosts).length === 0;
    return {
      ...record,
      identity:
        input.isIdentityChecked && !isCovered ? identityCheck(mark, session.hosts) : identity,
      licence: licence ?? (input.isLicenceChecked ? mark : null),
      seller,
      isAiPresenter: input.isAiPresenter,
      confirmed: mark,
      confirmedAt: mark.at,
      version: record.version + 1,
    };
  });
  return { ...answer, warnings: presentCreditCodeWarnings(seller?.creditCode ?? null) };
});
