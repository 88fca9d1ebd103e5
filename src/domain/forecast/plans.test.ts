import { describe, expect, it } from 'vitest';

import { addDays } from '../time';
import { pathOf, THOUSAND } from './paths.fixture';
import { type PlanInput, planOutlook } from './plans';

const TODAY = '2026-10-20';
/** 1,000 yuan on every other day: 56 sale days from 1 July to 20 October. */
const everyOther = pathOf('2026-07-01', TODAY, (_, index) => (index % 2 ? THOUSAND : 0));
const KEPT = 56 * THOUSAND;
/** Thursdays from 22 October on. */
const thursdays = Array.from({ length: 5 }, (_, week) => addDays('2026-10-22', 7 * week));

function outlookWith(changes: Partial<PlanInput> = {}) {
  return planOutlook({
    path: everyOther,
    today: TODAY,
    year: 2026,
    thresholds: [{ id: 'near', neededFen: KEPT + 3 * THOUSAND }],
    plans: { days: thursdays, hasMore: false },
    ...changes,
  });
}

describe('planOutlook', () => {
  it('passes a threshold on the day of the session whose median reaches it', () => {
    expect(outlookWith()).toEqual({
      sessions: 5,
      hasMore: false,
      weekday: 4,
      medianFen: THOUSAND,
      crossings: [
        {
          id: 'near',
          earliest: thursdays[2],
          likely: thursdays[2],
          latest: thursdays[2],
          further: 0,
        },
      ],
    });
  });

  it('names the fewest further sessions, to the fen', () => {
    const furtherFor = (neededFen: number) =>
      outlookWith({ thresholds: [{ id: 'far', neededFen }] })?.crossings[0];
    expect(furtherFor(KEPT + 5 * THOUSAND)).toMatchObject({ further: 0, likely: thursdays[4] });
    expect(furtherFor(KEPT + 5 * THOUSAND + 1)).toMatchObject({ further: 1, likely: null });
    expect(furtherFor(KEPT + 8 * THOUSAND)).toMatchObject({ further: 3 });
  });

  it('is as wide as the days with sales vary', () => {
    const varied = pathOf('2026-07-01', TODAY, (_, index) => (index % 2 ? (index % 3) + 1 : 0));
    const near = { id: 'near', neededFen: 112 + 6 };
    const { earliest, likely, latest } = outlookWith({
      path: varied,
      thresholds: [near],
    })!.crossings[0]!;
    expect(earliest! < likely!).toBe(true);
    expect(latest === null || latest > likely!).toBe(true);
  });

  it('counts sessions of the year that are to come, and knows no weekday of different ones', () => {
    const days = ['2026-10-19', '2026-10-20', '2026-12-31', '2027-01-01'];
    expect(outlookWith({ plans: { days, hasMore: true } })).toMatchObject({
      sessions: 2,
      hasMore: true,
      weekday: null,
    });
  });

  it('leaves out thresholds that are passed', () => {
    expect(outlookWith({ thresholds: [{ id: 'past', neededFen: KEPT }] })?.crossings).toEqual([]);
  });

  it('starts from the lower end of what is a range, and is early by its upper end', () => {
    const ranges = [{ month: '2026-10', low: 0, high: 2 * THOUSAND }];
    const crossing = outlookWith({ path: { ...everyOther, ranges } })?.crossings[0];
    expect(crossing).toMatchObject({ earliest: thursdays[0], likely: thursdays[2] });
  });

  it('needs six days with sales in eight weeks, and the running year', () => {
    const days = (count: number) =>
      pathOf('2026-01-01', TODAY, (day) => (day > addDays(TODAY, -count) ? THOUSAND : 0));
    expect(outlookWith({ path: days(5) })).toBeNull();
    expect(outlookWith({ path: days(6) })).not.toBeNull();
    expect(outlookWith({ year: 2025 })).toBeNull();
  });
});
