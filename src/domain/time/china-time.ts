/** A moment in UTC with milliseconds, e.g. `2026-11-23T12:00:00.000Z`. */
export type Instant = string;
/** A calendar day in China, `YYYY-MM-DD`. */
export type ChinaDay = string;
/** A calendar month in China, `YYYY-MM`. */
export type ChinaMonth = string;

/** China's time zone, minutes ahead of UTC: one for all, without daylight saving. */
export const CHINA_ZONE_MINUTES = 8 * 60;
const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;
const CHINA_OFFSET_MS = CHINA_ZONE_MINUTES * MS_PER_MINUTE;
/** Where the day and the time end in an instant. */
const DAY_LENGTH = 'YYYY-MM-DD'.length;
const MINUTE_LENGTH = 'YYYY-MM-DDTHH:mm'.length;

/**
 * The instant that lies `ms` after another.
 * @param from a day stands for its midnight in UTC
 */
export function shifted(from: Instant, ms: number): Instant {
  return new Date(Date.parse(from) + ms).toISOString();
}

/** Whether the text is an existing calendar day written `YYYY-MM-DD`. */
export function isChinaDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isWritten(`${text}T00:00:00.000Z`);
}

/** Whether the text is an existing moment written exactly `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && isWritten(text);
}

/** Whether the moment exists. An engine may read one that does not, such as 30 February, as another. */
function isWritten(text: Instant): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
}

/** The wall clock in China at an instant, as if it were UTC. */
function wallClock(instant: Instant): Instant {
  return shifted(instant, CHINA_OFFSET_MS);
}

/** The China day in which the moment lies. */
export function chinaDayOf(instant: Instant): ChinaDay {
  return wallClock(instant).slice(0, DAY_LENGTH);
}

/** Whether a day comes after the China day of `now`. */
export function isFutureDay(day: ChinaDay, now: Instant): boolean {
  return day > chinaDayOf(now);
}

/** The time of day in China, 24 hours, `HH:mm`. */
export function chinaTimeOf(instant: Instant): string {
  return wallClock(instant).slice(DAY_LENGTH + 1, MINUTE_LENGTH);
}

/** A moment as a table writes it, in China: `2026-11-24 20:00`. */
export function chinaStampOf(instant: Instant): string {
  return wallClock(instant).slice(0, MINUTE_LENGTH).replace('T', ' ');
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
  return shifted(day, -CHINA_OFFSET_MS);
}

/** The last millisecond of a China day. */
export function endOfChinaDay(day: ChinaDay): Instant {
  return shifted(day, MS_PER_DAY - 1 - CHINA_OFFSET_MS);
}

/**
 * The moment of a wall clock time on a day in China.
 * @param time 24 hours, `HH:mm`.
 */
export function instantInChina(day: ChinaDay, time: string): Instant {
  return shifted(`${day}T${time}:00.000Z`, -CHINA_OFFSET_MS);
}

/** The day that lies `days` later (or earlier, when negative). */
export function addDays(day: ChinaDay, days: number): ChinaDay {
  return shifted(day, days * MS_PER_DAY).slice(0, DAY_LENGTH);
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
  return new Date(day).getUTCDay() || 7;
}

/** The moment that lies `minutes` later (or earlier, when negative). */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return shifted(instant, minutes * MS_PER_MINUTE);
}

/** Whole minutes from one moment to another, cut towards zero; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  const minutes = Math.trunc((Date.parse(to) - Date.parse(from)) / MS_PER_MINUTE);
  return minutes === 0 ? 0 : minutes;
}
