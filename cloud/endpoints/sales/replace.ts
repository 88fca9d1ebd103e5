import { refuseIfAny } from '../../../src/contract/failure';
import { salesReplace } from '../../../src/contract/sales';
import { refundProblems } from '../../../src/domain/sales/problems';
import { write } from '../../endpoint/write';
import { newRevision } from '../../repositories/entries';
import { newRevisionId } from '../../repositories/ids';
import { correctEntry } from './correct-entry';
import { refuseSlip } from './slip';

/** Replaces what an entry states; the replaced statement stays on record and does not count. */
export const endpoint = write(salesReplace, { needs: 'sales.write', soFar: () => true }, (call) => {
  const {
    input,
    caller,
    soFar: { latest, bounds },
  } = call;
  const { now } = caller;
  return correctEntry(call, {
    answerId: newRevisionId(input.entryId, caller),
    bounds,
    change: (revisions, { bookedOn }, at) => {
      refuseIfAny(refundProblems(input, bookedOn, at));
      return [...revisions, newRevision(input, input.entryId, { ...caller, now: at })];
    },
    check: (place, scope, stated) =>
      refuseSlip({ input, place, scope, instead: { stated, from: place }, latest, now }),
  });
});
