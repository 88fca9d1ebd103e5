import { monthOf } from '../time';
import { doesCount } from './entry';
import type { SalesEntry } from './entry';
import { EMPTY_SCOPE, scopeKeyOf } from './scope';
import type { ScopeTotals, TotalsOwner } from './scope';
import { canonicalYear } from './year-totals';
import type { YearTotals } from './year-totals';

/**
 * Totals of one year from the ledger itself, in whatever order it comes. Written apart from
 * `applyEntry` on purpose: the two check each other. Entries that do not count are passed over.
 * @param entries all entries of one store (or of one host in one store) booked in one year.
 * @param owner whose totals they are.
 */
export function recountYear(entries: readonly SalesEntry[], owner: TotalsOwner): YearTotals {
  const counted = entries.filter(doesCount);
  return canonicalYear({
    cells: recountCells(counted),
    open: recountOpen(counted, owner),
    entryCount: counted.length,
  } as YearTotals);
}

/** Totals of every scope that has entries which count, by `scopeKeyOf`. */
export function recountScopes(
  entries: readonly SalesEntry[],
  owner: TotalsOwner,
): Map<string, ScopeTotals> {
  const scopes = new Map<string, ScopeTotals>();
  for (const [key, group] of groupByScope(entries.filter(doesCount), owner)) {
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

function groupByScope(
  entries: readonly SalesEntry[],
  owner: TotalsOwner,
): Map<string, SalesEntry[]> {
  const groups = new Map<string, SalesEntry[]>();
  for (const entry of entries) {
    const key = scopeKeyOf(entry, owner);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
