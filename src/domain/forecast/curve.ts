import { RECENT_DAYS } from './path';
import type { LevelOf } from './path';

/** Share of the outcomes that the stated range is meant to hold: the middle 80 %. */
export const COVERAGE = 0.8;
/** Standard deviations from the middle to either end of the range, for {@link COVERAGE}. */
const RANGE_SD = 1.2816;

/** Weeks from which the swing of a week is measured. */
const SWING_WEEKS = 26;
/** Swing of a week that is assumed for a merchant of whom little is known, and its weight in weeks. */
const ASSUMED_SWING = 0.5;
const ASSUMED_SWING_WEEKS = 4;
/** How far the level of sales moves in a week, as a share of it: an assumption. */
const WANDER_PER_WEEK = 0.07;

/**
 * How much a week's ordinary sales differ from the week before, as a share of the level: the
 * standard deviation of one week. Neighbouring weeks are compared, so a slow change is no swing.
 * @param today number of the last known day.
 */
export function weeklySwing(levelOf: LevelOf, today: number): number {
  let squares = ASSUMED_SWING_WEEKS * ASSUMED_SWING * ASSUMED_SWING;
  let weight = ASSUMED_SWING_WEEKS;
  const begin = Math.max(13, today - 7 * SWING_WEEKS);
  for (let end = today; end >= begin; end -= 7) {
    const week = Math.max(levelOf(end - 6, end), 0);
    const before = Math.max(levelOf(end - 13, end - 7), 0);
    // Two weeks without sales say nothing about swings; nobody may have been there yet.
    if (week + before <= 0) continue;
    const change = (week - before) / ((week + before) / 2);
    squares += (change * change) / 2;
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
    const level = 7 / RECENT_DAYS;
    const wander = WANDER_PER_WEEK * WANDER_PER_WEEK * (weeksAhead / 3 + RECENT_DAYS / 21);
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
