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
 * @internal exported for its tests
 */
export function pauseAfter(tries: number, tryMs: number, chance: number): number {
  const times = Math.min(MAX_TIMES, 4 * 2 ** tries);
  return Math.min(MAX_PAUSE, Math.max(MIN_TRY_MS, tryMs) * times) * (0.5 + chance / 2);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** When to try again. */
export interface RetryRules {
  /** Whether the next try may succeed after this failure. */
  mayRetry: (cause: unknown) => boolean;
  /** Time that is left for pauses and further tries, in ms. */
  leftMs: () => number;
}

/**
 * Tries `work` until it succeeds, pausing in between.
 * @throws what `work` throws when a retry is useless or no time is left for one.
 */
export async function withRetries<T>(
  work: () => Promise<T>,
  { mayRetry, leftMs }: RetryRules,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const startedAt = performance.now();
    try {
      return await work();
    } catch (cause) {
      if (!mayRetry(cause)) throw cause;
      const pause = pauseAfter(tries, performance.now() - startedAt, Math.random());
      const left = leftMs();
      if (left <= 0) throw cause;
      await sleep(Math.min(pause, left));
    }
  }
}
