// Sums of amounts, exact, by walking over the list. No arithmetic comes from src/domain.
import type { Counted } from './book';
import { MAX_AMOUNT } from './steps';

const BASES = [
  'self_reported',
  'press_report',
  'platform_export',
  'evidenced',
  'verified',
] as const;

/** Between which amounts a net lies. */
interface Range {
  low: bigint;
  high: bigint;
}

interface Kinds {
  orderedFen: bigint;
  paidFen: bigint;
  refundedFen: bigint;
  exactNetFen: bigint;
}

/** The amounts of one kind, added up. */
export function total(counted: readonly Counted[], kind: Counted['kind']): bigint {
  return counted.filter((each) => each.kind === kind).reduce((sum, { fen }) => sum + fen, 0n);
}

function has(counted: readonly Counted[], kind: Counted['kind']): boolean {
  return counted.some((each) => each.kind === kind);
}

/** The amounts by scope: those that are of the same sales. */
export function scopesOf(counted: readonly Counted[]): Counted[][] {
  const names = [...new Set(counted.map(({ scope }) => scope))];
  return names.map((name) => counted.filter(({ scope }) => scope === name));
}

/** The range of a scope's net, by ordered ≥ paid ≥ net. */
export function rangeOf(scope: readonly Counted[]): Range {
  const refunded = total(scope, 'refunded');
  if (has(scope, 'paid')) {
    const net = total(scope, 'paid') - refunded;
    return { low: net, high: net };
  }
  if (has(scope, 'ordered')) {
    const rest = total(scope, 'ordered') - refunded;
    return { low: 0n, high: rest > 0n ? rest : 0n };
  }
  return { low: -refunded, high: 0n };
}

/** The range of the net of several scopes: low with low and high with high; null for none. */
export function netOf(counted: readonly Counted[]): Range | null {
  if (counted.length === 0) return null;
  const sum = { low: 0n, high: 0n };
  for (const scope of scopesOf(counted)) {
    const { low, high } = rangeOf(scope);
    sum.low += low;
    sum.high += high;
  }
  return sum;
}

/** The amounts of the scopes with a paid figure. */
export function exactPart(counted: readonly Counted[]): Counted[] {
  return scopesOf(counted)
    .filter((scope) => has(scope, 'paid'))
    .flat();
}

function kindsOf(all: readonly Counted[], exact: readonly Counted[]): Kinds {
  return {
    orderedFen: total(all, 'ordered'),
    paidFen: total(all, 'paid'),
    refundedFen: total(all, 'refunded'),
    exactNetFen: total(exact, 'paid') - total(exact, 'refunded'),
  };
}

/** Sums of kinds, the exact part of the net, and the range of the rest. */
function sumsOf(counted: readonly Counted[]): Kinds & { range: Range } {
  const exact = exactPart(counted);
  const open = scopesOf(counted).filter((scope) => !has(scope, 'paid'));
  return { ...kindsOf(counted, exact), range: netOf(open.flat()) ?? { low: 0n, high: 0n } };
}

/** A year as the endpoint states it; null when nothing counts. */
export function yearOf(counted: readonly Counted[]) {
  if (counted.length === 0) return null;
  const exact = exactPart(counted);
  const byBasis = Object.fromEntries(
    BASES.map((basis) => {
      const isOf = (each: Counted): boolean => each.basis === basis;
      return [basis, kindsOf(counted.filter(isOf), exact.filter(isOf))];
    }),
  );
  return {
    ...sumsOf(counted),
    verifiedNetFen: 0n,
    byBasis,
    entryCount: counted.length,
  };
}

/** The months of a year. A month whose amounts are all 0 may be left out. */
export function monthsOf(counted: readonly Counted[]) {
  if (counted.length === 0) return null;
  const months = [...new Set(counted.map(({ bookedOn }) => bookedOn.slice(0, 7)))].sort();
  const sums = months.map((month) => {
    const ofMonth = counted.filter(({ bookedOn }) => bookedOn.startsWith(month));
    return [month, sumsOf(ofMonth)] as const;
  });
  return Object.fromEntries(sums.filter(([month]) => !isBlank(counted, month)));
}

function isBlank(counted: readonly Counted[], month: string): boolean {
  return counted.every(({ bookedOn, fen }) => !bookedOn.startsWith(month) || fen === 0n);
}

/** The figures of a session or of a day, as they are shown: a kind without entry is null. */
export function figuresOf(counted: readonly Counted[]) {
  const known = (kind: Counted['kind']) => (has(counted, kind) ? total(counted, kind) : null);
  const lacksSale = scopesOf(counted).some(
    (scope) => !has(scope, 'paid') && !has(scope, 'ordered'),
  );
  return {
    orderedFen: known('ordered'),
    paidFen: known('paid'),
    refundedFen: known('refunded'),
    net: netOf(counted),
    lacksSale,
    entryCount: counted.length,
  };
}

/** What a person is warned of after a write in a scope. */
export function warningsOf(scope: readonly Counted[], isSession: boolean): string[] {
  const mostPaid = has(scope, 'paid') ? total(scope, 'paid') : total(scope, 'ordered');
  const hasSale = has(scope, 'paid') || has(scope, 'ordered');
  const isOdd = isSession && hasSale && total(scope, 'refunded') > mostPaid;
  const knowsBoth = has(scope, 'ordered') && has(scope, 'paid');
  const isMore = knowsBoth && total(scope, 'paid') > total(scope, 'ordered');
  return [...(isOdd ? ['refunds_above_paid'] : []), ...(isMore ? ['paid_above_ordered'] : [])];
}

const KINDS = ['ordered', 'paid', 'refunded'] as const;

/** Whether the sums of every kind are exact. */
export function areKindsExact(counted: readonly Counted[]): boolean {
  return KINDS.every((kind) => total(counted, kind) <= BigInt(MAX_AMOUNT));
}

/** Whether a year's sums are exact, with what may have been paid where only orders are known. */
export function isExact(counted: readonly Counted[]): boolean {
  const mayBePaid = scopesOf(counted)
    .filter((scope) => !has(scope, 'paid'))
    .reduce((sum, scope) => sum + rangeOf(scope).high, total(counted, 'paid'));
  return areKindsExact(counted) && mayBePaid <= BigInt(MAX_AMOUNT);
}
