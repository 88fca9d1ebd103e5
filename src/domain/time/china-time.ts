import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** A moment in UTC with milliseconds, e.g. `2026-11-23T12:00:00.000Z`. */
export type Instant = string;
/** A calendar day in China, `YYYY-MM-DD`. */
export type ChinaDay = string;
/** A calendar month in China, `YYYY-MM`. */
export type ChinaMonth = string;

/** China has one time zone without daylight saving, so a fixed offset is exact. */
const CHINA_OFFSET_HOURS = 8;
/** China's time zone, minutes ahead of UTC. */
export const CHINA_ZONE_MINUTES = CHINA_OFFSET_HOURS * 60;
const DAY_FORMAT = 'YYYY-MM-DD';
const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;

/** Whether the text is an existing calendar day written `YYYY-MM-DD`. */
export function isChinaDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayjs.utc(text).format(DAY_FORMAT) === text;
}

/** Whether the text is an existing moment written exactly `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export function isInstant(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text)) return false;
  const parsed = dayjs.utc(text);
  return parsed.isValid() && parsed.toISOString() === text;
}

/** The wall clock in China at an instant, as if it were UTC. */
function wallClock(instant: Instant): Dayjs {
  return dayjs.utc(instant).add(CHINA_OFFSET_HOURS, 'hour');
}

/** The China day in which the moment lies. */
export function chinaDayOf(instant: Instant): ChinaDay {
  return wallClock(instant).format(DAY_FORMAT);
}

/** Whether a day comes after the China day of `now`. */
export function isFutureDay(day: ChinaDay, now: Instant): boolean {
  return day > chinaDayOf(now);
}

/** The time of day in China, 24 hours, `HH:mm`. */
export function chinaTimeOf(instant: Instant): string {
  return wallClock(instant).format('HH:mm');
}

/** A moment as a table writes it, in China: `2026-11-24 20:00`. */
export function chinaStampOf(instant: Instant): string {
  return wallClock(instant).format(`${DAY_FORMAT} HH:mm`);
}

/** The month of a day. */
export function monthOf(day: ChinaDay): ChinaMonth {
  return day.slice(0, 7);
}

/** The year of a day (or of a month), as a number. */
export function yearOf(dayOrMonth: ChinaDay): number {
  return Number(dayOrMonth.slice(0, 4));
}

/** The moment at which the day begins in China. */
export function startOfChinaDay(day: ChinaDay): Instant {
  return dayjs.utc(day).subtract(CHINA_OFFSET_HOURS, 'hour').toISOString();
}

/** The last millisecond of a China day. */
export function endOfChinaDay(day: ChinaDay): Instant {
  const start = dayjs.utc(day).subtract(CHINA_OFFSET_HOURS, 'hour');
  return start.add(MS_PER_DAY - 1, 'millisecond').toISOString();
}

/**
 * The moment of a wall clock time on a day in China.
 * @param time 24 hours, `HH:mm`.
 */
export function instantInChina(day: ChinaDay, time: string): Instant {
  return dayjs.utc(`${day}T${time}:00.000Z`).subtract(CHINA_OFFSET_HOURS, 'hour').toISOString();
}

/** The day that lies `days` later (or earlier, when negative). */
export function addDays(day: ChinaDay, days: number): ChinaDay {
  return dayjs.utc(day).add(days, 'day').format(DAY_FORMAT);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: ChinaDay, to: ChinaDay): number {
  return ageBy(to)(from);
}

/** How many whole days before a day others lie; negative for later ones. For many days at once. */
export function ageBy(today: ChinaDay): (day: ChinaDay) => number {
  const now = Date.parse(today);
  return (day) => Math.round((now - Date.parse(day)) / MS_PER_DAY);
}

/** ISO weekday of a day: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: ChinaDay): number {
  return dayjs.utc(day).day() || 7;
}

/** The moment that lies `minutes` later (or earlier, when negative). */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return dayjs.utc(instant).add(minutes, 'minute').toISOString();
}

/** Whole minutes from one moment to another, cut towards zero; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  const minutes = Math.trunc(dayjs.utc(to).diff(dayjs.utc(from)) / MS_PER_MINUTE);
  return minutes === 0 ? 0 : minutes;
}
