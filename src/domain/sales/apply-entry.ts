import { type ChinaDay, monthOf } from '../time';
import { BASES, type SalesEntry } from './entry';
import { returnAgeOf } from './return-age';
import {
  changeScope,
  EMPTY_SCOPE,
  isRange,
  NO_REFUNDS,
  scopeBounds,
  type ScopeTotals,
} from './scope';
import { mergeDeltas, type YearDelta } from './year-totals';

/** The fields of an entry that totals depend on. */
export type CountedFields = Pick<
  SalesEntry,
  'kind' | 'amountFen' | 'bookedOn' | 'returnedOn' | 'basis' | 'platform'
>;

/** A scope after a change, and the increments to the year of the entry's day. */
export interface AppliedEntry {
  readonly scope: ScopeTotals;
  readonly delta: YearDelta;
}

/**
 * Counts an entry (`+1`) or stops counting it (`-1`). The delta belongs to the kept totals of the
 * year of `bookedOn`. While a scope has no paid figure its net is a range: the year keeps the sums
 * of the lows and highs of such scopes, changed by the difference of the scope's bounds.
 * @param scope totals of the entry's own scope, see `scopeKeyOf`.
 * @param changedOn China day of the change: of the recording, the correction or the undo.
 * @throws RangeError when an entry is removed that the scope does not contain.
 */
export function applyEntry(
  scope: ScopeTotals,
  entry: CountedFields,
  sign: 1 | -1,
  changedOn: ChinaDay,
): AppliedEntry {
  const { kind, basis, amountFen, bookedOn } = entry;
  const after = changeScope(scope, entry, sign);
  const platform = entry.platform ?? 'none';
  const month = monthOf(bookedOn);
  const addFen = sign * amountFen;
  const range = rangeDelta(scope, after);
  const delta = mergeDeltas([
    { path: ['cells', month, kind, basis, platform], addFen },
    ...dayDelta(scope, after).map((part) => ({
      ...part,
      path: ['days', platform, ...part.path, bookedOn],
    })),
    ...returnDelta(entry, addFen),
    ...range.map((part) => ({ ...part, path: ['ranges', month, platform, ...part.path] })),
    { path: ['entryCount'], addFen: sign },
    { path: ['recorded', changedOn, kind, basis], addFen },
    ...range.map((part) => ({ ...part, path: ['recorded', changedOn, 'range', ...part.path] })),
    { path: ['recorded', changedOn, 'entryCount'], addFen: sign },
  ]);
  return { scope: after, delta };
}

/**
 * What a day's sales change by when a scope changes. A day holds what is exactly known: the refunds
 * of a scope without a paid figure are part of its range, and not of what other scopes sold that day.
 */
function dayDelta(before: ScopeTotals, after: ScopeTotals): YearDelta {
  const from = isRange(before) ? EMPTY_SCOPE : before;
  const to = isRange(after) ? EMPTY_SCOPE : after;
  return [
    { path: ['paidFen'], addFen: to.paidFen - from.paidFen },
    { path: ['refundedFen'], addFen: to.refundedFen - from.refundedFen },
  ];
}

/** By age, and by the month in which it happened, what came back. */
function returnDelta(entry: CountedFields, addFen: number): YearDelta {
  const { kind, bookedOn, returnedOn } = entry;
  if (kind !== 'refunded') return [];
  const platform = entry.platform ?? 'none';
  const returnMonth = returnedOn === null ? 'unknown' : monthOf(returnedOn);
  return [
    { path: ['returns', platform, monthOf(bookedOn), returnAgeOf(entry)], addFen },
    { path: ['returned', returnMonth, platform], addFen },
  ];
}

/** What the sums of ranges change by when a scope changes. */
function rangeDelta(before: ScopeTotals, after: ScopeTotals): YearDelta {
  const from = rangeOf(before);
  const to = rangeOf(after);
  return [
    { path: ['lowFen'], addFen: to.low - from.low },
    { path: ['highFen'], addFen: to.high - from.high },
    ...BASES.map((basis) => ({
      path: ['refundedFen', basis],
      addFen: to.refunded[basis] - from.refunded[basis],
    })),
  ];
}

function rangeOf(scope: ScopeTotals): {
  low: number;
  high: number;
  refunded: ScopeTotals['refundedByBasis'];
} {
  const bounds = isRange(scope) ? scopeBounds(scope) : null;
  if (bounds === null) return { low: 0, high: 0, refunded: NO_REFUNDS };
  return { low: bounds.low, high: bounds.high, refunded: scope.refundedByBasis };
}
