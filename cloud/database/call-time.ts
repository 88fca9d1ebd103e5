import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * After this time, in ms, a call is answered whatever it waits for: before the shortest limit of a
 * function, which is 20 s.
 */
const ANSWER_MS = 10_000;

/** Until this time, in ms since the call began, a transaction that lost a race is tried again. */
export const RETRY_MS = 8000;

/** The time of one call, and what it may have stored. */
class CallTime {
  private readonly startedAt = performance.now();
  /** Whether the call was answered, so that nothing may be stored any more. */
  isAnswered = false;
  /** Whether a commit is under way, succeeded, or got no answer. */
  mayBeStored = false;

  get elapsedMs(): number {
    return performance.now() - this.startedAt;
  }
}

const calls = new AsyncLocalStorage<CallTime>();

/** The time of the call that this code works for; a new one outside any call. */
export function callTime(): CallTime {
  return calls.getStore() ?? new CallTime();
}

/**
 * Does the work of a call within {@link ANSWER_MS}, so that the platform never ends it: a caller
 * that gets no answer cannot know whether something was stored. A call that takes longer is answered
 * with `late`, and no transaction of it is committed afterwards. Where something may be stored the
 * result is waited for, because `late` would be false.
 */
export function withinTime<Result>(
  work: () => Promise<Result>,
  late: () => Result,
): Promise<Result> {
  const time = new CallTime();
  return calls.run(
    time,
    () =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          time.isAnswered = true;
          if (!time.mayBeStored) resolve(late());
        }, ANSWER_MS);
        work()
          .then(resolve, reject)
          .finally(() => clearTimeout(timer));
      }),
  );
}
