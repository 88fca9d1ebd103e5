/**
 * How often something is tried; with the pauses about ten seconds, under the function's limit.
 * @internal exported for its tests
 */
export const MAX_TRIES = 55;
/**
 * The longest pause, in ms.
 * @internal exported for its tests
 */
export const MAX_PAUSE = 400;

/**
 * The pause after a number of failed tries, in ms: anything up to a bound that doubles until it
 * is {@link MAX_PAUSE}. Only chance keeps those who met once from meeting again.
 * @param chance evenly spread from 0 to 1.
 * @internal exported for its tests
 */
export function pauseAfter(tries: number, chance: number): number {
  return chance * Math.min(MAX_PAUSE, 10 * 2 ** tries);
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Tries `work` until it succeeds, pausing in between.
 * @param mayRetry whether a failure may be gone at the next try.
 * @throws what `work` throws, at once or at last.
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
