import { describe, expect, it } from 'vitest';
import { addDays } from '../time';
import { forecast } from './forecast';
import { THOUSAND, pathOf, rangeOf, steadyInput } from './paths.fixture';

/** 1 July to 20 October. */
const DAYS_SO_FAR = 112;
/** 21 October to 31 December. */
const DAYS_AHEAD = 72;
const KEPT = DAYS_SO_FAR * THOUSAND;

describe('a merchant who sells the same every day', () => {
  it('is expected to sell the same', () => {
    const { yearEnd, inputs } = rangeOf(steadyInput());
    expect(yearEnd.midFen).toBe(KEPT + DAYS_AHEAD * THOUSAND);
    expect(yearEnd.lowFen).toBeGreaterThan(KEPT);
    expect(yearEnd.lowFen).toBeLessThan(yearEnd.midFen);
    expect(yearEnd.highFen).toBeGreaterThan(yearEnd.midFen);
    expect(inputs).toMatchObject({
      daysUsed: DAYS_SO_FAR,
      keptThisYearFen: KEPT,
      netPerWeekFen: 7 * THOUSAND,
      saleDaysPerWeek: 7,
      timesLastYear: null,
      seasonTimes: null,
    });
  });

  it('passes thresholds between the ends of the range', () => {
    const thresholds = [
      { id: 'passed', neededFen: KEPT },
      { id: 'a fen more', neededFen: KEPT + 1 },
      { id: 'in ten days', neededFen: KEPT + 10 * THOUSAND },
      { id: 'in ten days and a fen', neededFen: KEPT + 10 * THOUSAND + 1 },
      { id: 'on the last day', neededFen: KEPT + DAYS_AHEAD * THOUSAND },
      { id: 'a fen too far', neededFen: KEPT + DAYS_AHEAD * THOUSAND + 1 },
      { id: 'never', neededFen: 1000 * KEPT },
    ];
    const { crossings } = rangeOf(steadyInput({ thresholds }));
    const likely = Object.fromEntries(crossings.map((crossing) => [crossing.id, crossing.likely]));
    expect(likely).toEqual({
      passed: '2026-10-20',
      'a fen more': '2026-10-21',
      'in ten days': '2026-10-30',
      'in ten days and a fen': '2026-10-31',
      'on the last day': '2026-12-31',
      'a fen too far': null,
      never: null,
    });
    const [passed, , inTenDays, , onTheLastDay, , never] = crossings;
    expect(passed).toMatchObject({ earliest: '2026-10-20', latest: '2026-10-20' });
    expect(inTenDays!.earliest! < '2026-10-30' && '2026-10-30' < inTenDays!.latest!).toBe(true);
    expect(onTheLastDay).toMatchObject({ latest: null });
    expect(never).toMatchObject({ earliest: null, latest: null });
  });

  it('names the day on which a threshold was passed', () => {
    const thresholds = [{ id: 'past', neededFen: 3 * THOUSAND }];
    expect(rangeOf(steadyInput({ thresholds })).crossings[0]).toMatchObject({
      earliest: '2026-07-03',
      likely: '2026-07-03',
      latest: '2026-07-03',
    });
  });

  it('counts this year only, and uses the year before for seasons', () => {
    const path = pathOf('2025-01-01', '2026-10-20');
    const { inputs } = rangeOf(steadyInput({ path }));
    expect(inputs.keptThisYearFen).toBe(293 * THOUSAND);
    expect(inputs.timesLastYear).toBeCloseTo(1, 5);
    expect(inputs.seasonTimes).toBeCloseTo(1, 1);
  });

  it('does not look further back than two years', () => {
    const path = pathOf('2019-01-01', '2026-10-20', (day) => (day < '2024-10-20' ? 1e9 : THOUSAND));
    expect(rangeOf(steadyInput({ path }))).toEqual(
      rangeOf(steadyInput({ path: pathOf('2024-10-20', '2026-10-20') })),
    );
  });
});

describe('expected returns', () => {
  it('reduce the kept net and the level', () => {
    const path = pathOf('2026-07-01', '2026-10-20');
    const returned = { ...path, expectedReturnFen: path.netFen.map((fen) => fen / 4) };
    const { yearEnd, inputs } = rangeOf(steadyInput({ path: returned }));
    expect(yearEnd.midFen).toBe(0.75 * (DAYS_SO_FAR + DAYS_AHEAD) * THOUSAND);
    expect(inputs.expectedReturnFen).toBe(KEPT / 4);
    expect(inputs.netPerWeekFen).toBe(5.25 * THOUSAND);
  });

  it('of the year before do not count in this year', () => {
    const path = pathOf('2025-10-01', '2026-10-20');
    const expectedReturnFen = path.netFen.map((_, index) => (index < 92 ? 500 : 0));
    const { inputs } = rangeOf(steadyInput({ path: { ...path, expectedReturnFen } }));
    expect(inputs.expectedReturnFen).toBe(0);
  });
});

describe('promotions ahead', () => {
  it('have the assumed factors while the merchant has no history of them', () => {
    const { yearEnd, inputs } = rangeOf(steadyInput({ promotionsOff: [] }));
    expect(inputs.promotionsAhead).toEqual([
      {
        id: 'november_11',
        from: '2026-11-01',
        to: '2026-11-11',
        factor: 1.8,
        basis: 'assumed',
        off: false,
      },
      {
        id: 'december_12',
        from: '2026-12-08',
        to: '2026-12-12',
        factor: 1.2,
        basis: 'assumed',
        off: false,
      },
    ]);
    const extraDays = 0.8 * 11 + 0.2 * 5;
    expect(yearEnd.midFen).toBeCloseTo(KEPT + (DAYS_AHEAD + extraDays) * THOUSAND, -1);
  });

  it('are switched off one by one', () => {
    const all = rangeOf(steadyInput({ promotionsOff: [] })).yearEnd.midFen;
    const without = rangeOf(steadyInput({ promotionsOff: ['november_11'] }));
    expect(all - without.yearEnd.midFen).toBeCloseTo(0.8 * 11 * THOUSAND, -1);
    expect(without.inputs.promotionsAhead[0]).toMatchObject({ id: 'november_11', off: true });
  });

  it('treat Spring Festival as a pause, on its date in each year', () => {
    const today = '2027-01-10';
    const path = pathOf('2026-07-01', today);
    const input = { path, today, year: 2027, thresholds: [] };
    const withPause = rangeOf({ ...input, promotionsOff: [] });
    const without = rangeOf({ ...input, promotionsOff: ['spring_festival'] });
    expect(withPause.yearEnd.midFen).toBeLessThan(without.yearEnd.midFen);
    expect(withPause.inputs.promotionsAhead.slice(0, 2)).toMatchObject([
      { id: 'new_year_goods', from: '2027-01-11', to: '2027-01-29' },
      { id: 'spring_festival', from: '2027-02-02', to: '2027-02-15' },
    ]);
  });

  it('do not raise the level during a promotion', () => {
    const today = '2026-11-06';
    const path = pathOf('2026-07-01', today, (day) =>
      day >= '2026-11-01' ? 1.8 * THOUSAND : THOUSAND,
    );
    const { inputs } = rangeOf(steadyInput({ path, today }));
    expect(inputs.netPerWeekFen).toBe(7 * THOUSAND);
    expect(inputs.promotionsAhead[0]).toMatchObject({ from: '2026-11-07', to: '2026-11-11' });
  });
});

describe('last year', () => {
  it('counts by the square root of its change', () => {
    const path = pathOf('2025-01-01', '2026-08-31', (day) =>
      '2025-09-08' <= day && day <= '2025-12-31' ? 2 * THOUSAND : THOUSAND,
    );
    const { inputs } = rangeOf(steadyInput({ path, today: '2026-08-31' }));
    expect(inputs.seasonTimes).toBeGreaterThan(1.25);
    expect(inputs.seasonTimes).toBeLessThan(Math.SQRT2 + 0.05);
    expect(inputs.timesLastYear).toBeCloseTo(1, 5);
  });

  it('shows growth', () => {
    const path = pathOf('2025-01-01', '2026-08-31', (day) =>
      day < '2026-01-01' ? THOUSAND : 3 * THOUSAND,
    );
    const { inputs } = rangeOf(steadyInput({ path, today: '2026-08-31' }));
    expect(inputs.timesLastYear).toBeCloseTo(3, 5);
  });
});

describe('the range', () => {
  it('is wider for a merchant with more variable weeks', () => {
    const swinging = pathOf('2026-05-01', '2026-10-20', (_, index) =>
      Math.floor(index / 28) % 2 === 0 ? 1.6 * THOUSAND : 0.4 * THOUSAND,
    );
    const steady = rangeOf(steadyInput({ path: pathOf('2026-05-01', '2026-10-20') }));
    const { yearEnd, inputs } = rangeOf(steadyInput({ path: swinging }));
    expect(inputs.weeklySwing).toBeGreaterThan(2 * steady.inputs.weeklySwing);
    expect(yearEnd.highFen - yearEnd.lowFen).toBeGreaterThan(
      1.2 * (steady.yearEnd.highFen - steady.yearEnd.lowFen),
    );
  });

  it('has no width on the last day of the year', () => {
    const today = '2026-12-31';
    const thresholds = [{ id: 'above', neededFen: 1e9 }];
    const path = pathOf('2026-07-01', today);
    const { yearEnd, crossings } = rangeOf(steadyInput({ path, today, thresholds }));
    const keptFen = 184 * THOUSAND;
    expect(yearEnd).toEqual({ lowFen: keptFen, midFen: keptFen, highFen: keptFen });
    expect(crossings[0]).toMatchObject({ earliest: null, likely: null, latest: null });
  });
});

describe('no forecast', () => {
  const today = '2026-10-20';
  const since = (days: number) => pathOf(addDays(today, 1 - days), today);

  it.each([
    ['of a year that is over', { year: 2025 }, 'year_over'],
    ['of a year that has not begun', { year: 2027 }, 'year_not_begun'],
    ['of nothing', { path: since(0) }, 'too_little_history'],
    ['of 55 days', { path: since(55) }, 'too_little_history'],
    [
      'of days before the first sale',
      { path: pathOf('2025-01-01', today, (day) => (day < '2026-10-01' ? 0 : THOUSAND)) },
      'too_little_history',
    ],
    [
      'of five sale days in eight weeks',
      {
        path: pathOf('2026-01-01', today, (day, index) =>
          index === 0 || day >= '2026-10-16' ? THOUSAND : 0,
        ),
      },
      'too_little_history',
    ],
    [
      'after four weeks without a sale',
      { path: pathOf('2026-01-01', today, (day) => (day < '2026-09-23' ? THOUSAND : 0)) },
      'nothing_sold_lately',
    ],
    [
      'when more came back than was sold',
      {
        path: pathOf('2026-01-01', today, (_, index) => (index % 2 ? -2 * THOUSAND : THOUSAND)),
      },
      'nothing_sold_lately',
    ],
  ])('%s', (_, changes, reason) => {
    expect(forecast(steadyInput(changes))).toMatchObject({ kind: 'declined', reason });
  });

  it('is too uncertain when the ends of the range would be more than 20 times apart', () => {
    // At the end of January there is little of the year, and sales double every month.
    const doubling = pathOf('2025-01-01', '2026-01-31', (_, index) => 1000 * 2 ** (index / 30));
    expect(forecast(steadyInput({ path: doubling, today: '2026-01-31' }))).toMatchObject({
      kind: 'declined',
      reason: 'too_uncertain',
    });
  });

  it('is needed from 56 days, six sale days and a sale within four weeks on', () => {
    const sixSaleDays = (day: string, index: number) =>
      index === 0 || day >= '2026-10-16' ? THOUSAND : 0;
    expect(forecast(steadyInput({ path: since(56) })).kind).toBe('range');
    expect(
      forecast(steadyInput({ path: pathOf(addDays(today, -55), today, sixSaleDays) })).kind,
    ).toBe('range');
    const quiet = pathOf('2026-01-01', today, (day) => (day < '2026-09-24' ? THOUSAND : 0));
    expect(forecast(steadyInput({ path: quiet })).kind).toBe('range');
  });

  it('names the needed and the available history', () => {
    expect(forecast(steadyInput({ path: since(20) }))).toEqual({
      kind: 'declined',
      reason: 'too_little_history',
      needed: { days: 56, saleDays: 6, saleDaysLately: 1 },
      has: { days: 20, saleDays: 20, saleDaysLately: 20 },
    });
  });
});
