import { addBounds, type NetBounds } from './bounds';
import { type Basis, type SalesEntry } from './entry';

/**
 * What the entries of one scope add up to, in fen. A scope is the smallest set of entries whose
 * ordered, paid and refunded amounts are of the same sales: one host's part of a session on one
 * day, or one account, host and day outside a session. A store and its hosts see the same scopes.
 */
export interface ScopeTotals {
  readonly orderedFen: number;
  readonly paidFen: number;
  readonly refundedFen: number;
  readonly orderedCount: number;
  readonly paidCount: number;
  readonly refundedCount: number;
  /** `refundedFen` by basis: the refunds of a scope without a paid figure are in no exact row. */
  readonly refundedByBasis: Readonly<Record<Basis, number>>;
}

/**
 * No refunds, basis by basis. Every basis is always there: an update of a document merges nested
 * fields, so that a basis left out would keep its former amount.
 */
export const NO_REFUNDS: Readonly<Record<Basis, number>> = {
  self_reported: 0,
  press_report: 0,
  platform_export: 0,
  evidenced: 0,
  verified: 0,
};

/** A scope without entries. */
export const EMPTY_SCOPE: ScopeTotals = {
  orderedFen: 0,
  paidFen: 0,
  refundedFen: 0,
  orderedCount: 0,
  paidCount: 0,
  refundedCount: 0,
  refundedByBasis: NO_REFUNDS,
};

/** The fields that determine the scope of an entry. */
export type ScopeFields = Pick<SalesEntry, 'sessionId' | 'accountId' | 'hostId' | 'bookedOn'>;

/**
 * Key of the scope of an entry within one store. A scope has one day and one platform: a session
 * keeps its account once something is recorded for it, and has a scope for each day that its entries carry.
 */
export function scopeKeyOf(entry: ScopeFields): string {
  const parts =
    entry.sessionId === null
      ? ['day', entry.accountId, entry.hostId, entry.bookedOn]
      : ['session', entry.sessionId, entry.hostId, entry.bookedOn];
  return parts.map((part) => (part === null ? '-' : encodeURIComponent(part))).join('|');
}

/** Whether the scope has an entry that counts. */
export function hasEntries(scope: ScopeTotals): boolean {
  return scope.orderedCount + scope.paidCount + scope.refundedCount > 0;
}

/** Whether something is recorded and no paid figure is among it: the net is known as a range only. */
export function isRange(scope: ScopeTotals): boolean {
  return hasEntries(scope) && scope.paidCount === 0;
}

/** Whether refunds are recorded and neither an ordered nor a paid amount: the sale is missing. */
function lacksSale(scope: ScopeTotals): boolean {
  return scope.refundedCount > 0 && scope.orderedCount + scope.paidCount === 0;
}

/**
 * Bounds of a scope's net, by ordered ≥ paid ≥ net. With a paid figure the net is paid − refunded
 * and may be negative; with an ordered amount only, it lies from 0 to what of it did not come back;
 * with refunds only, from −refunded to 0.
 * @returns null when nothing is recorded: unknown is not 0.
 */
export function scopeBounds(scope: ScopeTotals): NetBounds | null {
  const { orderedFen, paidFen, refundedFen } = scope;
  if (!hasEntries(scope)) return null;
  if (scope.paidCount > 0) return { low: paidFen - refundedFen, high: paidFen - refundedFen };
  if (scope.orderedCount > 0) return { low: 0, high: Math.max(0, orderedFen - refundedFen) };
  // `0 - x` rather than `-x`: a refund of 0 must not become −0.
  return { low: 0 - refundedFen, high: 0 };
}

/** What a change of a scope needs to know of an amount. */
export type ScopeAmount = Pick<SalesEntry, 'kind' | 'amountFen' | 'basis'>;

/**
 * The scope after one amount is added (`+1`) or removed (`-1`).
 * @throws RangeError when an amount is removed that the scope does not contain: the kept totals
 *   then differ from the ledger, and nothing may be written.
 */
export function changeScope(
  scope: ScopeTotals,
  { kind, amountFen, basis }: ScopeAmount,
  sign: 1 | -1,
): ScopeTotals {
  const fen = scope[`${kind}Fen`] + sign * amountFen;
  const count = scope[`${kind}Count`] + sign;
  if (fen < 0 || count < 0) throw new RangeError(`scope holds no such ${kind} entry`);
  const changed = { ...scope, [`${kind}Fen`]: fen, [`${kind}Count`]: count };
  if (kind !== 'refunded') return changed;
  const ofBasis = scope.refundedByBasis[basis] + sign * amountFen;
  if (ofBasis < 0) throw new RangeError(`scope holds no such refund that is ${basis}`);
  return { ...changed, refundedByBasis: { ...scope.refundedByBasis, [basis]: ofBasis } };
}

/** The sums of a session or day as they are shown: a kind without any entry is null, not 0. */
export interface ScopeFigures {
  readonly orderedFen: number | null;
  readonly paidFen: number | null;
  readonly refundedFen: number | null;
  /** Bounds of the net; null while nothing is recorded. */
  readonly net: NetBounds | null;
  /** Whether there are refunds whose sale is not recorded. */
  readonly lacksSale: boolean;
  readonly entryCount: number;
}

/** The figures of the scopes of one session (one for each host) or of one day, in fen. */
export function scopeFigures(scopes: readonly ScopeTotals[]): ScopeFigures {
  const sum = (kind: 'ordered' | 'paid' | 'refunded'): number | null =>
    scopes.some((scope) => scope[`${kind}Count`] > 0)
      ? scopes.reduce((total, scope) => total + scope[`${kind}Fen`], 0)
      : null;
  const bounds = scopes.flatMap((scope) => scopeBounds(scope) ?? []);
  return {
    orderedFen: sum('ordered'),
    paidFen: sum('paid'),
    refundedFen: sum('refunded'),
    net: bounds.length > 0 ? addBounds(...bounds) : null,
    lacksSale: scopes.some(lacksSale),
    entryCount: scopes.reduce(
      (total, scope) => total + scope.orderedCount + scope.paidCount + scope.refundedCount,
      0,
    ),
  };
}

/** What looks wrong in a scope; shown to the person who records, never a reason to refuse. */
export type ScopeWarning = 'refunds_above_paid' | 'paid_above_ordered';

/**
 * Warnings for a scope.
 * @param isSession refunds above the paid amount are odd within one session, but ordinary for a day
 *   or a month, which include late refunds of earlier sales. Where the sale is missing there is no
 *   amount to be above: the scope is marked, see {@link ScopeFigures.lacksSale}.
 */
export function scopeWarnings(scope: ScopeTotals, isSession: boolean): ScopeWarning[] {
  const warnings: ScopeWarning[] = [];
  const isComparable = isSession && !lacksSale(scope);
  if (isComparable && scope.refundedFen > maxPaid(scope)) warnings.push('refunds_above_paid');
  if (scope.orderedCount > 0 && scope.paidFen > scope.orderedFen) {
    warnings.push('paid_above_ordered');
  }
  return warnings;
}

/** While no paid figure is known, as much as was ordered may have been paid. */
function maxPaid(scope: ScopeTotals): number {
  return scope.paidCount > 0 ? scope.paidFen : scope.orderedFen;
}
