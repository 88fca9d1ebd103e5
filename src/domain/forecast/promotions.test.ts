import { describe, expect, it } from 'vitest';
import { addDays } from '../time';
import { THOUSAND, pathOf } from './paths.fixture';
import { keptNet } from './path';
import type { PromotionId } from './promotion-ids';
import { type PromotionFactor, promotionFactors, windowsUntil } from './promotions';

/** The promotions of a year with their days. */
function spansOf(year: number) {
  const start = `${year}-01-01`;
  return windowsUntil(start, year).map(({ id, first, last }) => ({
    id,
    from: addDays(start, first),
    to: addDays(start, last),
  }));
}

function daysOf(id: PromotionId, year: number) {
  return spansOf(year).find((span) => span.id === id);
}

describe('the calendar of promotions', () => {
  it.each([
    ['new_year_goods', 2026, '2026-01-20', '2026-02-09'],
    ['spring_festival', 2026, '2026-02-13', '2026-02-26'],
    ['spring_festival', 2027, '2027-02-02', '2027-02-15'],
    ['spring_festival', 2030, '2030-01-30', '2030-02-12'],
    ['new_year_goods', 2023, '2022-12-25', '2023-01-14'],
    ['march_8', 2026, '2026-03-03', '2026-03-08'],
    ['june_18', 2026, '2026-06-01', '2026-06-18'],
    ['november_11', 2026, '2026-11-01', '2026-11-11'],
    ['december_12', 2026, '2026-12-08', '2026-12-12'],
  ] as const)('%s of %d', (id, year, from, to) => {
    expect(daysOf(id, year)).toEqual({ id, from, to });
  });

  it('leaves out lunar dates outside its table', () => {
    expect(daysOf('spring_festival', 2031)).toBeUndefined();
    expect(daysOf('spring_festival', 2019)).toBeUndefined();
    expect(windowsUntil('2031-01-01', 2031).map(({ id }) => id)).toEqual([
      'march_8',
      'june_18',
      'november_11',
      'december_12',
    ]);
  });

  it('has its promotions in the order of the year, without overlap', () => {
    for (let year = 2020; year <= 2030; year += 1) {
      const spans = spansOf(year);
      expect(spans).toHaveLength(6);
      const ends = spans.flatMap(({ from, to }) => [from, to]);
      expect([...ends].sort()).toEqual(ends);
    }
  });
});

describe('the factor of a promotion', () => {
  const factorOf = (
    netOf: (day: string) => number,
    today = '2026-06-30',
    id: PromotionId = 'november_11',
  ): PromotionFactor => {
    const net = keptNet(pathOf('2025-09-01', today, netOf), today);
    return promotionFactors(net, windowsUntil('2025-09-01', 2026)).get(id)!;
  };
  const isNovember11 = (day: string) => '2025-11-01' <= day && day <= '2025-11-11';

  it('is the assumed one while none is past', () => {
    expect(factorOf(() => THOUSAND, '2025-11-10')).toEqual({ factor: 1.8, basis: 'assumed' });
  });

  it('is the merchant’s own, closer to the assumption with fewer sale days', () => {
    const own = factorOf((day) => (isNovember11(day) ? 3 * THOUSAND : THOUSAND));
    expect(own.basis).toBe('own');
    expect(own.factor).toBeCloseTo(1.8 * Math.pow(3 / 1.8, 11 / 21), 6);
    const once = factorOf((day) => {
      if (day === '2025-11-11') return 33 * THOUSAND;
      return isNovember11(day) ? 0 : THOUSAND;
    });
    expect(once.factor).toBeCloseTo(1.8 * Math.pow(3 / 1.8, 1 / 11), 6);
  });

  it('is at most three times the assumption', () => {
    const own = factorOf((day) => (isNovember11(day) ? 100 * THOUSAND : THOUSAND));
    expect(own.factor).toBeCloseTo(1.8 * Math.pow(3, 11 / 21), 6);
  });

  it('stays the assumed one without sales beside the promotion', () => {
    const only = factorOf((day) => (isNovember11(day) ? THOUSAND : 0));
    expect(only).toEqual({ factor: 1.8, basis: 'assumed' });
  });

  it('stays above 0 when everything of a promotion was returned', () => {
    const own = factorOf((day) => (isNovember11(day) ? -THOUSAND : THOUSAND));
    expect(own.factor).toBeGreaterThan(0);
  });

  it('of the pause rises when the merchant keeps selling', () => {
    const pause = factorOf(() => THOUSAND, '2026-06-30', 'spring_festival');
    expect(pause.basis).toBe('own');
    expect(pause.factor).toBeGreaterThan(0.5);
    expect(pause.factor).toBeLessThan(1);
  });
});
