import { describe, expect, it } from 'vitest';

import type { HostScope } from './host-scopes';
import { EMPTY_SCOPE, type ScopeTotals } from './scope';
import { monthsOfSessions, sessionMonthDelta } from './session-months';
import { applyDelta, EMPTY_YEAR } from './year-totals';

function paid(paidFen: number): ScopeTotals {
  return { ...EMPTY_SCOPE, paidFen, paidCount: 1 };
}

function part(hostId: string | null, totals: ScopeTotals, bookedOn = '2026-11-30'): HostScope {
  return { hostId, bookedOn, totals };
}

describe('sessionMonthDelta', () => {
  it('counts a session with two hosts once for the store and once for each host', () => {
    const first = sessionMonthDelta([], part('a', paid(500)));
    const second = sessionMonthDelta([part('a', paid(500))], part('b', paid(70)));
    const years = [first, second].map((delta) => applyDelta(EMPTY_YEAR, delta));
    const net = { low: 570, high: 570 };
    expect(monthsOfSessions(years, 'shop')).toEqual([{ month: '2026-11', sessions: 1, net }]);
    const [ofA] = years.map((year) => monthsOfSessions([year], 'host'));
    expect(ofA).toEqual([{ month: '2026-11', sessions: 1, net: { low: 500, high: 500 } }]);
  });

  it('takes a session out with its last amount, whichever host it was of', () => {
    const deltas = [
      sessionMonthDelta([], part('a', paid(500))),
      sessionMonthDelta([part('a', paid(500))], part('b', paid(70))),
      sessionMonthDelta([part('a', paid(500)), part('b', paid(70))], part('a', EMPTY_SCOPE)),
      sessionMonthDelta([part('b', paid(70))], part('b', EMPTY_SCOPE)),
    ];
    expect(
      monthsOfSessions(
        deltas.map((delta) => applyDelta(EMPTY_YEAR, delta)),
        'shop',
      ),
    ).toEqual([]);
  });

  it('counts a session whose amounts are of two months in both', () => {
    const november = part('a', paid(500));
    const deltas = [
      sessionMonthDelta([], november),
      sessionMonthDelta([november], part('a', paid(20), '2026-12-01')),
    ];
    const year = deltas.reduce(applyDelta, EMPTY_YEAR);
    expect(
      monthsOfSessions([year], 'shop').map(({ month, sessions }) => [month, sessions]),
    ).toEqual([
      ['2026-12', 1],
      ['2026-11', 1],
    ]);
  });

  it('keeps a range where no paid figure is known, and 0 as an amount', () => {
    const ordered = { ...EMPTY_SCOPE, orderedFen: 900, orderedCount: 1 };
    const year = applyDelta(EMPTY_YEAR, sessionMonthDelta([], part(null, ordered)));
    expect(monthsOfSessions([year], 'shop')[0]?.net).toEqual({ low: 0, high: 900 });
    const zero = applyDelta(EMPTY_YEAR, sessionMonthDelta([], part(null, paid(0))));
    expect(monthsOfSessions([zero], 'shop')[0]?.sessions).toBe(1);
  });
});
