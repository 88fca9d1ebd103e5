import { describe, expect, it } from 'vitest';

import { scopeOfPart, scopesByHost, sumScopes, withScopeOfPart } from './host-scopes';
import { EMPTY_SCOPE, type ScopeTotals } from './scope';

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
});
