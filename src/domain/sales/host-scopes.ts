import { sumFits } from '../money';
import { BASES, ENTRY_KINDS } from './entry';
import { EMPTY_SCOPE, hasEntries, scopeBounds, type ScopeTotals } from './scope';

/** What one host of a session sold in it. A session has one scope for each host with entries. */
export interface HostScope {
  /** Null for amounts that name no host. */
  readonly hostId: string | null;
  readonly totals: ScopeTotals;
}

/** The sums of one host's part of a session. */
export function scopeOfHost(scopes: readonly HostScope[], hostId: string | null): ScopeTotals {
  return scopes.find((scope) => scope.hostId === hostId)?.totals ?? EMPTY_SCOPE;
}

/**
 * The scopes of a session after one host's part changed, by host. A part without entries is left
 * out, so that a session whose only entry was undone is as one without records.
 */
export function withHostScope(
  scopes: readonly HostScope[],
  hostId: string | null,
  totals: ScopeTotals,
): HostScope[] {
  const others = scopes.filter((scope) => scope.hostId !== hostId);
  const changed = hasEntries(totals) ? [...others, { hostId, totals }] : others;
  return changed.sort((a, b) => ((a.hostId ?? '') < (b.hostId ?? '') ? -1 : 1));
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
 * Whether the sums over the parts of a session, and the bounds of its net, are exact. The parts belong
 * to different hosts, whose years are exact each by itself.
 */
export function sessionFits(scopes: readonly HostScope[]): boolean {
  const parts = totalsOf(scopes);
  const bounds = parts.flatMap((part) => scopeBounds(part) ?? []);
  return (
    ENTRY_KINDS.every((kind) => sumFits(...parts.map((part) => part[`${kind}Fen`]))) &&
    sumFits(...bounds.map(({ low }) => low)) &&
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
