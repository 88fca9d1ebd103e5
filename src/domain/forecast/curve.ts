import type { Departure } from './departure';
import { type LevelOf, RECENT_DAYS } from './path';

/** Share of the outcomes that the range aims at; what it holds is measured. */
export const COVERAGE = 0.8;
const RECENT_WEEKS = RECENT_DAYS / 7;
/**
 * Standard deviations from the middle to the ends of the range. The lower end is further away,
 * because merchants who stop are not seen before they do.
 */
const LOW_SD = 1.8;
const HIGH_SD = 1.2816;

/** The swing is measured over periods of four weeks, because good and bad weeks come in runs. */
const BLOCK_DAYS = 28;
const BLOCK_WEEKS = BLOCK_DAYS / 7;
/** Number of days before today on which a period may end: half a year. */
const SWING_DAYS = 182;
/** Assumed swing of a week for a merchant with little history, and its weight in weeks. */
const ASSUMED_SWING = 0.5;
const ASSUMED_SWING_WEEKS = 4;
/**
 * Movement of the level of sales in a week, as a share of it. It is chosen so that the stated share
 * of generated merchants ends inside the range (`npm run bench:forecast -- --tuning`).
 */
const WANDER_PER_WEEK = 0.14;

/**
 * The swing of one week's ordinary sales, as a share of the level (standard deviation). It is
 * computed from the differences between four weeks and the four weeks before them, over the last
 * half year.
 * @param today number of the last known day.
 */
export function weeklySwing(levelOf: LevelOf, today: number): number {
  let squares = ASSUMED_SWING_WEEKS * ASSUMED_SWING * ASSUMED_SWING;
  let weight = ASSUMED_SWING_WEEKS;
  const begin = Math.max(2 * BLOCK_DAYS - 1, today - SWING_DAYS);
  for (let end = today; end >= begin; end -= 7) {
    const level = Math.max(levelOf(end - BLOCK_DAYS + 1, end), 0);
    const before = Math.max(levelOf(end - 2 * BLOCK_DAYS + 1, end - BLOCK_DAYS), 0);
    // Eight weeks without sales carry no information: the merchant may not have started yet.
    if (level + before <= 0) continue;
    const change = (level - before) / ((level + before) / 2);
    // The variance of the difference of two periods is twice that of one, that of a week four times.
    squares += (BLOCK_WEEKS * change * change) / 2;
    weight += 1;
  }
  return Math.sqrt(squares / weight);
}

/** Cumulative sales of the days ahead: the middle and both ends of the range, fen. */
export interface Curve {
  readonly low: readonly number[];
  readonly mid: readonly number[];
  readonly high: readonly number[];
}

/** Share of a growth that is left a week later: growth does not go on for ever. */
const GROWTH_KEPT = 0.985;
/** Largest growth until year end, as a logarithm. */
const MAX_GROWTH = 4;
/** Weeks for which the level of eight weeks lags behind a fall. */
const FADE_LAG_WEEKS = 3;

/** Cumulative sales, and the standard deviation of their logarithm, to each day ahead. */
function sumsOf(expected: readonly number[], swing: number): { sum: number; sd: number }[] {
  let [sum, squares] = [0, 0];
  return expected.map((fen, index) => {
    sum += fen;
    squares += fen * fen;
    const weeksAhead = (index + 1) / 7;
    const chance = sum > 0 ? (7 * squares) / (sum * sum) : 0;
    const level = 1 / RECENT_WEEKS;
    // The variance of a random walk's mean is a third of its end's: over the weeks ahead and behind.
    const wander = WANDER_PER_WEEK * WANDER_PER_WEEK * ((weeksAhead + RECENT_WEEKS) / 3);
    return { sum, sd: Math.sqrt(Math.log(1 + swing * swing * (chance + level) + wander)) };
  });
}

/** Cumulative sums never fall, so an end of the range must not fall from one day to the next. */
function neverFalling(fen: readonly number[]): number[] {
  let highest = 0;
  return fen.map((sum) => (highest = Math.max(highest, sum)));
}

/**
 * The range of cumulative sales from tomorrow to each day ahead. Its width has three parts: chance
 * (a sum over many weeks swings less than one week), the level (known from eight weeks only) and
 * drift (the further ahead, the further the level may have moved). The upper end continues a growth
 * that leaves the season, the lower end a fall; the middle continues neither.
 * @param expected expected sales of each day ahead, fen, 0 or more.
 * @param swing see {@link weeklySwing}.
 */
export function curveOf(
  expected: readonly number[],
  swing: number,
  { growth, fade }: Departure,
): Curve {
  const grown = expected.map((fen, index) => {
    const weeks = (1 - Math.pow(GROWTH_KEPT, (index + 1) / 7)) / (1 - GROWTH_KEPT);
    return fen * Math.exp(Math.min(MAX_GROWTH, growth * weeks));
  });
  const faded = expected.map(
    (fen, index) => fen * Math.exp(-fade * ((index + 1) / 7 + FADE_LAG_WEEKS)),
  );
  const middle = sumsOf(expected, swing);
  const lows = (fade > 0 ? sumsOf(faded, swing) : middle).map(
    ({ sum, sd }) => sum * Math.exp(-LOW_SD * sd),
  );
  const highs = (growth > 0 ? sumsOf(grown, swing) : middle).map(
    ({ sum, sd }) => sum * Math.exp(HIGH_SD * sd),
  );
  return {
    low: neverFalling(lows),
    mid: middle.map(({ sum }) => sum),
    high: neverFalling(highs),
  };
}
