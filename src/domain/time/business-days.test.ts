import { describe, expect, it } from 'vitest';

import { FIRST_DAY, FIRST_INSTANT, isTooFarAhead, isYearTooFarAhead, lastDayAhead } from './index';

/** 24 November 2026, 10:00 in China. */
const NOW = '2026-11-24T02:00:00.000Z';

describe('days of business', () => {
  it('begin with 2016 in China', () => {
    expect(FIRST_DAY).toBe('2016-01-01');
    expect(FIRST_INSTANT).toBe('2015-12-31T16:00:00.000Z');
  });

  it.each([
    ['an ordinary day', NOW, '2028-11-24'],
    ['the last minute of a year in China', '2026-12-31T15:59:59.999Z', '2028-12-31'],
    ['the first minute of the next', '2026-12-31T16:00:00.000Z', '2029-01-01'],
    ['a leap day', '2028-02-29T04:00:00.000Z', '2030-02-28'],
  ])('end two years after %s', (_name, now, last) => {
    expect(lastDayAhead(now)).toBe(last);
  });

  it('may be two years ahead and not a day more', () => {
    expect(isTooFarAhead('2028-11-24', NOW)).toBe(false);
    expect(isTooFarAhead('2028-11-25', NOW)).toBe(true);
    expect(isYearTooFarAhead(2028, NOW)).toBe(false);
    expect(isYearTooFarAhead(2029, NOW)).toBe(true);
  });
});
