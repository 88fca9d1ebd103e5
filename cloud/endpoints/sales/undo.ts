import { salesUndo } from '../../../src/contract/sales';
import { withUndone } from '../../../src/domain/sales/revisions';
import { claimingWrite } from '../../endpoint/write';
import { correctEntry } from './correct-entry';

/**
 * Undoes an entry: it stops counting and stays on record. The one it had replaced counts again,
 * unless the whole entry is undone.
 */
export const endpoint = claimingWrite(
  salesUndo,
  { needs: 'sales.write' },
  ({ input: { shopId, entryId, isWhole }, intended }) =>
    correctEntry(intended, {
      shopId,
      entryId,
      answerId: entryId,
      change: (revisions, _place, now) => withUndone(revisions, entryId, { isWhole, now }),
    }),
);
