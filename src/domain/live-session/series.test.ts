import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  addDays,
  type ChinaDay,
  chinaDayOf,
  chinaTimeOf,
  daysBetween,
  instantInChina,
  minutesBetween,
  weekdayOf,
} from '../time';
import {
  clockOf,
  MAX_SERIES,
  MAX_SKIPPED_DAYS,
  repeatedDays,
  repeatFor,
  repeatProblems,
  seriesDays,
  timesOnDay,
} from './series';

const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));
const anyWeekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
const anyClock = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16));

/** Every day from one to another, by hand. */
function daysFrom(first: ChinaDay, last: ChinaDay): ChinaDay[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}

describe('seriesDays', () => {
  it('are the first day and every chosen weekday until the last day, without the skipped ones', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyWeekdays,
        fc.integer({ min: 0, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 20 }),
        (first, weekdays, length, skipped) => {
          const until = addDays(first, length);
          const skip = skipped.map((days) => addDays(first, days));
          const expected = daysFrom(first, until).filter(
            (day) => day === first || (weekdays.includes(weekdayOf(day)) && !skip.includes(day)),
          );
          expect(seriesDays(first, { weekdays, until, skip })).toEqual(expected);
        },
      ),
    );
  });

  it.each([
    ['a leap day', '2028-02-22', '2028-03-07', ['2028-02-22', '2028-02-29', '2028-03-07']],
    ['no leap day', '2027-02-23', '2027-03-09', ['2027-02-23', '2027-03-02', '2027-03-09']],
    ['the end of a year', '2026-12-22', '2027-01-05', ['2026-12-22', '2026-12-29', '2027-01-05']],
    ['an end between two', '2026-11-24', '2026-12-07', ['2026-11-24', '2026-12-01']],
    ['the first day alone', '2026-11-24', '2026-11-30', ['2026-11-24']],
  ])('go over %s', (_name, first, until, days) => {
    expect(seriesDays(first, { weekdays: [2], until, skip: [] })).toEqual(days);
  });

  it('keep the first day although its weekday is not chosen, or it is skipped', () => {
    const repeat = { weekdays: [3], until: '2026-11-30', skip: ['2026-11-24'] };
    expect(seriesDays('2026-11-24', repeat)).toEqual(['2026-11-24', '2026-11-25']);
  });

  it('end for any input, with more than can be planned where there would be', () => {
    const daily = { weekdays: [1, 2, 3, 4, 5, 6, 7], until: '9999-12-31', skip: [] };
    expect(repeatedDays('2026-11-24', daily)).toHaveLength(MAX_SERIES + MAX_SKIPPED_DAYS + 1);
    expect(repeatedDays('2026-11-24', { ...daily, weekdays: [] })).toEqual(['2026-11-24']);
    const weekly = repeatedDays('2026-11-24', { ...daily, weekdays: [2] });
    expect(weekly.length).toBeGreaterThan(MAX_SERIES);
  });
});

describe('timesOnDay', () => {
  it('keeps the clock time in China and the length, past midnight too', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        anyClock,
        fc.integer({ min: 1, max: 2880 }),
        (day, other, clock, minutes) => {
          const startAt = instantInChina(day, clock);
          const endAt = new Date(Date.parse(startAt) + minutes * 60_000).toISOString();
          const moved = timesOnDay({ startAt, endAt }, other);
          expect([chinaDayOf(moved.startAt), chinaTimeOf(moved.startAt)]).toEqual([other, clock]);
          expect(minutesBetween(moved.startAt, moved.endAt)).toBe(minutes);
          expect(clockOf(moved)).toBe(clockOf({ startAt, endAt }));
        },
      ),
    );
  });
});

describe('repeatProblems', () => {
  const now = '2026-11-24T02:00:00.000Z';
  const startAt = instantInChina('2026-11-24', '20:00');
  const daily = { weekdays: [1, 2, 3, 4, 5, 6, 7], skip: [] };

  it.each([
    ['sixty days', addDays('2026-11-24', 59), {}],
    ['one more', addDays('2026-11-24', 60), { 'repeat.until': 'too_many' }],
    ['an end before the start', '2026-11-23', { 'repeat.until': 'end_before_start' }],
    ['the first day alone', '2026-11-24', {}],
    ['more than two years', '2028-11-25', { 'repeat.until': 'too_far_ahead' }],
  ])('%s', (_name, until, problems) => {
    expect(repeatProblems(startAt, { ...daily, until }, now)).toEqual(problems);
  });

  it('counts what is left after the skipped days, until two years ahead', () => {
    const fridays = { weekdays: [5], skip: [], until: '2028-11-24' };
    expect(repeatProblems(startAt, fridays, now)).toEqual({ 'repeat.until': 'too_many' });
    const skip = seriesDays('2026-11-24', fridays).slice(60);
    expect(skip.length).toBeLessThanOrEqual(MAX_SKIPPED_DAYS);
    expect(repeatProblems(startAt, { ...fridays, skip }, now)).toEqual({});
  });
});

describe('repeatFor', () => {
  it('takes as few weekdays as give the number of sessions by the day', () => {
    // A Friday; six Fridays are left until the end of the year.
    const by = '2026-12-31';
    expect(repeatFor('2026-11-27', 5, by)).toEqual({
      weekdays: [5],
      until: '2026-12-25',
      skip: [],
    });
    expect(seriesDays('2026-11-27', repeatFor('2026-11-27', 6, by))).toHaveLength(6);
    expect(repeatFor('2026-11-27', 6, by).weekdays).toHaveLength(2);
  });

  it('takes every day where even that gives fewer', () => {
    const repeat = repeatFor('2026-12-29', 9, '2026-12-31');
    expect(seriesDays('2026-12-29', repeat)).toEqual(['2026-12-29', '2026-12-30', '2026-12-31']);
  });

  it('plans no more than a series can have', () => {
    const repeat = repeatFor('2026-01-01', 500, '2026-12-31');
    expect(seriesDays('2026-01-01', repeat)).toHaveLength(MAX_SERIES);
  });
});
