import dayjs from 'dayjs';

import {
  addDays,
  type ChinaDay,
  chinaDayOf,
  type Instant,
  startOfChinaDay,
  yearOf,
} from './china-time';

/** The first day of business that can be entered. */
export const FIRST_DAY: ChinaDay = '2016-01-01';

/** The first year that can be chosen, everywhere. */
export const FIRST_YEAR = yearOf(FIRST_DAY);

/** The first instant of business that can be entered. */
export const FIRST_INSTANT: Instant = startOfChinaDay(FIRST_DAY);

const MAX_YEARS_AHEAD = 2;

/** The last day of business that can be entered: today in two years, or 28 February for the 29th. */
export function lastDayAhead(now: Instant): ChinaDay {
  return dayjs.utc(chinaDayOf(now)).add(MAX_YEARS_AHEAD, 'year').format('YYYY-MM-DD');
}

/** Whether a day of business lies more than two years ahead. */
export function isTooFarAhead(day: ChinaDay, now: Instant): boolean {
  return day > lastDayAhead(now);
}

/** Whether a year of business begins more than two years ahead. */
export function isYearTooFarAhead(year: number, now: Instant): boolean {
  return year > yearOf(lastDayAhead(now));
}

/** The same day some months later, or the last day of that month where it is shorter. */
export function monthsAfter(day: ChinaDay, months: number): ChinaDay {
  const firstOf = (month: number): ChinaDay => {
    const inYear = String((month % 12) + 1).padStart(2, '0');
    return `${String(Math.floor(month / 12))}-${inYear}-01`;
  };
  const month = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const last = addDays(firstOf(month + 1), -1);
  const same = firstOf(month).slice(0, 8) + day.slice(8);
  return same < last ? same : last;
}
