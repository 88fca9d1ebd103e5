import { describe, expect, it } from 'vitest';
import { keptNet, levels, saleDays } from './path';
import { THOUSAND, pathOf } from './paths.fixture';

describe('keptNet', () => {
  const path = { from: '2026-10-01', netFen: [500, 300, -50], expectedReturnFen: [100, 0, 0] };

  it('is the net less expected returns of each day up to today', () => {
    expect(keptNet(path, '2026-10-03')).toEqual([400, 300, -50]);
  });

  it('ends today, even when the path is shorter or longer', () => {
    expect(keptNet(path, '2026-10-02')).toEqual([400, 300]);
    expect(keptNet(path, '2026-10-05')).toEqual([400, 300, -50, 0, 0]);
    expect(keptNet(path, '2026-09-30')).toEqual([]);
  });
});

describe('saleDays', () => {
  it('counts the days with sales, not a day of returns alone', () => {
    const { netFen } = pathOf('2026-10-01', '2026-10-14', (_, index) => {
      if (index % 7 < 2) return THOUSAND;
      return index % 7 === 2 ? -THOUSAND : 0;
    });
    expect(saleDays(netFen)).toBe(4);
  });

  it('counts no day before the path begins', () => {
    const today = '2026-10-20';
    expect(saleDays(keptNet(pathOf('2026-10-14', today), today))).toBe(7);
    expect(saleDays(keptNet(pathOf('2026-10-21', today), today))).toBe(0);
  });
});

describe('levels', () => {
  it('divides sales by the ordinary days of a period', () => {
    const levelOf = levels([100, 300, 100], [1, 3, 1]);
    expect(levelOf(0, 2)).toBe(100);
    expect(levelOf(1, 1)).toBe(100);
  });

  it('ignores days outside the path', () => {
    const levelOf = levels([100, 300], [1, 1]);
    expect(levelOf(-5, 0)).toBe(100);
    expect(levelOf(1, 9)).toBe(300);
    expect(levelOf(2, 9)).toBe(0);
    expect(levelOf(-9, -1)).toBe(0);
  });
});
