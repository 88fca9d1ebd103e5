import { describe, expect, it } from 'vitest';

import type { ReturnAge } from '../sales/return-age';
import { addDays } from '../time';
import type { AgedSale } from './aged-sales';
import { arrivedBy, type ReturnCurve, returnCurves, settlesAfterDays } from './return-curve';

const TODAY = '2026-11-24';

/** So many days of sale that are old enough for the rate, each of 1,000 fen and a return of 100. */
function oldSales(count: number, amounts: Partial<AgedSale> = {}): AgedSale[] {
  return Array.from({ length: count }, (_, index) => ({
    day: addDays(TODAY, -61 - index),
    platform: 'douyin' as const,
    ageDays: 61 + index,
    paidFen: 1000,
    refundedFen: 100,
    ...amounts,
  }));
}

type Ages = Partial<Record<ReturnAge | 'unknown', number>>;

function curveOf(
  returns: Readonly<Record<string, Ages>>,
  { sales = oldSales(30), today = TODAY } = {},
): ReturnCurve {
  return returnCurves(sales, [{ douyin: returns }], today)('douyin');
}

describe('returnCurves', () => {
  it('counts the days with a paid amount as sale days', () => {
    const sales = [...oldSales(20), ...oldSales(9, { paidFen: 0 })];
    expect(curveOf({}, { sales }).saleDays).toBe(20);
    expect(curveOf({}, { sales: sales.slice(1) }).from).toBe('assumed');
  });

  it('takes the pace from the returns whose day is known', () => {
    const curve = curveOf({ '2026-08': { d3: 40, d15: 20, later: 40 } });
    expect(curve.isPaceAssumed).toBe(false);
    expect(curve.arrived).toEqual({ d3: 0.4, d7: 0.4, d15: 0.6, d30: 0.6, d60: 0.6 });
  });

  it('takes it where the day of at least half of the returns is known', () => {
    expect(curveOf({ '2026-08': { d3: 100, unknown: 100 } }).isPaceAssumed).toBe(false);
    expect(curveOf({ '2026-08': { d3: 100, unknown: 101 } }).isPaceAssumed).toBe(true);
    expect(curveOf({ '2026-08': { unknown: 100 } }).isPaceAssumed).toBe(true);
    expect(curveOf({}).isPaceAssumed).toBe(true);
  });

  it('leaves out the month of the youngest sale that has all its returns, and later months', () => {
    const returns = { '2026-09': { d3: 100 } };
    expect(curveOf(returns, { today: '2026-11-24' }).isPaceAssumed).toBe(true);
    // 61 days before are 30 September and 1 October.
    expect(curveOf(returns, { today: '2026-11-30' }).isPaceAssumed).toBe(true);
    expect(curveOf(returns, { today: '2026-12-01' }).isPaceAssumed).toBe(false);
  });

  it('adds the years and the platforms up where one platform has too few records', () => {
    const sales = [...oldSales(12), ...oldSales(12, { platform: 'jd', refundedFen: 300 })];
    const years = [{ douyin: { '2026-07': { d3: 10 } } }, { jd: { '2026-08': { d7: 30 } } }];
    const curves = returnCurves(sales, years, TODAY);
    expect(curves('douyin')).toMatchObject({
      from: 'own_all_platforms',
      finalRate: 0.2,
      saleDays: 24,
      arrived: { d3: 0.25, d7: 1 },
    });
    expect(curves('taobao')).toEqual(curves('douyin'));
  });

  it('never has more come back than was paid', () => {
    expect(curveOf({}, { sales: oldSales(20, { refundedFen: 1001 }) }).finalRate).toBe(1);
  });
});

describe('a curve of which a half comes back after 60 days', () => {
  const halfLate = (): ReturnCurve => curveOf({ '2026-08': { d3: 40, d60: 10, later: 50 } });

  it('settles after 60 days', () => {
    expect(settlesAfterDays(halfLate())).toBe(60);
  });

  it('rises evenly within a band, from the day of the sale on', () => {
    expect([0, 1, 3].map((days) => arrivedBy(halfLate(), days))).toEqual([0.1, 0.2, 0.4]);
    expect([30, 45, 60].map((days) => arrivedBy(halfLate(), days))).toEqual([0.4, 0.45, 0.5]);
  });

  it('has nothing arrived before the sale, and all after the last band', () => {
    expect([-1, -9].map((days) => arrivedBy(halfLate(), days))).toEqual([0, 0]);
    expect(arrivedBy(halfLate(), 61)).toBe(1);
  });
});
