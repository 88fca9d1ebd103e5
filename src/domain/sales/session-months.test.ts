import { describe, expect, it } from 'vitest';

import type { HostScope } from './host-scopes';
import { EMPTY_SCOPE, type ScopeTotals } from './scope';
import { monthsOfSessions, regroupedMonths, sessionMonthDelta } from './session-months';
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
    const ofB = monthsOfSessions(years.slice(1), 'host');
    expect(ofB).toEqual([{ month: '2026-11', sessions: 1, net: { low: 70, high: 70 } }]);
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

  it('changes what changes, and nothing of another day of the same host', () => {
    const parts = [part('a', paid(500), '2026-11-29'), part('a', paid(70))];
    expect(sessionMonthDelta(parts, part('a', EMPTY_SCOPE))).toEqual([
      { path: ['sessionMonths', '2026-11', 'lowFen'], addFen: -70 },
      { path: ['sessionMonths', '2026-11', 'highFen'], addFen: -70 },
    ]);
  });

  it('are listed with the latest month first', () => {
    const sessionMonths = Object.fromEntries(
      ['2026-10', '2026-12', '2026-09', '2026-11'].map((month) => [month, { sessions: 1 }]),
    );
    const months = monthsOfSessions([{ sessionMonths }], 'host').map(({ month }) => month);
    expect(months).toEqual(['2026-12', '2026-11', '2026-10', '2026-09']);
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

describe('regroupedMonths', () => {
  const add = (month: string, name: string, addFen: number) => ({
    path: ['sessionMonths', month, name],
    addFen,
  });

  it('counts two sessions of one host as one once they are an evening', () => {
    const [first, second] = [[part('a', paid(500))], [part('a', paid(70))]];
    const delta = [add('2026-11', 'sessions', -1), add('2026-11', 'shopSessions', -1)];
    expect(regroupedMonths([first, second], [[...first, ...second]])).toEqual([
      { hostId: 'a', year: 2026, delta },
    ]);
    const split = delta.map((change) => ({ ...change, addFen: 1 }));
    expect(regroupedMonths([[...first, ...second]], [first, second])).toEqual([
      { hostId: 'a', year: 2026, delta: split },
    ]);
  });

  it('counts the sessions of each host by themselves, and the store’s once', () => {
    const [first, second] = [[part('a', paid(500))], [part(null, paid(70))]];
    expect(regroupedMonths([first, second], [[...first, ...second]])).toEqual([
      { hostId: null, year: 2026, delta: [add('2026-11', 'shopSessions', -1)] },
    ]);
  });

  it('keeps the counts of two hosts of a year apart', () => {
    const delta = [add('2026-11', 'sessions', 1), add('2026-11', 'shopSessions', 1)];
    expect(regroupedMonths([], [[part('a', paid(500))], [part('b', paid(70))]])).toEqual([
      { hostId: 'a', year: 2026, delta },
      { hostId: 'b', year: 2026, delta },
    ]);
  });

  it('counts each month and year with amounts, and parts without any nowhere', () => {
    const over = [
      part('a', paid(500), '2026-12-31'),
      part('a', paid(70), '2027-01-01'),
      part('b', EMPTY_SCOPE, '2026-12-31'),
    ];
    expect(regroupedMonths([], [over])).toEqual([
      {
        hostId: 'a',
        year: 2026,
        delta: [add('2026-12', 'sessions', 1), add('2026-12', 'shopSessions', 1)],
      },
      {
        hostId: 'a',
        year: 2027,
        delta: [add('2027-01', 'sessions', 1), add('2027-01', 'shopSessions', 1)],
      },
    ]);
  });
});
