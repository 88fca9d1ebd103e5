import { type ChinaDay, chinaDayOf, monthOf } from '../time';
import { doesCount, type SalesEntry } from './entry';
import { returnAgeOf } from './return-age';
import { entriesOf, entryAsOf, type RevisedEntry } from './revisions';
import {
  EMPTY_SCOPE,
  type ScopeFields,
  scopeKeyOf,
  type ScopeTotals,
  type TotalsOwner,
} from './scope';
import { canonicalYear, type YearTotals } from './year-totals';

/**
 * Totals of one year from the ledger itself, in any order. It is written independently of
 * `applyEntry` so that the two check each other. Revisions that do not count are ignored.
 * @param ledger all entries of one store (or of one host in one store) booked in one year.
 * @param owner the subject of the totals.
 */
export function recountYear(ledger: readonly RevisedEntry[], owner: TotalsOwner): YearTotals {
  const counted = countedOf(ledger);
  return canonicalYear({
    cells: recountCells(counted),
    open: recountOpen(counted, owner),
    days: recountDays(counted),
    returns: recountReturns(counted),
    recorded: recountRecorded(ledger, owner),
    entryCount: counted.length,
  } as YearTotals);
}

/** The revisions that count, as entries. */
function countedOf(ledger: readonly RevisedEntry[]): SalesEntry[] {
  return ledger.flatMap((entry) => entriesOf(entry).filter(doesCount));
}

/** Totals of every scope with entries that count, by `scopeKeyOf`. */
export function recountScopes(
  ledger: readonly RevisedEntry[],
  owner: TotalsOwner,
): Map<string, ScopeTotals> {
  const scopes = new Map<string, ScopeTotals>();
  for (const [key, group] of groupByScope(countedOf(ledger), owner)) {
    const totals = { ...EMPTY_SCOPE };
    for (const { kind, amountFen } of group) {
      totals[`${kind}Fen`] += amountFen;
      totals[`${kind}Count`] += 1;
    }
    scopes.set(key, totals);
  }
  return scopes;
}

function recountCells(counted: readonly SalesEntry[]): Record<string, unknown> {
  const cells: Record<string, Record<string, Record<string, Record<string, number>>>> = {};
  for (const { bookedOn, kind, basis, platform, amountFen } of counted) {
    const platforms = (((cells[monthOf(bookedOn)] ??= {})[kind] ??= {})[basis] ??= {});
    const name = platform ?? 'none';
    platforms[name] = (platforms[name] ?? 0) + amountFen;
  }
  return cells;
}

function recountDays(counted: readonly SalesEntry[]): Record<string, unknown> {
  const days: Record<string, Record<string, Record<string, number>>> = {};
  for (const { bookedOn, kind, platform, amountFen } of counted) {
    if (kind === 'ordered') continue;
    const field = kind === 'paid' ? 'paidFen' : 'refundedFen';
    const byDay = ((days[platform ?? 'none'] ??= {})[field] ??= {});
    byDay[bookedOn] = (byDay[bookedOn] ?? 0) + amountFen;
  }
  return days;
}

function recountReturns(counted: readonly SalesEntry[]): Record<string, unknown> {
  const returns: Record<string, Record<string, number>> = {};
  for (const entry of counted) {
    if (entry.kind !== 'refunded') continue;
    const ages = (returns[entry.platform ?? 'none'] ??= {});
    const age = returnAgeOf(entry);
    ages[age] = (ages[age] ?? 0) + entry.amountFen;
  }
  return returns;
}

/**
 * Sums by kind and basis, `open` amounts and count: the flat state whose changes are kept by day.
 */
type State = Record<string, number>;

function recountRecorded(
  ledger: readonly RevisedEntry[],
  owner: TotalsOwner,
): YearTotals['recorded'] {
  const recorded: Record<string, Record<string, Record<string, number> | number>> = {};
  for (const group of groupByScope(ledger, owner).values()) {
    let before: State = {};
    for (const day of changeDays(group)) {
      const after = stateOf(countedOf(group.map((entry) => entryAsOf(entry, day))), owner);
      const amounts = (recorded[day] ??= {});
      for (const key of Object.keys({ ...before, ...after })) {
        const [part = '', field] = key.split('/');
        const added = (after[key] ?? 0) - (before[key] ?? 0);
        const held = amounts[part];
        if (field === undefined) amounts[part] = (typeof held === 'number' ? held : 0) + added;
        else {
          const fields = typeof held === 'object' ? held : {};
          amounts[part] = { ...fields, [field]: (fields[field] ?? 0) + added };
        }
      }
      before = after;
    }
  }
  return recorded;
}

function changeDays(group: readonly RevisedEntry[]): ChinaDay[] {
  const instants = group.flatMap(({ revisions }) =>
    revisions.flatMap(({ recordedAt, undoneAt }) => [recordedAt, undoneAt ?? recordedAt]),
  );
  return [...new Set(instants.map(chinaDayOf))].sort();
}

function stateOf(counted: readonly SalesEntry[], owner: TotalsOwner): State {
  const state: State = { entryCount: counted.length };
  const add = (key: string, fen: number): void => {
    state[key] = (state[key] ?? 0) + fen;
  };
  for (const { kind, basis, amountFen } of counted) add(`${kind}/${basis}`, amountFen);
  for (const open of Object.values(recountOpen(counted, owner))) {
    add('open/orderedFen', open.orderedFen);
    add('open/refundedFen', open.refundedFen);
  }
  return state;
}

function recountOpen(
  counted: readonly SalesEntry[],
  owner: TotalsOwner,
): Record<string, { orderedFen: number; refundedFen: number }> {
  const open: Record<string, { orderedFen: number; refundedFen: number }> = {};
  for (const group of groupByScope(counted, owner).values()) {
    const isPaidKnown = group.some((entry) => entry.kind === 'paid');
    const isOrdered = group.some((entry) => entry.kind === 'ordered');
    if (isPaidKnown || !isOrdered) continue;
    for (const { bookedOn, kind, amountFen } of group) {
      const month = (open[monthOf(bookedOn)] ??= { orderedFen: 0, refundedFen: 0 });
      month[kind === 'ordered' ? 'orderedFen' : 'refundedFen'] += amountFen;
    }
  }
  return open;
}

function groupByScope<E extends ScopeFields>(
  entries: readonly E[],
  owner: TotalsOwner,
): Map<string, E[]> {
  const groups = new Map<string, E[]>();
  for (const entry of entries) {
    const key = scopeKeyOf(entry, owner);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
