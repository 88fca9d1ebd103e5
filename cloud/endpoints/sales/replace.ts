import { refuseIfAny } from '../../../src/contract/failure';
import { salesReplace } from '../../../src/contract/sales';
import { refundProblems } from '../../../src/domain/sales/problems';
import { claimingWrite } from '../../endpoint/write';
import { newRevision } from '../../repositories/entries';
import { newRevisionId } from '../../repositories/ids';
import { latestSales } from '../../repositories/live-sessions';
import { correctEntry } from './correct-entry';
import { refuseSlip } from './slip';

/** Replaces what an entry states; the replaced statement stays on record and does not count. */
export const endpoint = claimingWrite(
  salesReplace,
  { needs: 'sales.write' },
  async ({ input, caller, intended }) => {
    const { shopId, entryId } = input;
    const { now } = caller;
    const latest = await latestSales(shopId);
    return correctEntry(intended, {
      shopId,
      entryId,
      answerId: newRevisionId(entryId, caller),
      change: (revisions, { bookedOn }, at) => {
        refuseIfAny(refundProblems(input, bookedOn, at));
        return [...revisions, newRevision(input, entryId, { ...caller, now: at })];
      },
      check: (place, scope, stated) =>
        refuseSlip({ input, place, scope, instead: { stated, from: place }, latest, now }),
    });
  },
);
