import { type ChinaDay, monthOf } from '../time';
import { BASES, type SalesEntry } from './entry';
import { returnAgeOf } from './return-age';
import { changeScope, isRange, NO_REFUNDS, scopeBounds, type ScopeTotals } from './scope';
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
    ...dayDelta(entry, addFen),
    ...range.map((part) => ({ ...part, path: ['ranges', month, platform, ...part.path] })),
    { path: ['entryCount'], addFen: sign },
    { path: ['recorded', changedOn, kind, basis], addFen },
    ...range.map((part) => ({ ...part, path: ['recorded', changedOn, 'range', ...part.path] })),
    { path: ['recorded', changedOn, 'entryCount'], addFen: sign },
  ]);
  return { scope: after, delta };
}

/** Ordered amounts are not money: days and returns hold what was paid and what came back. */
function dayDelta(entry: CountedFields, addFen: number): YearDelta {
  const { kind, bookedOn, returnedOn } = entry;
  const platform = entry.platform ?? 'none';
  if (kind === 'ordered') return [];
  const day = { path: ['days', platform, `${kind}Fen`, bookedOn], addFen };
  if (kind === 'paid') return [day];
  const returnMonth = returnedOn === null ? 'unknown' : monthOf(returnedOn);
  return [
    day,
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
