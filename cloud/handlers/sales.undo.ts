import { scopeFigures } from '../../src/domain/sales/scope';
import { presentEntry } from '../presenters/sales';
import { writeOnce } from '../repositories/changes';
import { admit } from './admit';
import { post } from './books';
import type { Posting } from './books';
import { currentEntry, marked } from './current-entry';
import { intend } from './handler';
import type { Handler } from './handler';
import { warningsOf } from './new-entry';

/** The entry stops counting and stays on record; the one it had replaced counts again. */
export const salesUndo: Handler<'sales.undo'> = async (input, caller) => {
  const { shopId, entryId } = input;
  await admit(shopId, caller, 'sales.write');
  return writeOnce(intend('sales.undo', input, caller), async (t) => {
    const entry = await currentEntry(t, shopId, entryId);
    const earlier = entry.replaces === null ? null : await t.get('sales_entries', entry.replaces);
    const postings: Posting[] = [{ entry, sign: -1 }];
    if (earlier !== null) postings.push({ entry: earlier, sign: 1 });
    const scope = await post(t, new Map(), postings);
    await t.update('sales_entries', entryId, marked({ undoneAt: caller.now }));
    if (earlier !== null) {
      await t.update('sales_entries', earlier._id, marked({ replacedBy: null }));
    }
    const undone = { ...entry, undoneAt: caller.now, isCounted: false };
    return {
      shopId,
      data: { entry: presentEntry(undone, caller.person), figures: scopeFigures(scope) },
      warnings: warningsOf(scope, entry.sessionId !== null),
    };
  });
};
