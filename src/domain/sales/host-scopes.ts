import { sumFits } from '../money';
import type { ChinaDay } from '../time';
import { BASES, ENTRY_KINDS } from './entry';
import { EMPTY_SCOPE, hasEntries, scopeBounds, scopeFigures, type ScopeTotals } from './scope';

/** Which part of a session's sales: one host's, booked on one day. */
export interface SessionPart {
  /** Null for amounts that name no host. */
  readonly hostId: string | null;
  /** The China day that the entries carry: one that was corrected afterwards may have two. */
  readonly bookedOn: ChinaDay;
}

/**
 * What one host of a session sold in it, as far as it is booked on one day. A session has one scope
 * for each host and day with entries. Each counts in the year of its own day.
 */
export interface HostScope extends SessionPart {
  readonly totals: ScopeTotals;
}

function isOf(part: SessionPart): (scope: SessionPart) => boolean {
  return ({ hostId, bookedOn }) => hostId === part.hostId && bookedOn === part.bookedOn;
}

/** The sums of one part of a session. */
export function scopeOfPart(scopes: readonly HostScope[], part: SessionPart): ScopeTotals {
  return scopes.find(isOf(part))?.totals ?? EMPTY_SCOPE;
}

/**
 * The scopes of a session after one part changed, by host and day. A part without entries is left
 * out, so that a session whose only entry was undone is as one without records.
 */
export function withScopeOfPart(
  scopes: readonly HostScope[],
  { hostId, bookedOn }: SessionPart,
  totals: ScopeTotals,
): HostScope[] {
  const isPart = isOf({ hostId, bookedOn });
  const others = scopes.filter((scope) => !isPart(scope));
  const changed = hasEntries(totals) ? [...others, { hostId, bookedOn, totals }] : others;
  const orderOf = (scope: SessionPart): string => `${scope.hostId ?? ''} ${scope.bookedOn}`;
  return changed.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** The scopes of a session by host, in their order: one host's of several days together. */
export function scopesByHost(
  scopes: readonly HostScope[],
): { hostId: string | null; scopes: ScopeTotals[] }[] {
  const groups = new Map<string | null, ScopeTotals[]>();
  for (const { hostId, totals } of scopes) {
    groups.set(hostId, [...(groups.get(hostId) ?? []), totals]);
  }
  return [...groups].map(([hostId, ofHost]) => ({ hostId, scopes: ofHost }));
}

/** The scopes of a session by the day on which they are booked, the first day first. */
export function scopesByDay(
  scopes: readonly HostScope[],
): { bookedOn: ChinaDay; scopes: ScopeTotals[] }[] {
  const days = [...new Set(scopes.map(({ bookedOn }) => bookedOn))].sort();
  return days.map((bookedOn) => ({
    bookedOn,
    scopes: totalsOf(scopes.filter((scope) => scope.bookedOn === bookedOn)),
  }));
}

/** How many entries of a session are booked on other days than one. */
export function entriesOffDay(scopes: readonly HostScope[], day: ChinaDay): number {
  const others = scopes.filter(({ bookedOn }) => bookedOn !== day);
  return scopeFigures(totalsOf(others)).entryCount;
}

/** The sums of the parts of a session, in no particular order. */
export function totalsOf(scopes: readonly HostScope[]): ScopeTotals[] {
  return scopes.map(({ totals }) => totals);
}

/** Whether anything that counts is recorded for a session. */
export function hasSales(scopes: readonly HostScope[]): boolean {
  return scopes.some(({ totals }) => hasEntries(totals));
}

/**
 * Whether the sums over the parts of a session, and the upper bound of its net, are exact. The lower
 * bound is then exact too, because it is never below what was refunded. The years of its parts are
 * exact each by itself.
 */
export function sessionFits(scopes: readonly HostScope[]): boolean {
  const parts = totalsOf(scopes);
  const bounds = parts.flatMap((part) => scopeBounds(part) ?? []);
  return (
    ENTRY_KINDS.every((kind) => sumFits(...parts.map((part) => part[`${kind}Fen`]))) &&
    sumFits(...bounds.map(({ high }) => high))
  );
}

/** The amounts of all parts of a session together. */
export function sumScopes(scopes: readonly HostScope[]): ScopeTotals {
  return totalsOf(scopes).reduce((sum, part) => {
    const refundedByBasis = { ...sum.refundedByBasis };
    for (const basis of BASES) refundedByBasis[basis] += part.refundedByBasis[basis];
    return {
      orderedFen: sum.orderedFen + part.orderedFen,
      paidFen: sum.paidFen + part.paidFen,
      refundedFen: sum.refundedFen + part.refundedFen,
      orderedCount: sum.orderedCount + part.orderedCount,
      paidCount: sum.paidCount + part.paidCount,
      refundedCount: sum.refundedCount + part.refundedCount,
      refundedByBasis,
    };
  }, EMPTY_SCOPE);
}
