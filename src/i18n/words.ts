import type { ApiError } from '../contract/errors';
import type { Lang } from '../domain/lang';
import {
  chinaDayOf,
  chinaTimeOf,
  dayLabelParts,
  dayOnlyLabelParts,
  daysBetween,
  minutesBetween,
  type ChinaDay,
  type DayLabelParts,
  type Instant,
} from '../domain/time';
import { type Messages, messagesOf } from './messages';

function dayWord(parts: DayLabelParts, t: Messages): string {
  const { day } = t.common;
  switch (parts.kind) {
    case 'today':
    case 'tomorrow':
    case 'yesterday':
      return day[parts.kind];
    case 'weekday':
      return day.weekday(parts.weekday);
    case 'date':
      return day.date(parts.month, parts.day);
    case 'dateWithYear':
      return day.dateWithYear(parts.year, parts.month, parts.day);
  }
}

/** `今天 20:00`, `周五 20:00`, `11月28日 20:00`; without the time when only the day is known. */
function wordDay(parts: DayLabelParts, t: Messages): string {
  const word = dayWord(parts, t);
  return parts.time === null ? word : t.common.day.withTime(word, parts.time);
}

/** For whom times are worded. */
export interface Reader {
  readonly lang: Lang;
  /** Whether clock times of China differ from those of this person's phone. */
  readonly isAbroad: boolean;
}

/** Texts with clock times of China, marked as such for a reader whose own clock shows others. */
function inChina(times: string, { lang, isAbroad }: Reader): string {
  return isAbroad ? messagesOf(lang).common.day.inChina(times) : times;
}

/** An instant beside `now`: `明天 20:00`, abroad `明天 20:00（北京时间）`. */
export function wordInstant(instant: Instant, now: Instant, reader: Reader): string {
  return inChina(wordDay(dayLabelParts(instant, now), messagesOf(reader.lang)), reader);
}

/** A time of day in China, `HH:mm`: `20:00`, abroad `20:00（北京时间）`. */
export function wordClock(time: string, reader: Reader): string {
  return inChina(time, reader);
}

/** From one time of day to another, where a heading says the day: `20:02–00:08`, abroad marked. */
export function wordClocks(times: { startAt: Instant; endAt: Instant }, reader: Reader): string {
  const text = `${chinaTimeOf(times.startAt)}–${chinaTimeOf(times.endAt)}`;
  return reader.isAbroad ? `${text} ${messagesOf(reader.lang).common.day.chinaShort}` : text;
}

/** The time of day of an instant in China, worded as {@link wordClock} does. */
export function wordClockOf(instant: Instant, reader: Reader): string {
  return wordClock(chinaTimeOf(instant), reader);
}

/** A stretch of time beside `now`, its zone apart: for places of one line, which show it beneath. */
export function periodParts(
  { startAt, endAt }: { startAt: Instant; endAt: Instant },
  now: Instant,
  { lang, isAbroad }: Reader,
): { text: string; zone: string | null } {
  const { day } = messagesOf(lang).common;
  const home = { lang, isAbroad: false };
  const start = wordInstant(startAt, now, home);
  const days = daysBetween(chinaDayOf(startAt), chinaDayOf(endAt));
  const clock = chinaTimeOf(endAt);
  const nearEnd = days === 0 ? clock : day.nextDay(clock);
  const end = days > 1 ? wordInstant(endAt, now, home) : nearEnd;
  return { text: day.range(start, end), zone: isAbroad ? day.chinaTime : null };
}

/** A stretch of time beside `now`: `今天 20:00 – 23:30`, abroad `今天 20:00 – 23:30（北京时间）`. */
export function wordPeriod(
  period: { startAt: Instant; endAt: Instant },
  now: Instant,
  reader: Reader,
): string {
  return inChina(periodParts(period, now, reader).text, reader);
}

/** A China day beside `now`: `昨天`, `11月28日`. */
export function wordChinaDay(day: ChinaDay, now: Instant, lang: Lang): string {
  return wordDay(dayOnlyLabelParts(day, now), messagesOf(lang));
}

/** A date with its year, as exact as it is known: `2025年12月9日`, `2020年6月`, `2020年`. */
export function wordDate(date: string, lang: Lang): string {
  const { day: words } = messagesOf(lang).common;
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return words.year(year);
  return day === undefined ? words.month(year, month) : words.dateWithYear(year, month, day);
}

/** Days of a stretch by their dates, the month once where it is one: `12月9日–18日`. */
export function wordDays(from: ChinaDay, to: ChinaDay, lang: Lang): string {
  const { day } = messagesOf(lang).common;
  const parts = (date: ChinaDay) => [Number(date.slice(5, 7)), Number(date.slice(8))] as const;
  const [fromMonth, fromDay] = parts(from);
  const [toMonth, toDay] = parts(to);
  if (from.slice(0, 4) !== to.slice(0, 4))
    return day.range(wordDate(from, lang), wordDate(to, lang));
  if (from === to) return day.date(fromMonth, fromDay);
  return fromMonth === toMonth
    ? day.withinMonth(fromMonth, fromDay, toDay)
    : day.range(day.date(fromMonth, fromDay), day.date(toMonth, toDay));
}

/** A length of time in whole minutes: `45 分钟`, `2 小时 5 分钟`, `3 天`. Cut, never rounded up. */
export function wordSpan(minutes: number, t: Messages): string {
  const { span } = t.common;
  if (minutes < 1) return span.lessThanMinute;
  if (minutes < 60) return span.minutes(Math.floor(minutes));
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return span.days(Math.floor(hours / 24));
  const rest = Math.floor(minutes % 60);
  return rest === 0 ? span.hours(hours) : span.hoursMinutes(hours, rest);
}

/** Minutes before a start from which it is counted down; before, its day and time say more. */
const COUNTDOWN_MINUTES = 60;

/** When something to come starts: `45 分钟后开播`, `明天 20:00 开播`. */
export function wordStart(startAt: Instant, now: Instant, reader: Reader): string {
  const t = messagesOf(reader.lang);
  const minutes = Math.max(0, minutesBetween(now, startAt));
  return minutes < COUNTDOWN_MINUTES
    ? t.common.starts.in(wordSpan(minutes, t))
    : t.common.starts.at(wordInstant(startAt, now, reader));
}

/** The same where its time stands beside: `45 分钟后开播`, `明天`; once it should have started, its day. */
export function wordStartDay(startAt: Instant, now: Instant, reader: Reader): string {
  const isSoon = now < startAt && minutesBetween(now, startAt) < COUNTDOWN_MINUTES;
  return isSoon
    ? wordStart(startAt, now, reader)
    : wordChinaDay(chinaDayOf(startAt), now, reader.lang);
}

/** The sentence of an error. */
export function wordError(error: ApiError, t: Messages): string {
  return t.errors.code[error.code](error.info ?? {});
}

/** The sentence of an error of a reading: nothing was to be stored, so storing is not mentioned. */
export function wordReadError(error: ApiError, t: Messages): string {
  return wordError({ ...error, info: { ...error.info, isRead: true } }, t);
}
