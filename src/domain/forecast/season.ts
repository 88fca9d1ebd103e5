import { type LevelOf, RECENT_DAYS } from './path';

/** Last year's same weekday: 52 weeks back. */
export const YEAR_DAYS = 364;
/** Days on either side of a day of last year that give the level of its season. */
const SEASON_REACH = 28;
/** Exponent of last year's change: its square root is used. */
const SEASON_POWER = 0.5;
/** Largest change of last year that is used, up or down, as a factor. */
const MAX_TIMES = 3;

/**
 * The level of sales on each of the next days as a multiple of the level of the last eight weeks,
 * from the same weeks of last year; null when last year is unknown.
 * @param today number of the last known day.
 * @param ahead number of days, the first one is tomorrow.
 */
export function seasonAhead(levelOf: LevelOf, today: number, ahead: number): number[] | null {
  const first = today - YEAR_DAYS - RECENT_DAYS + 1;
  const then = first < 0 ? 0 : levelOf(first, today - YEAR_DAYS);
  if (then <= 0) return null;
  return Array.from({ length: ahead }, (_, index) => {
    const middle = today + 1 + index - YEAR_DAYS;
    const times = levelOf(middle - SEASON_REACH, middle + SEASON_REACH) / then;
    return Math.pow(Math.min(MAX_TIMES, Math.max(1 / MAX_TIMES, times)), SEASON_POWER);
  });
}
