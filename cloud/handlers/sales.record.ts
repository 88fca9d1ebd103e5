import { scopeFigures } from '../../src/domain/sales/scope';
import { presentEntry } from '../presenters/sales';
import { writeOnce } from '../repositories/changes';
import { idFrom } from '../repositories/ids';
import { admit } from './admit';
import { post } from './books';
import type { Scopes } from './books';
import { intend } from './handler';
import type { Handler } from './handler';
import { dayPlace, newEntry, placeIn, warningsOf } from './new-entry';

/** One new entry, with every kept sum it belongs to, in one transaction. */
export const salesRecord: Handler<'sales.record'> = async (input, caller) => {
  const { shopId, target } = input;
  const { shop } = await admit(shopId, caller, 'sales.write');
  const day = await dayPlace(shop, target, caller.now);
  const id = `${shopId}.e${idFrom(caller.person, caller.requestKey, 'entry')}`;
  return writeOnce(intend('sales.record', input, caller), async (t) => {
    const scopes: Scopes = new Map();
    const place = await placeIn(t, scopes, shop, target, day, caller.now);
    const entry = newEntry(input, place, { id, shopId, replaces: null, caller });
    const scope = await post(t, scopes, [{ entry, sign: 1 }]);
    await t.add('sales_entries', entry);
    return {
      shopId,
      data: { entry: presentEntry(entry, caller.person), figures: scopeFigures(scope) },
      warnings: warningsOf(scope, entry.sessionId !== null),
    };
  });
};
