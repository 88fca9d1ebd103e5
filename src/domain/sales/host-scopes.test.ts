import { describe, expect, it } from 'vitest';

import {
  entriesOffDay,
  hasSales,
  type HostScope,
  scopeOfPart,
  scopesByDay,
  scopesByHost,
  sessionFits,
  sumScopes,
  withScopeOfPart,
} from './host-scopes';
import { EMPTY_SCOPE, NO_REFUNDS, type ScopeTotals } from './scope';

const DECEMBER = '2025-12-29';
const JANUARY = '2026-01-02';

function paid(paidFen: number): ScopeTotals {
  return { ...EMPTY_SCOPE, paidFen, paidCount: 1 };
}

const early = withScopeOfPart([], { hostId: 'a', bookedOn: DECEMBER }, paid(100));
const both = withScopeOfPart(early, { hostId: 'a', bookedOn: JANUARY }, paid(200));

describe('the scopes of a session', () => {
  it('keep what a host sold on each day apart', () => {
    expect(scopeOfPart(both, { hostId: 'a', bookedOn: DECEMBER }).paidFen).toBe(100);
    expect(scopeOfPart(both, { hostId: 'a', bookedOn: JANUARY }).paidFen).toBe(200);
    expect(scopeOfPart(both, { hostId: null, bookedOn: JANUARY })).toEqual(EMPTY_SCOPE);
  });

  it('leave out a day once nothing is recorded on it', () => {
    const moved = withScopeOfPart(both, { hostId: 'a', bookedOn: DECEMBER }, EMPTY_SCOPE);
    expect(moved.map(({ bookedOn }) => bookedOn)).toEqual([JANUARY]);
  });

  it('add up over hosts and days', () => {
    const all = withScopeOfPart(both, { hostId: null, bookedOn: JANUARY }, paid(50));
    expect(sumScopes(all).paidFen).toBe(350);
    expect(scopesByHost(all).map(({ hostId, scopes }) => [hostId, scopes.length])).toEqual([
      [null, 1],
      ['a', 2],
    ]);
  });

  it('stand in the order of hosts, the amounts of none first, and of days', () => {
    const parts = [
      { hostId: 'B', bookedOn: DECEMBER },
      { hostId: 'A', bookedOn: JANUARY },
      { hostId: null, bookedOn: JANUARY },
      { hostId: 'A', bookedOn: DECEMBER },
    ];
    const sorted = parts.reduce<HostScope[]>(
      (scopes, part) => withScopeOfPart(scopes, part, paid(1)),
      [],
    );
    expect(sorted.map(({ hostId, bookedOn }) => [hostId, bookedOn])).toEqual([
      [null, JANUARY],
      ['A', DECEMBER],
      ['A', JANUARY],
      ['B', DECEMBER],
    ]);
  });

  it('are found by day, the first day first', () => {
    const late = withScopeOfPart(both, { hostId: null, bookedOn: DECEMBER }, paid(50)).reverse();
    expect(scopesByDay(late)).toEqual([
      { bookedOn: DECEMBER, scopes: [paid(100), paid(50)] },
      { bookedOn: JANUARY, scopes: [paid(200)] },
    ]);
  });

  it('count the entries of other days than one', () => {
    expect(entriesOffDay(both, JANUARY)).toBe(1);
    const twice = withScopeOfPart(
      both,
      { hostId: null, bookedOn: JANUARY },
      { ...EMPTY_SCOPE, refundedFen: 5, refundedCount: 2 },
    );
    expect(entriesOffDay(twice, DECEMBER)).toBe(3);
    expect(entriesOffDay([], DECEMBER)).toBe(0);
  });

  it('have sales once any of them has an entry', () => {
    const blank = { hostId: 'b', bookedOn: JANUARY, totals: EMPTY_SCOPE };
    expect(hasSales([])).toBe(false);
    expect(hasSales([blank])).toBe(false);
    expect(hasSales([blank, ...early])).toBe(true);
  });
});

describe('sumScopes', () => {
  it('adds every kind, its count, and refunds by basis', () => {
    const totals: ScopeTotals = {
      orderedFen: 1,
      paidFen: 20,
      refundedFen: 300,
      orderedCount: 4,
      paidCount: 5,
      refundedCount: 6,
      refundedByBasis: { ...NO_REFUNDS, verified: 200, self_reported: 100 },
    };
    const parts = ['a', 'b'].map((hostId) => ({ hostId, bookedOn: JANUARY, totals }));
    expect(sumScopes(parts)).toEqual({
      orderedFen: 2,
      paidFen: 40,
      refundedFen: 600,
      orderedCount: 8,
      paidCount: 10,
      refundedCount: 12,
      refundedByBasis: { ...NO_REFUNDS, verified: 400, self_reported: 200 },
    });
  });
});

describe('sessionFits', () => {
  const MAX = Number.MAX_SAFE_INTEGER;
  const fits = (...totals: Partial<ScopeTotals>[]) =>
    sessionFits(
      totals.map((scope, index) => ({
        hostId: `h${String(index)}`,
        bookedOn: JANUARY,
        totals: { ...EMPTY_SCOPE, ...scope },
      })),
    );
  const ordered = (orderedFen: number) => ({ orderedFen, orderedCount: 1 });
  const refunded = (refundedFen: number) => ({ refundedFen, refundedCount: 1 });

  it('accepts sums up to the exact limit', () => {
    expect(fits()).toBe(true);
    expect(fits({})).toBe(true);
    expect(fits(paid(MAX - 1), paid(1))).toBe(true);
  });

  it('refuses a sum of one kind beyond it', () => {
    expect(fits(paid(MAX), paid(1))).toBe(false);
    expect(fits(ordered(MAX), { ...paid(0), ...ordered(1) })).toBe(false);
    expect(fits({ ...paid(1), ...refunded(MAX) }, { ...paid(1), ...refunded(1) })).toBe(false);
  });

  it('refuses an upper bound of the net beyond it', () => {
    // What one host ordered and another was paid add to the upper bound.
    expect(fits(ordered(MAX), paid(1))).toBe(false);
    expect(fits(ordered(MAX - 1), paid(1))).toBe(true);
  });
});
