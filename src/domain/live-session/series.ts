import type { FieldIssues } from '../field-issues';
import {
  addDays,
  addMinutes,
  type ChinaDay,
  chinaDayOf,
  chinaTimeOf,
  type Instant,
  instantInChina,
  isTooFarAhead,
  minutesBetween,
  weekdayOf,
} from '../time';

/** Sessions that are planned at once. */
export const MAX_SERIES = 60;

/** Days that can be left out of a series. */
export const MAX_SKIPPED_DAYS = 60;

/** Days that are looked at: two years with a leap day, and the day itself. */
const MAX_DAYS = 2 * 366 + 1;

/** How a plan is repeated: at the same clock time in China on each of these weekdays. */
export interface Repeat {
  /** ISO weekdays, 1 is Monday. */
  readonly weekdays: readonly number[];
  /** The last day that may have a session. */
  readonly until: ChinaDay;
  /** Days without a session; days that would have none anyway are no mistake. */
  readonly skip: readonly ChinaDay[];
}

/** When a session is planned to be, instants in UTC. */
export interface PlannedTimes {
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/**
 * The days on which a plan that begins on `first` would be repeated, earliest first, those that are
 * skipped included. The first day is always one of them, whatever its weekday. With more days than a
 * series can have, as many as show that.
 */
export function repeatedDays(first: ChinaDay, repeat: Repeat): ChinaDay[] {
  const days = [first];
  const most = MAX_SERIES + MAX_SKIPPED_DAYS + 1;
  let day = first;
  for (let count = 1; count < MAX_DAYS && days.length < most; count += 1) {
    day = addDays(day, 1);
    if (day > repeat.until) break;
    if (repeat.weekdays.includes(weekdayOf(day))) days.push(day);
  }
  return days;
}

/** The days of a series: those that are repeated and not skipped. The first is never skipped. */
export function seriesDays(first: ChinaDay, repeat: Repeat): ChinaDay[] {
  return repeatedDays(first, repeat).filter((day) => day === first || !repeat.skip.includes(day));
}

/**
 * The repeat with the fewest weekdays, evenly over the week, that gives a number of sessions by a day;
 * every day where even that gives fewer.
 * @param count sessions, at most {@link MAX_SERIES} are planned at once.
 */
export function repeatFor(first: ChinaDay, count: number, by: ChinaDay): Repeat {
  const wanted = Math.min(count, MAX_SERIES);
  for (let perWeek = 1; ; perWeek += 1) {
    const weekdays = Array.from({ length: perWeek }, (_, index) =>
      weekdayOf(addDays(first, Math.floor((7 * index) / perWeek))),
    ).sort();
    const days = repeatedDays(first, { weekdays, until: by, skip: [] });
    if (days.length < wanted && perWeek < 7) continue;
    return { weekdays, until: days[Math.min(wanted, days.length) - 1] ?? first, skip: [] };
  }
}

/** The same clock time in China and the same length on another day. */
export function timesOnDay({ startAt, endAt }: PlannedTimes, day: ChinaDay): PlannedTimes {
  const sinceMidnight = minutesBetween(instantInChina(chinaDayOf(startAt), '00:00'), startAt);
  const start = addMinutes(instantInChina(day, '00:00'), sinceMidnight);
  return { startAt: start, endAt: addMinutes(start, minutesBetween(startAt, endAt)) };
}

/** Clock time in China and length of a plan, `20:00+240`. */
export function clockOf({ startAt, endAt }: PlannedTimes): string {
  return `${chinaTimeOf(startAt)}+${String(minutesBetween(startAt, endAt))}`;
}

/** The problems of how a plan that begins at `startAt` is repeated, by the path in the input. */
export function repeatProblems(startAt: Instant, repeat: Repeat, now: Instant): FieldIssues {
  const first = chinaDayOf(startAt);
  if (repeat.until < first) return { 'repeat.until': 'end_before_start' };
  if (isTooFarAhead(repeat.until, now)) return { 'repeat.until': 'too_far_ahead' };
  const isTooMuch = seriesDays(first, repeat).length > MAX_SERIES;
  return isTooMuch ? { 'repeat.until': 'too_many' } : {};
}
