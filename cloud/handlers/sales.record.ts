import { writeOnce } from '../repositories/changes';
import { idFrom } from '../repositories/ids';
import { admit, hostOfShop } from './admit';
import { keepScope, post } from './books';
import { type Handler, intend } from './handler';
import { answerOf, newEntry, openPlace, placeOfDay } from './new-entry';

/** One new entry, with every kept sum it belongs to, in one transaction. */
export const salesRecord: Handler<'sales.record'> = async (input, caller) => {
  const { shopId, target } = input;
  const hostId = target.of === 'day' ? target.hostId : undefined;
  const admission = await admit(shopId, caller, 'sales.write', hostId);
  const { shop } = admission;
  const day =
    hostId === undefined
      ? null
      : placeOfDay({ shop, host: hostOfShop(admission, hostId) }, target, caller.now);
  const id = `${shopId}.e${idFrom(caller.person, caller.requestKey, 'entry')}`;
  return writeOnce(intend('sales.record', input, caller), async (t) => {
    const { place, scope } = await openPlace(t, shopId, target, day, caller.now);
    const amount = { ...input, recordedAt: caller.now };
    const totals = await post(t, place, scope.totals, [{ amount, sign: 1 }], caller.now);
    await keepScope(t, place, scope, totals);
    const entry = newEntry(input, place, { id, caller });
    await t.add('sales_entries', entry);
    return { shopId, ...answerOf(entry, id, totals, caller.person) };
  });
};
