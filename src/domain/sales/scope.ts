import type { SalesEntry, EntryKind } from './entry';

/** Whose totals are kept: a store's, or one host's. */
export type TotalsOwner = 'shop' | 'host';

/**
 * What the entries of one scope add up to, in fen. A scope is the smallest set of entries whose
 * ordered, paid and refunded amounts speak of the same sales: a session, or one account, host and
 * day outside a session.
 */
export interface ScopeTotals {
  readonly orderedFen: number;
  readonly paidFen: number;
  readonly refundedFen: number;
  readonly orderedCount: number;
  readonly paidCount: number;
  readonly refundedCount: number;
}

/** A scope without entries. */
export const EMPTY_SCOPE: ScopeTotals = {
  orderedFen: 0,
  paidFen: 0,
  refundedFen: 0,
  orderedCount: 0,
  paidCount: 0,
  refundedCount: 0,
};

/** The fields that say to which scope an entry belongs. */
export type ScopeFields = Pick<SalesEntry, 'sessionId' | 'accountId' | 'hostId' | 'bookedOn'>;

/**
 * Key of the scope of an entry within one store. A host's totals see only that host's part of a
 * session, and no scope ever reaches over two days, so none reaches over two months.
 * @param owner whose totals are being kept; a store and a host part a session differently.
 */
export function scopeKeyOf(entry: ScopeFields, owner: TotalsOwner): string {
  const parts =
    entry.sessionId === null
      ? ['day', entry.accountId, entry.hostId, entry.bookedOn]
      : ['session', entry.sessionId, owner === 'host' ? entry.hostId : null, entry.bookedOn];
  return parts.map((part) => (part === null ? '-' : encodeURIComponent(part))).join('|');
}

/** Whether anything that counts is recorded in the scope. */
export function hasEntries(scope: ScopeTotals): boolean {
  return scope.orderedCount + scope.paidCount + scope.refundedCount > 0;
}

/** Whether something was ordered here and no paid figure is known. */
export function isOpen(scope: ScopeTotals): boolean {
  return scope.orderedCount > 0 && scope.paidCount === 0;
}

/**
 * The scope after one amount is added (`+1`) or taken out (`-1`).
 * @throws RangeError when an amount is taken out that the scope does not hold: the kept totals and
 * the ledger have parted, and nothing may be written on top of that.
 */
export function changeScope(
  scope: ScopeTotals,
  kind: EntryKind,
  amountFen: number,
  sign: 1 | -1,
): ScopeTotals {
  const fen = scope[`${kind}Fen`] + sign * amountFen;
  const count = scope[`${kind}Count`] + sign;
  if (fen < 0 || count < 0) throw new RangeError(`scope holds no such ${kind} entry`);
  return { ...scope, [`${kind}Fen`]: fen, [`${kind}Count`]: count };
}

/** The sums of a scope as they are shown: a kind without any entry is null, for blank is not 0. */
export interface ScopeFigures {
  readonly orderedFen: number | null;
  readonly paidFen: number | null;
  readonly refundedFen: number | null;
  /** `paid − refunded`; null while no paid figure is known. */
  readonly netFen: number | null;
  readonly entryCount: number;
}

/** The figures of a scope, in fen, with what is unknown left blank. */
export function scopeFigures(scope: ScopeTotals): ScopeFigures {
  const { orderedCount, paidCount, refundedCount } = scope;
  return {
    orderedFen: orderedCount > 0 ? scope.orderedFen : null,
    paidFen: paidCount > 0 ? scope.paidFen : null,
    refundedFen: refundedCount > 0 ? scope.refundedFen : null,
    netFen: paidCount > 0 ? scope.paidFen - scope.refundedFen : null,
    entryCount: orderedCount + paidCount + refundedCount,
  };
}

/** What looks wrong in a scope; said to whoever records, never a reason to refuse. */
export type ScopeWarning = 'refunds_above_paid' | 'paid_above_ordered';

/**
 * Warnings for a scope.
 * @param isSession refunds above the paid amount are odd within one session, but ordinary for a
 * day or a month, where late refunds of earlier sales arrive.
 */
export function scopeWarnings(scope: ScopeTotals, isSession: boolean): ScopeWarning[] {
  const warnings: ScopeWarning[] = [];
  if (isSession && scope.refundedFen > mostPaid(scope)) warnings.push('refunds_above_paid');
  const knowsBoth = scope.orderedCount > 0 && scope.paidCount > 0;
  if (knowsBoth && scope.paidFen > scope.orderedFen) warnings.push('paid_above_ordered');
  return warnings;
}

/** While no paid figure is known, as much as was ordered may have been paid. */
function mostPaid(scope: ScopeTotals): number {
  return isOpen(scope) ? scope.orderedFen : scope.paidFen;
}
