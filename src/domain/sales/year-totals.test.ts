import { describe, expect, it } from 'vitest';

import {
  applyDelta,
  canonicalYear,
  deltaOf,
  EMPTY_YEAR,
  isSameYear,
  mergeDeltas,
  raisedBy,
  type YearDelta,
  type YearTotals,
} from './year-totals';

const CELL = ['cells', '2026-11', 'paid', 'self_reported', 'douyin'];
const HIGH = ['ranges', '2026-11', 'douyin', 'highFen'];

describe('raisedBy', () => {
  it.each<[string, YearDelta, number]>([
    ['a sum of a month', [{ path: CELL, addFen: 500 }], 500],
    ['the upper bound of a range', [{ path: HIGH, addFen: 300 }], 300],
    [
      'both together',
      [
        { path: CELL, addFen: 500 },
        { path: HIGH, addFen: 300 },
      ],
      800,
    ],
    ['a sum that falls', [{ path: CELL, addFen: -500 }], 0],
    [
      'one that falls beside one that rises',
      [
        { path: CELL, addFen: -500 },
        { path: HIGH, addFen: 300 },
      ],
      300,
    ],
    [
      'the lower bound and the refunds of a range',
      [
        { path: ['ranges', '2026-11', 'douyin', 'lowFen'], addFen: 500 },
        { path: ['ranges', '2026-11', 'douyin', 'refundedFen', 'self_reported'], addFen: 500 },
      ],
      0,
    ],
    [
      'days, recorded days and the number of entries',
      [
        { path: ['days', 'douyin', 'paidFen', '2026-11-20'], addFen: 500 },
        { path: ['recorded', '2026-11-21', 'range', 'highFen'], addFen: 500 },
        { path: ['entryCount'], addFen: 1 },
      ],
      0,
    ],
    ['nothing', [], 0],
  ])('of %s', (_name, delta, fen) => {
    expect(raisedBy(delta)).toBe(fen);
  });
});

describe('deltaOf', () => {
  it('makes the same totals of an empty year, path by path', () => {
    const delta = [
      { path: CELL, addFen: 500 },
      { path: HIGH, addFen: 300 },
      { path: ['entryCount'], addFen: 2 },
    ];
    expect(deltaOf(applyDelta(EMPTY_YEAR, delta))).toEqual(delta);
  });
});

describe('mergeDeltas', () => {
  it('adds what has the same path, and keeps apart what only reads alike', () => {
    const first = { path: ['days', 'a', 'bc'], addFen: 1 };
    const second = { path: ['days', 'ab', 'c'], addFen: 2 };
    expect(mergeDeltas([first, second], [first])).toEqual([{ ...first, addFen: 2 }, second]);
  });
});

describe('the totals of a stored document', () => {
  const cell = (month: string) => ({ path: ['cells', month, 'paid', 'verified', 'jd'], addFen: 1 });
  const months = ['2026-03', '2026-01', '2026-02'];
  const withMonths = (order: readonly string[]): YearTotals =>
    order.reduce((totals, month) => {
      const { cells } = applyDelta(EMPTY_YEAR, [cell(month)]);
      return { ...totals, cells: { ...totals.cells, ...cells } };
    }, EMPTY_YEAR);

  it('leave out its other fields', () => {
    const stored = { ...EMPTY_YEAR, _id: 's1:2026', shopId: 's1', year: 2026 };
    expect(applyDelta(stored, [{ path: CELL, addFen: 5 }])).toEqual(
      applyDelta(EMPTY_YEAR, [{ path: CELL, addFen: 5 }]),
    );
  });

  it.each([[months], [[...months].reverse()], [[...months].sort()]])(
    'have the same order whatever was written first: %j',
    (order) => {
      const totals = withMonths(order);
      expect(Object.keys(canonicalYear(totals).cells)).toEqual([...months].sort());
      expect(isSameYear(totals, withMonths(months))).toBe(true);
    },
  );
});
