import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, weekdayOf } from '../time';
import { addMonths, hourBands, inLanes, type Slot, weekOf, weeksOf } from './calendar';

function slot(id: string, from: number, to: number): Slot {
  return { id, day: '2026-11-24', from: from * 60, to: to * 60 };
}

describe('weeksOf', () => {
  it('has every day of a month once, in whole weeks from Monday', () => {
    const anyMonth = fc.nat({ max: 300 }).map((count) => addMonths('2016-01', count));
    fc.assert(
      fc.property(anyMonth, (month) => {
        const days = weeksOf(month).flat();
        expect(days.length % 7).toBe(0);
        expect(days.length).toBeLessThanOrEqual(42);
        expect(weekdayOf(days[0] ?? '')).toBe(1);
        expect(days).toEqual(days.map((_, index) => addDays(days[0] ?? '', index)));
        const own = days.filter((day) => day.startsWith(month));
        expect(own[0]).toBe(`${month}-01`);
        expect(addDays(own[own.length - 1] ?? '', 1)).toBe(`${addMonths(month, 1)}-01`);
      }),
    );
  });

  it('has four weeks where a February begins on a Monday', () => {
    expect(weeksOf('2027-02')).toHaveLength(4);
    expect(weekOf('2026-11-29')[0]).toBe('2026-11-23');
  });
});

describe('hourBands', () => {
  it('folds hours in which nothing happens, and leaves short gaps open', () => {
    const bands = hourBands([slot('a', 9, 11), slot('b', 13, 14), slot('c', 20, 24.2)]);
    expect(bands.map(({ from, to, isFolded }) => [from / 60, to / 60, isFolded])).toEqual([
      [8, 10, false],
      [10, 12, false],
      [12, 14, false],
      [14, 20, true],
      [20, 22, false],
      [22, 24, false],
      [24, 26, false],
    ]);
    expect(hourBands([])).toEqual([]);
  });
});

describe('inLanes', () => {
  it('puts sessions of one time beside each other and the others on the full width', () => {
    const placed = inLanes([
      slot('a', 20, 23),
      slot('b', 21, 22),
      slot('c', 22, 24),
      slot('d', 10, 12),
    ]);
    expect(placed.map(({ id, lane, lanes }) => [id, lane, lanes])).toEqual([
      ['d', 0, 1],
      ['a', 0, 2],
      ['b', 1, 2],
      ['c', 1, 2],
    ]);
  });
});
