import { type ChinaDay, monthOf } from '../time';
import type { SalesEntry } from './entry';
import { returnAgeOf } from './return-age';
import { changeScope, isOpen, type ScopeTotals } from './scope';
import { mergeDeltas, type OpenAmounts, type YearDelta } from './year-totals';

/** The fields of an entry that totals depend on. */
export type CountedFields = Pick<
  SalesEntry,
  'kind' | 'amountFen' | 'bookedOn' | 'basis' | 'platform' | 'recordedAt'
>;

/** A scope after a change, and the increments to the year of the entry's day. */
export interface AppliedEntry {
  readonly scope: ScopeTotals;
  readonly delta: YearDelta;
}

/**
 * Adds an entry (`+1`) or removes it (`-1`). The delta belongs to the kept totals of the year of
 * `bookedOn`. When a scope gains its first paid entry, or loses its last one, its ordered amount
 * leaves or joins the open amounts.
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
  const { kind, basis, amountFen } = entry;
  const after = changeScope(scope, kind, amountFen, sign);
  const month = monthOf(entry.bookedOn);
  const before = openAmountsOf(scope);
  const now = openAmountsOf(after);
  const open = [
    { field: 'orderedFen', addFen: now.orderedFen - before.orderedFen },
    { field: 'refundedFen', addFen: now.refundedFen - before.refundedFen },
  ];
  const addFen = sign * amountFen;
  const delta = mergeDeltas([
    { path: ['cells', month, kind, basis, entry.platform ?? 'none'], addFen },
    ...ofDay(entry, addFen),
    ...open.map((part) => ({ path: ['open', month, part.field], addFen: part.addFen })),
    { path: ['entryCount'], addFen: sign },
    { path: ['recorded', changedOn, kind, basis], addFen },
    ...open.map(({ field, addFen: fen }) => ({
      path: ['recorded', changedOn, 'open', field],
      addFen: fen,
    })),
    { path: ['recorded', changedOn, 'entryCount'], addFen: sign },
  ]);
  return { scope: after, delta };
}

/** Ordered amounts are not money: days and returns contain payments and refunds only. */
function ofDay(entry: CountedFields, addFen: number): YearDelta {
  const platform = entry.platform ?? 'none';
  if (entry.kind === 'ordered') return [];
  const day = { path: ['days', platform, `${entry.kind}Fen`, entry.bookedOn], addFen };
  if (entry.kind === 'paid') return [day];
  return [day, { path: ['returns', platform, returnAgeOf(entry)], addFen }];
}

function openAmountsOf(scope: ScopeTotals): OpenAmounts {
  return isOpen(scope)
    ? { orderedFen: scope.orderedFen, refundedFen: scope.refundedFen }
    : { orderedFen: 0, refundedFen: 0 };
}
