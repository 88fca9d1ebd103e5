import { describe, expect, it } from 'vitest';

import { monthBars } from './month-bars';
import { yearPath } from './year-path';

const exactly = (fen: number) => ({ low: fen, high: fen });

describe('yearPath', () => {
  const months = [
    { month: '2026-01', net: exactly(100) },
    { month: '2026-03', net: exactly(50) },
    { month: '2026-10', net: { low: 20, high: 60 } },
  ];
  const at = (today: string) => {
    const open = [{ month: '2026-10', fen: 5 }];
    const bars = monthBars({ months }, { year: 2026, open, today });
    return yearPath(bars, { lowFen: 200, highFen: 300 }, today);
  };

  it('adds the months up to today, low with low and high with high', () => {
    const path = at('2026-10-31');
    expect(path).toHaveLength(12);
    expect(path[1]).toEqual({ month: 2, settledFen: 100, net: exactly(100) });
    expect(path[9]).toEqual({ month: 10, settledFen: 165, net: { low: 170, high: 210 } });
  });

  it('goes on evenly by day to where the year is expected to end', () => {
    const path = at('2026-10-31');
    // 30 of the 61 days that are left.
    expect(path[10]).toEqual({ month: 11, settledFen: null, net: { low: 184, high: 254 } });
    expect(path[11]).toEqual({ month: 12, settledFen: null, net: { low: 200, high: 300 } });
  });

  it('has nothing expected in December', () => {
    expect(at('2026-12-31').every(({ settledFen }) => settledFen !== null)).toBe(true);
  });
});
