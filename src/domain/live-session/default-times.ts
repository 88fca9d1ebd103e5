import {
  addDays,
  addMinutes,
  chinaDayOf,
  chinaTimeOf,
  type Instant,
  instantInChina,
  minutesBetween,
} from '../time';
import { type PlannedTimes, timesOnDay } from './series';

/** How a store's sessions usually are. */
export interface UsualTimes {
  /** Clock time in China, `20:00`. */
  readonly start: string;
  readonly minutes: number;
}

/** Where no session is known: when most are. */
const COMMON_TIMES: UsualTimes = { start: '20:00', minutes: 4 * 60 };

/** Minutes that a start lies ahead at least, so that the plan can be announced. */
const AHEAD_MINUTES = 15;

const ROUND_MINUTES = 30;

/** Sessions from which the usual is taken: the latest ones. */
const MAX_COMPARED = 10;

function mostFrequent<Value>(values: readonly Value[], otherwise: Value): Value {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let found = otherwise;
  for (const [value, count] of counts) if (count > (counts.get(found) ?? 0)) found = value;
  return found;
}

/**
 * The clock time and the length that most of a store's sessions were planned with; of two that are
 * equally frequent the later session's.
 * @param sessions latest first.
 */
export function usualTimes(
  sessions: readonly (PlannedTimes & { readonly precision: 'instant' | 'day' })[],
): UsualTimes {
  const known = sessions.filter(({ precision }) => precision === 'instant').slice(0, MAX_COMPARED);
  const starts = known.map(({ startAt }) => chinaTimeOf(startAt));
  const lengths = known.map(({ startAt, endAt }) => minutesBetween(startAt, endAt));
  return {
    start: mostFrequent(starts, COMMON_TIMES.start),
    minutes: mostFrequent(lengths, COMMON_TIMES.minutes),
  };
}

/** The next half hour that is at least a quarter of an hour ahead. */
function nextHalfHour(now: Instant): Instant {
  const earliest = addMinutes(now, AHEAD_MINUTES);
  const midnight = instantInChina(chinaDayOf(earliest), '00:00');
  const halves = Math.ceil(minutesUp(midnight, earliest) / ROUND_MINUTES);
  return addMinutes(midnight, halves * ROUND_MINUTES);
}

function minutesUp(from: Instant, to: Instant): number {
  const minutes = minutesBetween(from, to);
  return addMinutes(from, minutes) < to ? minutes + 1 : minutes;
}

/**
 * The times that a new plan begins with: today at the store's usual time while that is ahead, else
 * at the next half hour that is a quarter of an hour ahead; for the usual length.
 */
export function defaultTimes(now: Instant, { start, minutes }: UsualTimes): PlannedTimes {
  const usual = instantInChina(chinaDayOf(now), start);
  const startAt = usual > now ? usual : nextHalfHour(now);
  return { startAt, endAt: addMinutes(startAt, minutes) };
}

/** The times of a session on the next day on which its clock time is ahead: today or tomorrow. */
export function timesAgain(times: PlannedTimes, now: Instant): PlannedTimes {
  const today = timesOnDay(times, chinaDayOf(now));
  const isAhead = today.startAt >= addMinutes(now, AHEAD_MINUTES);
  return isAhead ? today : timesOnDay(times, addDays(chinaDayOf(now), 1));
}
