import { type ChinaDay, chinaDayOf, monthOf } from '../time';
import { doesCount, type SalesEntry } from './entry';
import { returnAgeOf } from './return-age';
import { entriesOf, entryAsOf, type RevisedEntry } from './revisions';
import { EMPTY_SCOPE, NO_REFUNDS, type ScopeFields, scopeKeyOf, type ScopeTotals } from './scope';
import { canonicalYear, type YearTotals } from './year-totals';

/**
 * Totals of one year from the ledger itself, in any order. It is written independently of
 * `applyEntry` so that the two check each other. Revisions that do not count are ignored.
 * @param ledger all entries of one store (or of one host in one store) booked in one year.
 * @param eveningOf the session that stands for one; a piece of an evening counts with the others.
 */
export function recountYear(
  ledger: readonly RevisedEntry[],
  eveningOf: (sessionId: string) => string = (sessionId) => sessionId,
): YearTotals {
  const counted = countedOf(ledger);
  return canonicalYear({
    cells: recountCells(counted),
    ranges: recountRanges(counted),
    days: recountDays(counted),
    returns: recountReturns(counted),
    returned: recountReturned(counted),
    recorded: recountRecorded(ledger),
    sessionMonths: recountSessionMonths(counted, eveningOf),
    entryCount: counted.length,
  } as YearTotals);
}

/** The revisions that count, as entries. */
function countedOf(ledger: readonly RevisedEntry[]): SalesEntry[] {
  return ledger.flatMap((entry) => entriesOf(entry).filter(doesCount));
}

/** Totals of every scope that has entries which count, by `scopeKeyOf`. */
export function recountScopes(ledger: readonly RevisedEntry[]): Map<string, ScopeTotals> {
  const scopes = new Map<string, ScopeTotals>();
  for (const [key, group] of groupByScope(countedOf(ledger))) {
    const totals = { ...EMPTY_SCOPE };
    const refundedByBasis = { ...NO_REFUNDS };
    for (const { kind, amountFen, basis } of group) {
      totals[`${kind}Fen`] += amountFen;
      totals[`${kind}Count`] += 1;
      if (kind === 'refunded') refundedByBasis[basis] += amountFen;
    }
    scopes.set(key, { ...totals, refundedByBasis });
  }
  return scopes;
}

function add(sums: Record<string, number>, key: string, fen: number): void {
  sums[key] = (sums[key] ?? 0) + fen;
}

function recountCells(counted: readonly SalesEntry[]): Record<string, unknown> {
  const cells: Record<string, Record<string, Record<string, Record<string, number>>>> = {};
  for (const { bookedOn, kind, basis, platform, amountFen } of counted) {
    const platforms = (((cells[monthOf(bookedOn)] ??= {})[kind] ??= {})[basis] ??= {});
    add(platforms, platform ?? 'none', amountFen);
  }
  return cells;
}

function recountDays(counted: readonly SalesEntry[]): Record<string, unknown> {
  const days: Record<string, Record<string, Record<string, number>>> = {};
  for (const group of groupByScope(counted).values()) {
    if (group.every(({ kind }) => kind !== 'paid')) continue;
    for (const { bookedOn, kind, platform, amountFen } of group) {
      if (kind === 'ordered') continue;
      const field = kind === 'paid' ? 'paidFen' : 'refundedFen';
      add(((days[platform ?? 'none'] ??= {})[field] ??= {}), bookedOn, amountFen);
    }
  }
  return days;
}

function recountReturns(counted: readonly SalesEntry[]): Record<string, unknown> {
  const returns: Record<string, Record<string, Record<string, number>>> = {};
  for (const entry of counted) {
    if (entry.kind !== 'refunded') continue;
    const months = (returns[entry.platform ?? 'none'] ??= {});
    add((months[monthOf(entry.bookedOn)] ??= {}), returnAgeOf(entry), entry.amountFen);
  }
  return returns;
}

function recountReturned(counted: readonly SalesEntry[]): Record<string, unknown> {
  const returned: Record<string, Record<string, number>> = {};
  for (const { kind, returnedOn, platform, amountFen } of counted) {
    if (kind !== 'refunded') continue;
    const month = returnedOn === null ? 'unknown' : monthOf(returnedOn);
    add((returned[month] ??= {}), platform ?? 'none', amountFen);
  }
  return returned;
}

/** Bounds and refunds of the scopes without a paid figure, as flat sums. */
function rangeSums(group: readonly SalesEntry[]): Record<string, number> {
  if (group.some(({ kind }) => kind === 'paid')) return {};
  const sums: Record<string, number> = {};
  let orderedFen = 0;
  let refundedFen = 0;
  for (const { kind, basis, amountFen } of group) {
    if (kind === 'ordered') orderedFen += amountFen;
    else {
      refundedFen += amountFen;
      add(sums, `refundedFen/${basis}`, amountFen);
    }
  }
  if (group.some(({ kind }) => kind === 'ordered')) {
    sums['highFen'] = Math.max(0, orderedFen - refundedFen);
  } else {
    sums['lowFen'] = -refundedFen;
  }
  return sums;
}

function recountRanges(counted: readonly SalesEntry[]): Record<string, unknown> {
  const ranges: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const group of groupByScope(counted).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const platforms = (ranges[monthOf(first.bookedOn)] ??= {});
    const amounts = (platforms[first.platform ?? 'none'] ??= {});
    for (const [key, fen] of Object.entries(rangeSums(group))) addAt(amounts, key.split('/'), fen);
  }
  return ranges;
}

/** Sessions with money by month. Of one host's entries, the two counts are the same. */
function recountSessionMonths(
  counted: readonly SalesEntry[],
  eveningOf: (sessionId: string) => string,
): Record<string, unknown> {
  const months: Record<string, Record<string, number>> = {};
  const seen = new Set<string>();
  const countOnce = (sums: Record<string, number>, name: string, key: string): void => {
    if (!seen.has(key)) add(sums, name, 1);
    seen.add(key);
  };
  for (const group of groupByScope(counted).values()) {
    const [first] = group;
    if (first === undefined || first.sessionId === null) continue;
    const { hostId, bookedOn } = first;
    const sessionId = eveningOf(first.sessionId);
    const month = monthOf(bookedOn);
    const sums = (months[month] ??= {});
    countOnce(sums, 'sessions', `${month}/${sessionId}/${hostId ?? ''}`);
    countOnce(sums, 'shopSessions', `${month}/${sessionId}`);
    const { low, high } = netOfGroup(group);
    add(sums, 'lowFen', low);
    add(sums, 'highFen', high);
  }
  return months;
}

function netOfGroup(group: readonly SalesEntry[]): { low: number; high: number } {
  const open = rangeSums(group);
  if (group.every(({ kind }) => kind !== 'paid')) {
    return { low: open['lowFen'] ?? 0, high: open['highFen'] ?? 0 };
  }
  let net = 0;
  for (const { kind, amountFen } of group) {
    if (kind === 'paid') net += amountFen;
    if (kind === 'refunded') net -= amountFen;
  }
  return { low: net, high: net };
}

/** Adds at a path within nested records. */
function addAt(tree: Record<string, unknown>, path: readonly string[], fen: number): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) {
    add(tree as Record<string, number>, head, fen);
    return;
  }
  const branch = (tree[head] ?? {}) as Record<string, unknown>;
  tree[head] = branch;
  addAt(branch, rest, fen);
}

/** Sums by kind and basis, range amounts and count, flat; their changes are kept by day. */
function stateOf(counted: readonly SalesEntry[]): Record<string, number> {
  const state: Record<string, number> = { entryCount: counted.length };
  for (const { kind, basis, amountFen } of counted) add(state, `${kind}/${basis}`, amountFen);
  for (const group of groupByScope(counted).values()) {
    for (const [key, fen] of Object.entries(rangeSums(group))) add(state, `range/${key}`, fen);
  }
  return state;
}

function recountRecorded(ledger: readonly RevisedEntry[]): YearTotals['recorded'] {
  const recorded: Record<string, Record<string, unknown>> = {};
  for (const group of groupByScope(ledger).values()) {
    let before: Record<string, number> = {};
    for (const day of changeDays(group)) {
      const after = stateOf(countedOf(group.map((entry) => entryAsOf(entry, day))));
      const amounts = (recorded[day] ??= {});
      for (const key of Object.keys({ ...before, ...after })) {
        addAt(amounts, key.split('/'), (after[key] ?? 0) - (before[key] ?? 0));
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

function groupByScope<E extends ScopeFields>(entries: readonly E[]): Map<string, E[]> {
  const groups = new Map<string, E[]>();
  for (const entry of entries) {
    const key = scopeKeyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
