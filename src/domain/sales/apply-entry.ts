import { monthOf } from '../time';
import type { SalesEntry } from './entry';
import { changeScope, isOpen } from './scope';
import type { ScopeTotals } from './scope';
import { mergeDeltas } from './year-totals';
import type { OpenAmounts, YearDelta } from './year-totals';

/** The fields of an entry that totals depend on. */
export type CountedFields = Pick<
  SalesEntry,
  'kind' | 'amountFen' | 'bookedOn' | 'basis' | 'platform'
>;

/** A scope after a change, and what the change adds to the year of the entry's day. */
export interface AppliedEntry {
  readonly scope: ScopeTotals;
  readonly delta: YearDelta;
}

/**
 * Counts an entry (`+1`) or stops counting it (`-1`). The delta belongs to the kept totals of the
 * year of `bookedOn`. When a scope gains its first paid entry, or loses its last, what was ordered
 * there leaves, or joins, the open amounts.
 * @param scope totals of the entry's own scope, see `scopeKeyOf`.
 * @throws RangeError when an entry is taken out that the scope does not hold.
 */
export function applyEntry(scope: ScopeTotals, entry: CountedFields, sign: 1 | -1): AppliedEntry {
  const after = changeScope(scope, entry.kind, entry.amountFen, sign);
  const month = monthOf(entry.bookedOn);
  const cell = ['cells', month, entry.kind, entry.basis, entry.platform ?? 'none'];
  const was = openAmountsOf(scope);
  const is = openAmountsOf(after);
  const delta = mergeDeltas([
    { path: cell, addFen: sign * entry.amountFen },
    { path: ['open', month, 'orderedFen'], addFen: is.orderedFen - was.orderedFen },
    { path: ['open', month, 'refundedFen'], addFen: is.refundedFen - was.refundedFen },
    { path: ['entryCount'], addFen: sign },
  ]);
  return { scope: after, delta };
}

function openAmountsOf(scope: ScopeTotals): OpenAmounts {
  return isOpen(scope)
    ? { orderedFen: scope.orderedFen, refundedFen: scope.refundedFen }
    : { orderedFen: 0, refundedFen: 0 };
}
