import type { LedgerEntry } from '../../src/contract/sales';
import type { SalesEntryDoc } from '../database/documents';

type Marks = Pick<SalesEntryDoc, 'undoneAt' | 'replacedBy'>;

const statusOf = (entry: Marks): LedgerEntry['status'] => {
  if (entry.undoneAt !== null) return 'undone';
  return entry.replacedBy === null ? 'counts' : 'replaced';
};

/** An entry of the ledger, for one of the store's people. */
export const presentEntry = (entry: SalesEntryDoc, person: string): LedgerEntry => ({
  id: entry._id,
  sessionId: entry.sessionId,
  sessionTitle: entry.sessionTitle,
  hostId: entry.hostId,
  accountId: entry.accountId,
  platform: entry.platform,
  kind: entry.kind,
  amountFen: entry.amountFen,
  bookedOn: entry.bookedOn,
  recordedAt: entry.recordedAt,
  recordedBy: entry.recordedBy === person ? 'you' : 'team',
  basis: entry.basis,
  source: entry.source,
  soldFor: {
    name: entry.soldFor.name,
    aboveThresholdHuadu: entry.soldFor.aboveThresholdHuadu,
  },
  status: statusOf(entry),
  replaces: entry.replaces,
});
