/** The first pause as a multiple of the time of a try; that of a later one is as many times shorter. */
const FIRST_TIMES = 16;
/** The shortest pause as a multiple of the time of a try. */
const MIN_TIMES = 2;
/** The longest pause, in ms. */
const MAX_PAUSE = 400;
/** The shortest time of a try that pauses are made from, in ms. */
const MIN_TRY_MS = 2;

/**
 * The pause after a number of failed tries, in ms: a multiple of the time that the last one took,
 * which says how long the transaction that won may take here and now. Pauses become shorter, so that
 * a call that has lost more often tries more often: with pauses that became longer, the slowest calls
 * of a busy session waited twice as long, until some were refused as `busy`. Half of the pause is
 * random, so that calls that conflicted do not conflict again.
 * @param chance evenly spread from 0 to 1.
 */
export function pauseAfter(tries: number, tryMs: number, chance: number): number {
  const times = Math.max(MIN_TIMES, FIRST_TIMES / tries);
  return Math.min(MAX_PAUSE, Math.max(MIN_TRY_MS, tryMs) * times) * (0.5 + chance / 2);
}
