import {
  type ChinaDay,
  chinaDayOf,
  chinaTimeOf,
  daysBetween,
  type Instant,
  weekdayOf,
  yearOf,
} from './china-time';

/**
 * The label of an instant relative to `now`, without language; the interface adds the words (今天
 * 20:00, 周五 20:00, 11月28日 20:00). `time` is `HH:mm`, or null when only the day is known. `weekday`
 * is ISO: 1 is Monday.
 */
export type DayLabelParts =
  | { kind: 'today' | 'tomorrow' | 'yesterday'; time: string | null }
  | { kind: 'weekday'; weekday: number; time: string | null }
  | { kind: 'date'; month: number; day: number; time: string | null }
  | { kind: 'dateWithYear'; year: number; month: number; day: number; time: string | null };

/** A weekday alone is clear only when it cannot be confused with the one a week later. */
const LAST_DAY_NAMED_BY_WEEKDAY = 6;

/** Parts of the label of an instant. `now` is passed in, because the domain has no clock. */
export function dayLabelParts(instant: Instant, now: Instant): DayLabelParts {
  return label(chinaDayOf(instant), chinaTimeOf(instant), chinaDayOf(now));
}

/** Parts of the label of a day without a time. */
export function dayOnlyLabelParts(day: ChinaDay, now: Instant): DayLabelParts {
  return label(day, null, chinaDayOf(now));
}

function label(day: ChinaDay, time: string | null, today: ChinaDay): DayLabelParts {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return { kind: 'today', time };
  if (ahead === 1) return { kind: 'tomorrow', time };
  if (ahead === -1) return { kind: 'yesterday', time };
  if (ahead > 1 && ahead <= LAST_DAY_NAMED_BY_WEEKDAY) {
    return { kind: 'weekday', weekday: weekdayOf(day), time };
  }
  const date = { month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)), time };
  const year = yearOf(day);
  return year === yearOf(today)
    ? { kind: 'date', ...date }
    : { kind: 'dateWithYear', year, ...date };
}
