import { describe, expect, it } from 'vitest';

import type { NetBounds } from './bounds';
import { monthBars } from './month-bars';
import { expectedBar, oldSalesFen } from './year-bars';

const exactly = (fen: number): NetBounds => ({ low: fen, high: fen });

function statementOf(months: Record<string, NetBounds>) {
  return {
    months: Object.entries(months).map(([month, net]) => {
      return { month, paid: net, refundedFen: 0, net };
    }),
    unknownDayFen: 0,
  };
}

describe('monthBars', () => {
  const statement = statementOf({
    '2026-08': exactly(300),
    '2026-10': exactly(500),
    '2026-11': { low: 200, high: 700 },
  });
  const inNovember = { year: 2026, today: '2026-11-28' };

  it('splits each month into what has settled and what may come back', () => {
    const open = [
      { month: '2026-10', fen: 20 },
      { month: '2026-11', fen: 200 },
    ];
    const bars = monthBars(statement, { ...inNovember, open });
    expect(bars).toHaveLength(12);
    expect(bars.map(({ settledFen }) => settledFen).slice(7)).toEqual([300, 0, 480, 0, 0]);
    expect(bars[8]?.net).toBeNull();
    expect(bars.every(({ isOpenKnown }) => isOpenKnown)).toBe(true);
  });

  it('calls no more open than the month has', () => {
    const bars = monthBars(statement, { ...inNovember, open: [{ month: '2026-10', fen: 501 }] });
    expect(bars[9]?.settledFen).toBe(0);
  });

  it('has a month below zero settled: nothing of it can come back', () => {
    const loss = statementOf({ '2026-10': exactly(-40) });
    const bars = monthBars(loss, { ...inNovember, open: [{ month: '2026-10', fen: 10 }] });
    expect(bars[9]?.settledFen).toBe(-40);
  });

  it('says of a store only that sales older than any return have settled', () => {
    const bars = monthBars(statement, { ...inNovember, open: null });
    // 61 days before November 28 is September 28: September and later may have open sales.
    expect(bars.map(({ settledFen }) => settledFen).slice(7)).toEqual([300, 0, 0, 0, 0]);
    expect(bars[9]?.isOpenKnown).toBe(false);
  });

  it('counts a month as open while its last day may be 61 days ago', () => {
    const september = statementOf({ '2026-09': exactly(40) });
    const settledOn = (today: string) =>
      monthBars(september, { year: 2026, today, open: null })[8]?.settledFen;
    expect(settledOn('2026-11-30')).toBe(0);
    expect(settledOn('2026-12-01')).toBe(40);
  });
});

describe('oldSalesFen', () => {
  it('is the net of months too old for returns, less what later ones lost', () => {
    const months = [
      { month: '2026-07', lowFen: 500 },
      { month: '2026-08', lowFen: -20 },
      { month: '2026-09', lowFen: 90 },
      { month: '2026-11', lowFen: -7 },
    ];
    expect(oldSalesFen(months, '2026-11-28')).toBe(473);
    expect(oldSalesFen(months, '2027-02-01')).toBe(563);
  });
});

describe('expectedBar', () => {
  const yearEnd = { lowFen: 1_150, highFen: 1_301 };
  const on = (today: string, net = exactly(1_000)) =>
    expectedBar(net, yearEnd, {
      year: 2026,
      today,
      running: { month: 12, net: exactly(80), settledFen: 0, isOpenKnown: true },
    });

  it('is the rest of the year at the one month to come', () => {
    expect(on('2026-11-28')).toEqual({
      month: 12,
      months: 1,
      low: 150,
      high: 301,
      rest: { low: 150, high: 301 },
    });
  });

  it('is shared among several months, the range never narrower', () => {
    expect(on('2026-10-05')).toMatchObject({ month: 11, months: 2, low: 75, high: 151 });
  });

  it('stands on December while that runs', () => {
    expect(on('2026-12-05')).toMatchObject({ month: 12, months: 1, low: 230, high: 381 });
  });

  it('is not there in another year, without a forecast, or for a range', () => {
    expect(on('2027-01-05')).toBeNull();
    expect(on('2026-11-28', { low: 900, high: 1_000 })).toBeNull();
    const running = undefined;
    const at = { year: 2026, today: '2026-11-28', running };
    expect(expectedBar(exactly(1), null, at)).toBeNull();
  });
});
