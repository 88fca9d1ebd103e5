import { describe, expect, it } from 'vitest';

import { raisedBy, type YearDelta } from './year-totals';

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
