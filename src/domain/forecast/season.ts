import { type LevelOf, RECENT_DAYS } from './path';

/** Last year's same weekday: 52 weeks back. */
export const YEAR_DAYS = 364;
/** Days on either side of a day of last year that tell the level of its season. */
const SEASON_REACH = 28;
/** How much of last year's change is taken over: the square root of it. */
const SEASON_POWER = 0.5;
/** More than this, up or down, is not believed of last year. */
const MAX_TIMES = 3;

/**
 * How the level of sales on each of the next days compares with the level of the last eight weeks,
 * from what the same weeks of last year were to each other; null where last year is not known.
 * @param today number of the last known day.
 * @param ahead how many days are asked for, tomorrow first.
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
