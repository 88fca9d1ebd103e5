/** The longest pause as a multiple of the time of a try. */
const MAX_TIMES = 12;
/** The longest pause, in ms. */
const MAX_PAUSE = 400;
/** The shortest time of a try that pauses are made from, in ms. */
const MIN_TRY_MS = 2;

/**
 * The pause after a number of failed tries, in ms: a multiple of the time that the last one took,
 * which says how long the transaction that won may take here and now. The multiple doubles from 8 to
 * {@link MAX_TIMES}; half of the pause is random, so that calls that conflicted do not conflict again.
 * @param chance evenly spread from 0 to 1.
 */
export function pauseAfter(tries: number, tryMs: number, chance: number): number {
  const times = Math.min(MAX_TIMES, 4 * 2 ** tries);
  return Math.min(MAX_PAUSE, Math.max(MIN_TRY_MS, tryMs) * times) * (0.5 + chance / 2);
}
