import type { ApiWarning } from '../../src/contract/errors';
import type { HostFigures } from '../../src/contract/figures';
import type { LiveSession } from '../../src/contract/live-session';
import type { LedgerEntry } from '../../src/contract/sales';
import type { YearStatement } from '../../src/domain/sales/by-return';
import { entriesOf } from '../../src/domain/sales/revisions';
import { type HostScope, scopesByDay, scopesByHost } from '../../src/domain/sales/host-scopes';
import { scopeFigures, type ScopeTotals, scopeWarnings } from '../../src/domain/sales/scope';
import type { SalesEntryDoc } from '../database/documents';

/** A year's months, line by line. */
export function presentStatement({ months, unknownDayFen }: YearStatement) {
  return {
    months: months.map(({ month, paid, refundedFen, net }) => ({
      month,
      paid: { low: paid.low, high: paid.high },
      refundedFen,
      net: { low: net.low, high: net.high },
    })),
    unknownDayFen,
  };
}

type Revised = ReturnType<typeof entriesOf<SalesEntryDoc>>[number];

function statusOf({ undoneAt, replacedBy }: Revised): LedgerEntry['status'] {
  if (undoneAt !== null) return 'undone';
  return replacedBy === null ? 'counts' : 'replaced';
}

function present(entry: Revised, person: string): LedgerEntry {
  return {
    id: entry.id,
    sessionId: entry.sessionId,
    sessionTitle: entry.sessionTitle,
    hostId: entry.hostId,
    accountId: entry.accountId,
    platform: entry.platform,
    kind: entry.kind,
    amountFen: entry.amountFen,
    bookedOn: entry.bookedOn,
    returnedOn: entry.returnedOn,
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
  };
}

/** An entry with its corrections, for one of the store's people: the latest first. */
export function presentEntry(entry: SalesEntryDoc, person: string): LedgerEntry[] {
  return entriesOf(entry).map((revision) => present(revision, person));
}

/** One revision of an entry. @throws RangeError when the entry has no such revision. */
export function presentRevision(
  entry: SalesEntryDoc,
  revisionId: string,
  person: string,
): LedgerEntry {
  const revision = presentEntry(entry, person).find(({ id }) => id === revisionId);
  if (revision === undefined) throw new RangeError('no such revision');
  return revision;
}

/** The sums of each host of a session. */
export function presentHostFigures(scopes: readonly HostScope[]): HostFigures {
  return scopesByHost(scopes).map(({ hostId, scopes: ofHost }) => ({
    hostId,
    figures: scopeFigures(ofHost),
  }));
}

/** The sums of each day on which a session's amounts are booked, the first day first. */
export function presentDayFigures(scopes: readonly HostScope[]): LiveSession['dayFigures'] {
  return scopesByDay(scopes).map(({ bookedOn, scopes: ofDay }) => ({
    bookedOn,
    figures: scopeFigures(ofDay),
  }));
}

/** What looks wrong in a scope after a write: a warning, never a reason to refuse. */
export function presentWarnings(scope: ScopeTotals, isSession: boolean): ApiWarning[] {
  return scopeWarnings(scope, isSession).map((code) => ({ code }));
}
