import { refuseIfAny } from '../../../src/contract/failure';
import { salesRecord } from '../../../src/contract/sales';
import { refundProblems } from '../../../src/domain/sales/problems';
import { write } from '../../endpoint/write';
import { book, momentAt, type Posting } from '../../repositories/books';
import { newEntry } from '../../repositories/entries';
import { answerOf } from './answer';
import { openPlace, placeOfDay } from './place';
import { refuseSlip } from './slip';

/** Records one new entry, with every kept sum it belongs to, in one transaction. */
export const endpoint = write(
  salesRecord,
  {
    needs: 'sales.write',
    host: ({ target }) => target.hostId,
    soFar: ({ target }) => target.of === 'session' || target.bookedOn,
    before: async ({ input, caller, shop, host }) => placeOfDay({ shop, host }, input, caller.now),
  },
  async ({ input, caller, shop, host, t, prepared: day, soFar: { latest, bounds } }) => {
    const { now } = caller;
    const { place, scope } = await openPlace(t, { shop, host }, input.target, day, now);
    const at = momentAt(scope, [], now);
    refuseIfAny(refundProblems(input, place.bookedOn, at));
    refuseSlip({ input, place, scope, latest, now: at });
    const postings: Posting[] = [{ amount: { ...input, recordedAt: at }, sign: 1 }];
    const scopes = await book(t, place, scope, postings, { now: at, bounds });
    const entry = newEntry(input, place, { ...caller, now: at });
    await t.add('sales_entries', entry);
    return answerOf(entry, entry._id, scopes, caller.person);
  },
);
