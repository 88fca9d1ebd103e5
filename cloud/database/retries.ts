import { pauseAfter } from './pauses';

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
