import { salesUndo } from '../../../src/contract/sales';
import { withUndone } from '../../../src/domain/sales/revisions';
import { write } from '../../endpoint/write';
import { correctEntry } from './correct-entry';

/**
 * Undoes an entry: it stops counting and stays on record. The one it had replaced counts again,
 * unless the whole entry is undone.
 */
export const endpoint = write(salesUndo, { needs: 'sales.write' }, (call) => {
  const { entryId, isWhole } = call.input;
  return correctEntry(call, {
    answerId: entryId,
    change: (revisions, _place, now) => withUndone(revisions, entryId, { isWhole, now }),
  });
});
