import { refuseIfAny } from '../../../src/contract/failure';
import { salesRecord } from '../../../src/contract/sales';
import { refundProblems } from '../../../src/domain/sales/problems';
import { write } from '../../endpoint/write';
import { keepScope, post } from '../../repositories/books';
import { newEntry } from '../../repositories/entries';
import { answerOf } from './answer';
import { openPlace, placeOfDay } from './place';

/** Records one new entry, with every kept sum it belongs to, in one transaction. */
export const endpoint = write(
  salesRecord,
  {
    needs: 'sales.write',
    host: ({ target }) => target.hostId,
    before: async ({ input, caller, shop, host }) => placeOfDay({ shop, host }, input, caller.now),
  },
  async ({ input, caller, shop, host, t, prepared: day }) => {
    const { place, scope } = await openPlace(t, { shop, host }, input.target, day, caller.now);
    refuseIfAny(refundProblems(input, place.bookedOn, caller.now));
    const totals = await post(t, place, scope.totals, [{ amount: input, sign: 1 }], caller.now);
    const scopes = await keepScope(t, place, scope, totals);
    const entry = newEntry(input, place, caller);
    await t.add('sales_entries', entry);
    return answerOf(entry, entry._id, scopes, caller.person);
  },
);
