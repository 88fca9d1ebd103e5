import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEntry, type CountedFields, netBounds, recountYear, yearSums } from '../sales';
import { anyLedger, buildRevised } from '../sales/entries.fixture';
import { EMPTY_SCOPE, type ScopeTotals } from '../sales/scope';
import { applyDelta, EMPTY_YEAR, type YearTotals } from '../sales/year-totals';
import { addDays } from '../time';
import { agedSales } from './aged-sales';
import { expectedReturnFen } from './expected-return';
import { arrivedBy, type ReturnCurve, returnCurves, settlesAfterDays } from './return-curve';
import { openReturns, safeFrom, settleSales } from './settlement';
import { ASSUMED_WINDOW_DAYS } from './window';

/** Sale days from which a merchant's own rate is used. */
const MIN_SALE_DAYS = 20;
/** The curve without records. */
const ASSUMED_CURVE: ReturnCurve = {
  from: 'assumed',
  finalRate: 0.2,
  arrived: { d3: 0.35, d7: 0.6, d15: 0.85, d30: 0.95, d60: 1 },
  isPaceAssumed: true,
  saleDays: 0,
};

const TODAY = '2026-11-24';
const YUAN = 100;

/** The same amount on each of so many days, the last one `first` days ago. */
function everyDay(days: number, first: number, fen: number): Record<string, number> {
  return Object.fromEntries(
    Array.from({ length: days }, (_, index) => [addDays(TODAY, -index - first), fen]),
  );
}

/** A tenth of each day's sale, by its month and with the age given. */
function returnsOf(days: number, band: string, first: number): Record<string, object> {
  const months: Record<string, Record<string, number>> = {};
  for (const day of Object.keys(everyDay(days, first, 1))) {
    const ages = (months[day.slice(0, 7)] ??= {});
    ages[band] = (ages[band] ?? 0) + 100 * YUAN;
  }
  return months;
}

/** A year with sales on each of the last `days` days, a tenth of each returned by the given band. */
function yearOfDays(days: number, band: 'd3' | 'd30' | 'unknown' = 'd3', first = 0): YearTotals {
  return {
    ...EMPTY_YEAR,
    days: {
      douyin: {
        paidFen: everyDay(days, first, 1000 * YUAN),
        refundedFen: everyDay(days, first, 100 * YUAN),
      },
    },
    returns: { douyin: returnsOf(days, band, first) },
    entryCount: days * 2,
  };
}

function curveOf(year: YearTotals, platform: 'douyin' | 'kuaishou' = 'douyin') {
  return returnCurves(agedSales([year], TODAY), [year.returns], TODAY)(platform);
}

describe('the return curve', () => {
  it('is the merchant’s own with enough old sale days', () => {
    const enough = curveOf(yearOfDays(61 + MIN_SALE_DAYS));
    expect(enough).toMatchObject({ from: 'own', finalRate: 0.1, saleDays: MIN_SALE_DAYS });
    expect(curveOf(yearOfDays(60 + MIN_SALE_DAYS))).toEqual(ASSUMED_CURVE);
  });

  it('is that of all platforms when one platform has too few records, and assumed without records', () => {
    const year = yearOfDays(61 + MIN_SALE_DAYS);
    expect(curveOf(year, 'kuaishou')).toMatchObject({ from: 'own_all_platforms', finalRate: 0.1 });
    expect(curveOf(EMPTY_YEAR)).toEqual(ASSUMED_CURVE);
  });

  it('is assumed when no refund is recorded, because a missing record is not zero', () => {
    const year = yearOfDays(200);
    const days = { douyin: { paidFen: everyDay(200, 0, 1000 * YUAN) } };
    expect(curveOf({ ...year, days, returns: {} })).toEqual(ASSUMED_CURVE);
  });

  it('takes the rate from a history typed in later, and the pace from nowhere', () => {
    const typedIn = curveOf(yearOfDays(140, 'unknown'));
    expect(typedIn).toMatchObject({ from: 'own', finalRate: 0.1, isPaceAssumed: true });
    expect(typedIn.arrived).toEqual(ASSUMED_CURVE.arrived);
    expect(curveOf(yearOfDays(140, 'd3'))).toMatchObject({ from: 'own', isPaceAssumed: false });
  });

  it('takes the pace from months old enough to have all their returns', () => {
    const year = yearOfDays(140, 'd30');
    // Of this month only the quick returns are there yet.
    const returns = { douyin: { ...year.returns.douyin, '2026-11': { d3: 1e12 } } };
    expect(curveOf({ ...year, returns }).arrived.d3).toBe(0);
  });

  it('never falls with age, and settles where nearly all is back', () => {
    const ages = fc.integer({ min: -5, max: 400 });
    fc.assert(
      fc.property(ages, ages, (a, b) => {
        const [young, old] = [Math.min(a, b), Math.max(a, b)];
        const [few, many] = [arrivedBy(ASSUMED_CURVE, young), arrivedBy(ASSUMED_CURVE, old)];
        expect(few).toBeLessThanOrEqual(many);
        expect(few).toBeGreaterThanOrEqual(0);
        expect(many).toBeLessThanOrEqual(1);
      }),
    );
    expect(settlesAfterDays(ASSUMED_CURVE)).toBe(30);
    expect(settlesAfterDays(curveOf(yearOfDays(100, 'd3')))).toBe(3);
    expect(settlesAfterDays(curveOf(yearOfDays(100, 'd30')))).toBe(30);
  });
});

describe('expectedReturnFen', () => {
  const amount = fc.nat({ max: 10 ** 12 });
  it('is never below 0, never above the remaining net, and never grows with age', () => {
    fc.assert(
      fc.property(amount, amount, fc.nat({ max: 90 }), (paidFen, refundedFen, ageDays) => {
        const sale = { day: TODAY, platform: 'douyin', paidFen, refundedFen } as const;
        const now = expectedReturnFen({ ...sale, ageDays }, ASSUMED_CURVE);
        const later = expectedReturnFen({ ...sale, ageDays: ageDays + 1 }, ASSUMED_CURVE);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThanOrEqual(Math.max(0, paidFen - refundedFen));
        expect(later).toBeLessThanOrEqual(now);
      }),
    );
  });

  it('is the final rate for a sale of today, and 0 after 60 days', () => {
    const sale = { day: TODAY, platform: 'douyin', paidFen: 1000 * YUAN } as const;
    const today = expectedReturnFen({ ...sale, ageDays: -1 }, ASSUMED_CURVE);
    expect(today).toBe(1000 * YUAN * ASSUMED_CURVE.finalRate);
    expect(expectedReturnFen({ ...sale, ageDays: 60 }, ASSUMED_CURVE)).toBe(0);
  });
});

describe('settleSales', () => {
  it('adds up to the lower bound of the net for any ledger', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat({ max: 400 }), (ledger, back) => {
        const totals = recountYear(ledger);
        const low = netBounds(yearSums(totals))?.low ?? 0;
        const today = addDays('2027-01-15', -back);
        const { settlement } = settleSales([totals], { year: 2026, today, low });
        expect(settlement.settledFen + settlement.unsettledFen).toBe(low);
        const parts = settlement.platforms.reduce(
          (sum, platform) => sum + platform.unsettledFen,
          0,
        );
        expect(parts).toBe(settlement.unsettledFen);
      }),
    );
  });

  it('never settles more than the net: a late refund on a day without sales', () => {
    const days = {
      none: {
        paidFen: { '2026-01-10': 1_000_000_010 },
        refundedFen: { '2026-11-23': 10_000_000 },
      },
    };
    const low = 1_000_000_010 - 10_000_000;
    const { settlement } = settleSales([{ ...EMPTY_YEAR, days }], {
      year: 2026,
      today: TODAY,
      low,
    });
    expect(settlement.settledFen).toBe(990_000_010);
    expect(settlement.unsettledFen).toBe(0);
  });

  it('keeps the refunds of an ordered amount away from what another session sold that day', () => {
    const entry = {
      bookedOn: TODAY,
      returnedOn: null,
      basis: 'self_reported',
      platform: 'douyin',
    } as const;
    const amounts = [
      { session: 'a', kind: 'ordered', amountFen: 100_000 * YUAN },
      { session: 'a', kind: 'refunded', amountFen: 90_000 * YUAN },
      { session: 'b', kind: 'paid', amountFen: 50_000 * YUAN },
    ] as const;
    const scopes = new Map<string, ScopeTotals>();
    let totals = EMPTY_YEAR;
    for (const { session, ...amount } of amounts) {
      const counted = { ...entry, ...amount } as const satisfies CountedFields;
      const applied = applyEntry(scopes.get(session) ?? EMPTY_SCOPE, counted, 1, TODAY);
      scopes.set(session, applied.scope);
      totals = applyDelta(totals, applied.delta);
    }
    const low = netBounds(yearSums(totals))?.low ?? 0;
    const { settlement } = settleSales([totals], { year: 2026, today: TODAY, low });
    expect(settlement).toMatchObject({ settledFen: 0, unsettledFen: 50_000 * YUAN });
  });

  it('expects no more back of a history typed in today than of one recorded live', () => {
    const perDay = 6_000 * YUAN;
    const typedIn = {
      ...EMPTY_YEAR,
      days: {
        douyin: {
          paidFen: everyDay(50, 0, perDay),
          refundedFen: everyDay(50, 0, perDay / 5),
        },
      },
      returns: { douyin: { '2026-10': { unknown: 1 }, '2026-11': { unknown: 1 } } },
    };
    const { settlement } = settleSales([typedIn], { year: 2026, today: TODAY, low: 0 });
    // By the assumed curve: 20 % of 300,000, of which all but 19 % is back by the age of the sales.
    expect(settlement.expectedReturnFen).toBeLessThan(12_000 * YUAN);
    expect(settlement.platforms[0]).toMatchObject({ curve: 'assumed', isPaceAssumed: true });
  });

  it('lists what settles on each coming day, up to the day on which all is settled', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat({ max: 400 }), (ledger, back) => {
        const totals = recountYear(ledger);
        const today = addDays('2027-01-15', -back);
        const { settlement } = settleSales([totals], { year: 2026, today, low: 0 });
        const { settling, settledOn, unsettledFen, expectedReturnFen: expected } = settlement;
        const kept = settling?.keptFen ?? [];
        expect(kept.reduce((sum, fen) => sum + fen, 0)).toBe(unsettledFen - expected);
        expect(settledOn).toBe(settling && addDays(settling.from, kept.length - 1));
        expect(Object.keys(kept)).toHaveLength(kept.length);
        const { openMonths } = settlement;
        expect(openMonths.reduce((sum, { fen }) => sum + fen, 0)).toBe(unsettledFen);
        expect(openMonths.map(({ month }) => month)).toEqual(
          [...new Set(openMonths.map(({ month }) => month))].sort(),
        );
      }),
    );
  });

  it('leaves out last year’s sales, and names the day on which all is settled', () => {
    const today = '2026-01-03';
    const year = { ...EMPTY_YEAR, days: { jd: { paidFen: { '2026-01-01': 900 } } } };
    const before = { ...EMPTY_YEAR, days: { jd: { paidFen: { '2025-12-31': 500 } } } };
    const { settlement, path } = settleSales([before, year], { year: 2026, today, low: 900 });
    expect(settlement).toMatchObject({ settledFen: 0, unsettledFen: 900, settledOn: '2026-02-01' });
    expect(path).toMatchObject({ from: '2025-12-31', netFen: [500, 900, 0, 0] });
  });

  it('has a path of all days that adds up to the sales', () => {
    const { path } = settleSales([yearOfDays(100)], { year: 2026, today: TODAY, low: 0 });
    expect(path?.netFen).toHaveLength(100);
    expect(path?.expectedReturnFen).toHaveLength(100);
    expect(path?.netFen.reduce((sum, fen) => sum + fen, 0)).toBe(100 * 900 * YUAN);
    expect(settleSales([EMPTY_YEAR], { year: 2026, today: TODAY, low: 0 }).path).toBeNull();
  });

  it('keeps what is known as a range by month, over the platforms, from the month on', () => {
    const ranges = {
      '2026-08': { douyin: { lowFen: 0, highFen: 500 }, kuaishou: { lowFen: -20, highFen: 0 } },
      '2026-09': { douyin: { lowFen: 0, highFen: 0 } },
    };
    const { path } = settleSales([{ ...EMPTY_YEAR, ranges }], { year: 2026, today: TODAY, low: 0 });
    expect(path?.from).toBe('2026-08-01');
    expect(path?.ranges).toEqual([{ month: '2026-08', low: -20, high: 500 }]);
  });

  it('keeps a range with one bound of 0, and none of a month to come', () => {
    const ranges = {
      '2026-10': { douyin: { lowFen: 0, highFen: 500 } },
      '2026-11': { douyin: { lowFen: -20, highFen: 0 } },
      '2026-12': { douyin: { lowFen: 0, highFen: 700 } },
    };
    const { path } = settleSales([{ ...EMPTY_YEAR, ranges }], { year: 2026, today: TODAY, low: 0 });
    expect(path?.ranges).toEqual([
      { month: '2026-10', low: 0, high: 500 },
      { month: '2026-11', low: -20, high: 0 },
    ]);
  });

  it('counts a sale as open up to the last day of its window', () => {
    const year = { ...EMPTY_YEAR, days: { jd: { paidFen: { '2026-01-01': 1000 } } } };
    const on = (today: string) => settleSales([year], { year: 2026, today, low: 1000 }).settlement;
    // The assumed window of 30 days; a twentieth of the expected fifth is still to come.
    expect(on('2026-01-31')).toMatchObject({
      unsettledFen: 1000,
      expectedReturnFen: 10,
      settledOn: '2026-02-01',
      settling: { from: '2026-02-01', keptFen: [990] },
    });
    expect(on('2026-02-01')).toMatchObject({ unsettledFen: 0, settledOn: null, settling: null });
  });

  it('splits what may come back by the month of the sale', () => {
    // The later month comes first.
    const days = {
      douyin: { paidFen: { '2026-11-02': 4, '2026-06-01': 9 } },
      jd: { paidFen: { '2026-11-01': 30, '2026-10-31': 200 } },
    };
    const { settlement } = settleSales([{ ...EMPTY_YEAR, days }], {
      year: 2026,
      today: '2026-11-05',
      low: 243,
    });
    expect(settlement.openMonths).toEqual([
      { month: '2026-10', fen: 200 },
      { month: '2026-11', fen: 34 },
    ]);
  });

  it('names the platform with the most open sales first', () => {
    const days = {
      jd: { paidFen: { [TODAY]: 100 } },
      douyin: { paidFen: { [TODAY]: 300 } },
      taobao: { paidFen: { [TODAY]: 200 } },
    };
    const { settlement } = settleSales([{ ...EMPTY_YEAR, days }], {
      year: 2026,
      today: TODAY,
      low: 600,
    });
    const names = settlement.platforms.map(({ platform }) => platform);
    expect(names).toEqual(['douyin', 'taobao', 'jd']);
  });

  it('ends its path today, whatever is dated later', () => {
    const paidFen = { [addDays(TODAY, -1)]: 400, [addDays(TODAY, 1)]: 500 };
    const year = { ...EMPTY_YEAR, days: { jd: { paidFen } } };
    const { path } = settleSales([year], { year: 2026, today: TODAY, low: 900 });
    // A fifth of 400, less what came back by the end of the first day after the sale.
    expect(path).toEqual({
      from: addDays(TODAY, -1),
      netFen: [400, 0],
      expectedReturnFen: [66, 0],
    });
  });
});

describe('safeFrom', () => {
  // Sold on 1 and 2 January, settled on 1 and 2 February by the assumed curve.
  const paidFen = { '2026-01-01': 10_000, '2026-01-02': 10_000 };
  const years = [{ ...EMPTY_YEAR, days: { jd: { paidFen } } }];
  const soldBefore = 500;
  function settled() {
    const low = 20_000 + soldBefore;
    const { settlement } = settleSales(years, { year: 2026, today: '2026-01-10', low });
    const [first = 0, second = 0] = (settlement.settling?.keptFen ?? []).filter((fen) => fen > 0);
    return { settlement, first, second };
  }

  it('is the day on which the return window of enough sales is over', () => {
    const { settlement, first, second } = settled();
    expect(safeFrom(settlement, soldBefore + 1)).toBe('2026-02-01');
    expect(safeFrom(settlement, soldBefore + first)).toBe('2026-02-01');
    expect(safeFrom(settlement, soldBefore + first + 1)).toBe('2026-02-02');
    expect(safeFrom(settlement, soldBefore + first + second)).toBe('2026-02-02');
  });

  it('is no day where the expected returns take the sum below the amount', () => {
    const { settlement, first, second } = settled();
    expect(first + second).toBe(20_000 - settlement.expectedReturnFen);
    expect(safeFrom(settlement, soldBefore + first + second + 1)).toBeNull();
    expect(safeFrom(settlement, 20_000 + soldBefore)).toBeNull();
  });

  it('is tomorrow where the oldest open sales suffice', () => {
    const settling = { from: '2026-01-11', keptFen: [100, 100] };
    expect(safeFrom({ settledFen: 900, settling }, 1000)).toBe('2026-01-11');
    expect(safeFrom({ settledFen: 900, settling }, 1001)).toBe('2026-01-12');
  });

  it('is no day where all is settled', () => {
    expect(safeFrom({ settledFen: 900, settling: null }, 901)).toBeNull();
  });
});

describe('openReturns', () => {
  /** Of one entry of today, as the progress page reads it. */
  function openWith(kind: 'ordered' | 'paid', bookedOn: string) {
    const totals = recountYear([buildRevised({ kind, amountFen: 100 * YUAN, bookedOn })]);
    const net = netBounds(yearSums(totals));
    const { settlement } = settleSales([totals], { year: 2026, today: TODAY, low: net?.low ?? 0 });
    return openReturns(settlement, net);
  }

  it('are unknown for a sale without a paid amount', () => {
    expect(openWith('ordered', TODAY)).toBe('cannot_tell');
  });

  it('are there for young sales, and not for old ones', () => {
    expect(openWith('paid', TODAY)).toBe('some');
    expect(openWith('paid', '2026-01-05')).toBe('none');
    expect(openReturns({ platforms: [] }, null)).toBe('none');
  });
});

describe('ASSUMED_WINDOW_DAYS', () => {
  it('is the window of the assumed curve', () => {
    expect(ASSUMED_WINDOW_DAYS).toBe(settlesAfterDays(ASSUMED_CURVE));
  });
});
