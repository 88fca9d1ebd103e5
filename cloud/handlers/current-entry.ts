import { Failure } from '../../src/contract/failure';
import type { Transaction } from '../database/database';
import type { SalesEntryDoc } from '../database/documents';

/**
 * An entry that counts now, read inside the transaction.
 * @throws Failure `not_found`; `entry_not_current` when it was replaced (`info.currentId`) or undone.
 */
export const currentEntry = async (
  t: Transaction,
  shopId: string,
  entryId: string,
): Promise<SalesEntryDoc> => {
  const entry = await t.get('sales_entries', entryId);
  if (entry?.shopId !== shopId) throw new Failure('not_found');
  if (!entry.isCounted) {
    throw new Failure('entry_not_current', { info: { currentId: entry.replacedBy } });
  }
  return entry;
};

/** The marks of an entry after a change; it counts when there are none. */
export const marked = (marks: {
  replacedBy?: string | null;
  undoneAt?: string;
}): Record<string, unknown> => ({
  ...marks,
  isCounted: marks.replacedBy === null,
});
