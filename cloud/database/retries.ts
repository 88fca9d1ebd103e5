/** How often work is tried: about ten seconds with the pauses, less than the function's time limit. */
const MAX_TRIES = 55;
/** The longest pause, in ms. */
const MAX_PAUSE = 400;

/**
 * The pause after a number of failed tries, in ms: anything up to a bound that doubles until it
 * is {@link MAX_PAUSE}. The pauses are random, so that calls that conflicted do not conflict again.
 * @param chance evenly spread from 0 to 1.
 * @internal exported for its tests
 */
export function pauseAfter(tries: number, chance: number): number {
  return chance * Math.min(MAX_PAUSE, 10 * 2 ** tries);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Tries `work` until it succeeds, pausing in between.
 * @param mayRetry whether the next try may succeed after this failure.
 * @throws what `work` throws when a retry is useless or the tries are used up.
 */
export async function withRetries<T>(
  work: () => Promise<T>,
  mayRetry: (cause: unknown) => boolean,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (cause) {
      if (!mayRetry(cause) || tries >= MAX_TRIES) throw cause;
      await sleep(pauseAfter(tries, Math.random()));
    }
  }
}
