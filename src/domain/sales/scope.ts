import type { SalesEntry, EntryKind } from './entry';

/** The subject of kept totals: a store, or one host. */
export type TotalsOwner = 'shop' | 'host';

/**
 * The sums of the entries of one scope, in fen. A scope is the smallest set of entries whose
 * ordered, paid and refunded amounts are about the same sales: a session, or one account, host and
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

/** The fields that determine the scope of an entry. */
export type ScopeFields = Pick<SalesEntry, 'sessionId' | 'accountId' | 'hostId' | 'bookedOn'>;

/**
 * Key of the scope of an entry within one store. A host's totals include only that host's part of a
 * session. No scope spans two days, so none spans two months.
 * @param owner the subject of the totals; a store and a host divide a session differently.
 */
export function scopeKeyOf(entry: ScopeFields, owner: TotalsOwner): string {
  const parts =
    entry.sessionId === null
      ? ['day', entry.accountId, entry.hostId, entry.bookedOn]
      : ['session', entry.sessionId, owner === 'host' ? entry.hostId : null, entry.bookedOn];
  return parts.map((part) => (part === null ? '-' : encodeURIComponent(part))).join('|');
}

/** Whether the scope has an entry that counts. */
export function hasEntries(scope: ScopeTotals): boolean {
  return scope.orderedCount + scope.paidCount + scope.refundedCount > 0;
}

/** Whether the scope has an ordered amount and no paid figure. */
export function isOpen(scope: ScopeTotals): boolean {
  return scope.orderedCount > 0 && scope.paidCount === 0;
}

/**
 * The scope after one amount is added (`+1`) or removed (`-1`).
 * @throws RangeError when an amount is removed that the scope does not contain: the kept totals
 *   then differ from the ledger, and nothing may be written.
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

/** The sums of a scope for display: a kind without an entry is null, not 0. */
export interface ScopeFigures {
  readonly orderedFen: number | null;
  readonly paidFen: number | null;
  readonly refundedFen: number | null;
  /** `paid − refunded`; null without a paid figure. */
  readonly netFen: number | null;
  readonly entryCount: number;
}

/** The figures of a scope, in fen; unknown ones are null. */
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

/** Oddities of a scope. The person who records sees them; they are no reason to refuse. */
export type ScopeWarning = 'refunds_above_paid' | 'paid_above_ordered';

/**
 * Warnings for a scope.
 * @param isSession refunds above the paid amount are odd within one session, but ordinary for a day
 *   or a month, which include late refunds of earlier sales.
 */
export function scopeWarnings(scope: ScopeTotals, isSession: boolean): ScopeWarning[] {
  const warnings: ScopeWarning[] = [];
  if (isSession && scope.refundedFen > mostPaid(scope)) warnings.push('refunds_above_paid');
  const knowsBoth = scope.orderedCount > 0 && scope.paidCount > 0;
  if (knowsBoth && scope.paidFen > scope.orderedFen) warnings.push('paid_above_ordered');
  return warnings;
}

/** Without a paid figure, up to the ordered amount may have been paid. */
function mostPaid(scope: ScopeTotals): number {
  return isOpen(scope) ? scope.orderedFen : scope.paidFen;
}
