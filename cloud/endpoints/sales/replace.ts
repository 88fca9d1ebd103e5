import { refuseIfAny } from '../../../src/contract/failure';
import { salesReplace } from '../../../src/contract/sales';
import { refundProblems } from '../../../src/domain/sales/problems';
import { claimingWrite } from '../../endpoint/write';
import { newRevision } from '../../repositories/entries';
import { correctEntry } from './correct-entry';

/** Replaces what an entry states; the replaced statement stays on record and does not count. */
export const endpoint = claimingWrite(
  salesReplace,
  { needs: 'sales.write' },
  ({ input, caller, intended }) => {
    const { shopId, entryId } = input;
    const revision = newRevision(input, entryId, caller);
    return correctEntry(intended, {
      shopId,
      entryId,
      answerId: revision.id,
      change: (revisions, { bookedOn }) => {
        refuseIfAny(refundProblems(input, bookedOn, caller.now));
        return [...revisions, revision];
      },
    });
  },
);
