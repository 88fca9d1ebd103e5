import { type LevelOf, RECENT_DAYS } from './path';
import { YEAR_DAYS } from './season';

/** How recent sales leave the season; each is the logarithm of a change in a week, 0 or more. */
export interface Departure {
  /** Growth along the last year. */
  readonly growth: number;
  /** Fall of the last weeks that the merchant's own last year does not contain. */
  readonly fade: number;
}

/** Growth is measured over periods of four weeks, at least four of them and at most a year. */
const BLOCK_DAYS = 28;
const BLOCK_WEEKS = BLOCK_DAYS / 7;
const MIN_BLOCKS = 4;
const MAX_BLOCKS = 13;
/** Assumed deviation of a period from the line of growth, and its weight in periods. */
const ASSUMED_DEVIATION = 0.25;
const ASSUMED_WEIGHT = 4;

/** Logarithms of the levels of the periods until a day, earliest first; up to one without sales. */
function blocksUntil(levelOf: LevelOf, last: number): number[] {
  const logs: number[] = [];
  for (let end = last; logs.length < MAX_BLOCKS && end - BLOCK_DAYS + 1 >= 0; end -= BLOCK_DAYS) {
    const level = levelOf(end - BLOCK_DAYS + 1, end);
    if (level <= 0) break;
    logs.unshift(Math.log(level));
  }
  return logs;
}

/** The line through some periods: its rise in a period, and the standard error of that. */
function lineThrough(logs: readonly number[]): { rise: number; error: number } {
  const count = logs.length;
  const middle = (count - 1) / 2;
  const mean = logs.reduce((sum, log) => sum + log, 0) / count;
  const spread = logs.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  const rise = logs.reduce((sum, log, index) => sum + (index - middle) * (log - mean), 0) / spread;
  const squares = logs.reduce(
    (sum, log, index) => sum + (log - mean - rise * (index - middle)) ** 2,
    ASSUMED_WEIGHT * ASSUMED_DEVIATION * ASSUMED_DEVIATION,
  );
  return { rise, error: Math.sqrt(squares / (count - 2 + ASSUMED_WEIGHT) / spread) };
}

/** The growth in a week, beyond one standard error of it. Over a year, its seasons cancel out. */
function growthOf(levelOf: LevelOf, today: number): number {
  const blocks = blocksUntil(levelOf, today);
  if (blocks.length < MIN_BLOCKS) return 0;
  const { rise, error } = lineThrough(blocks);
  return Math.max(0, (rise - error) / BLOCK_WEEKS);
}

/** The last days that are compared with the eight weeks that they end. */
const FADE_DAYS = [14, 28];
/** A fall counts when at most this share of the last year's weeks had one as deep. */
const RARE_SHARE = 0.1;
/** Smallest share of the level that is distinguished: a logarithm has no zero. */
const SMALLEST_SHARE = 0.02;
/** Weeks in which the level is taken to have fallen so far. */
const FADE_WEEKS = 2;

function fadeOf(levelOf: LevelOf, today: number, days: number): number {
  const shareAt = (day: number): number | null => {
    const level = levelOf(day - RECENT_DAYS + 1, day);
    return level > 0 ? levelOf(day - days + 1, day) / level : null;
  };
  const now = shareAt(today);
  if (now === null) return 0;
  const earliest = Math.max(RECENT_DAYS - 1, today - YEAR_DAYS);
  let [weeks, asDeep] = [0, 0];
  for (let day = today - days; day >= earliest; day -= 7) {
    const share = shareAt(day);
    if (share === null) continue;
    weeks += 1;
    if (share <= now) asDeep += 1;
  }
  if (asDeep > RARE_SHARE * weeks) return 0;
  return Math.max(0, -Math.log(Math.max(now, SMALLEST_SHARE))) / FADE_WEEKS;
}

/**
 * How clearly recent sales leave the season, upward over the year or downward in the last weeks.
 * @param today number of the last known day.
 */
export function departureOf(levelOf: LevelOf, today: number): Departure {
  return {
    growth: growthOf(levelOf, today),
    fade: Math.max(...FADE_DAYS.map((days) => fadeOf(levelOf, today, days))),
  };
}
