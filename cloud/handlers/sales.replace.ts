import { scopeFigures } from '../../src/domain/sales/scope';
import { presentEntry } from '../presenters/sales';
import { writeOnce } from '../repositories/changes';
import { idFrom } from '../repositories/ids';
import { admit } from './admit';
import { post } from './books';
import type { Scopes } from './books';
import { currentEntry, marked } from './current-entry';
import { intend } from './handler';
import type { Handler } from './handler';
import { dayPlace, newEntry, placeIn, warningsOf } from './new-entry';

/** A whole new entry in place of one; the replaced one stays in the ledger and does not count. */
export const salesReplace: Handler<'sales.replace'> = async (input, caller) => {
  const { shopId, entryId, target } = input;
  const { shop } = await admit(shopId, caller, 'sales.write');
  const day = await dayPlace(shop, target, caller.now);
  const id = `${shopId}.e${idFrom(caller.person, caller.requestKey, 'entry')}`;
  return writeOnce(intend('sales.replace', input, caller), async (t) => {
    const scopes: Scopes = new Map();
    const old = await currentEntry(t, shopId, entryId);
    const place = await placeIn(t, scopes, shop, target, day, caller.now);
    const entry = newEntry(input, place, { id, shopId, replaces: entryId, caller });
    const scope = await post(t, scopes, [
      { entry: old, sign: -1 },
      { entry, sign: 1 },
    ]);
    await t.update('sales_entries', entryId, marked({ replacedBy: id }));
    await t.add('sales_entries', entry);
    return {
      shopId,
      data: { entry: presentEntry(entry, caller.person), figures: scopeFigures(scope) },
      warnings: warningsOf(scope, entry.sessionId !== null),
    };
  });
};
