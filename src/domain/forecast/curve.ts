import { type LevelOf, RECENT_DAYS } from './path';

/** Share of the outcomes that the stated range is meant to hold: the middle 80 %. */
export const COVERAGE = 0.8;
const RECENT_WEEKS = RECENT_DAYS / 7;
/** Standard deviations from the middle to either end of the range, for {@link COVERAGE}. */
const RANGE_SD = 1.2816;

/** The swing is measured on stretches of four weeks: good and bad weeks come in runs. */
const BLOCK_DAYS = 28;
const BLOCK_WEEKS = BLOCK_DAYS / 7;
/** Days back from today on which a stretch may end: half a year. */
const SWING_DAYS = 182;
/** Swing of a week assumed for a merchant of whom little is known, and for how many weeks it counts. */
const ASSUMED_SWING = 0.5;
const ASSUMED_SWING_WEEKS = 4;
/**
 * How far the level of sales may move in a week, as a share of it. Chosen so that the stated share
 * of generated merchants ends inside the range (`npm run bench:forecast -- --tuning`).
 */
const WANDER_PER_WEEK = 0.14;

/**
 * The swing of one week's ordinary sales, as a share of the level (standard deviation): from how
 * much four weeks differed from the four before them, each week of the last half year.
 * @param today number of the last known day.
 */
export function weeklySwing(levelOf: LevelOf, today: number): number {
  let squares = ASSUMED_SWING_WEEKS * ASSUMED_SWING * ASSUMED_SWING;
  let weight = ASSUMED_SWING_WEEKS;
  const begin = Math.max(2 * BLOCK_DAYS - 1, today - SWING_DAYS);
  for (let end = today; end >= begin; end -= 7) {
    const level = Math.max(levelOf(end - BLOCK_DAYS + 1, end), 0);
    const before = Math.max(levelOf(end - 2 * BLOCK_DAYS + 1, end - BLOCK_DAYS), 0);
    // Eight weeks without sales say nothing about swings; nobody may have been there yet.
    if (level + before <= 0) continue;
    const change = (level - before) / ((level + before) / 2);
    // The difference of two stretches swings twice as much as one, a week four times as much.
    squares += (BLOCK_WEEKS * change * change) / 2;
    weight += 1;
  }
  return Math.sqrt(squares / weight);
}

/** Sales of the days ahead added up, day by day: the middle and both ends of the range, fen. */
export interface Curve {
  readonly low: readonly number[];
  readonly mid: readonly number[];
  readonly high: readonly number[];
}

/**
 * The range of what is sold from tomorrow to each day ahead. Its width has three parts: chance (a
 * sum over many weeks swings less than one week), the level (known from eight weeks only) and
 * wandering (the further ahead, the further the level may have moved).
 * @param expected sales expected on each day ahead, fen, 0 or more.
 * @param swing see {@link weeklySwing}.
 */
export function curveOf(expected: readonly number[], swing: number): Curve {
  const [low, mid, high]: [number[], number[], number[]] = [[], [], []];
  let [sum, squares, lowest, highest] = [0, 0, 0, 0];
  expected.forEach((fen, index) => {
    sum += fen;
    squares += fen * fen;
    const weeksAhead = (index + 1) / 7;
    const chance = sum > 0 ? (7 * squares) / (sum * sum) : 0;
    const level = 1 / RECENT_WEEKS;
    // The mean of a walk lies a third of the way: over the weeks ahead, and over those looked back.
    const wander = WANDER_PER_WEEK * WANDER_PER_WEEK * ((weeksAhead + RECENT_WEEKS) / 3);
    const sd = Math.sqrt(Math.log(1 + swing * swing * (chance + level) + wander));
    // Sums only grow: an end of the range that sank from one day to the next would be no sum.
    lowest = Math.max(lowest, sum * Math.exp(-RANGE_SD * sd));
    highest = Math.max(highest, sum * Math.exp(RANGE_SD * sd));
    low.push(lowest);
    mid.push(sum);
    high.push(highest);
  });
  return { low, mid, high };
}
