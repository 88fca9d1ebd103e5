import { afterAll, beforeAll } from 'vitest';

import type { LocalCloud } from 'local-cloud';

/** How much faster the ticks of the clock come than on a phone. */
const FASTER = 500;
/** Ticks that come more often are left as they are, ms. */
const OFTEN_MS = 10_000;

/**
 * Lets the clock tick fast in the tests of the surrounding `describe`.
 * @returns how many ticks there were so far
 */
export function useFastTicks(): () => number {
  const real = window.setInterval.bind(window);
  let ticks = 0;
  beforeAll(() => {
    const fast = (run: () => void, ms = 0) =>
      real(
        () => {
          ticks += 1;
          run();
        },
        ms < OFTEN_MS ? ms : ms / FASTER,
      );
    window.setInterval = fast as typeof window.setInterval;
  });
  afterAll(() => {
    window.setInterval = real;
  });
  return () => ticks;
}

/** The true time, which the cloud follows, and a phone's clock that is off. */
export interface MovedTime {
  /** Sets the true time; from there it runs on. */
  set(now: string): void;
  /** A phone's clock that is off by `phone.offMs`. */
  clockOf(phone: { offMs: number }): () => number;
}

/** Moves a cloud's clock. */
export function movedTime(cloud: LocalCloud): MovedTime {
  let shiftMs = 0;
  return {
    set: (now) => {
      cloud.setNow(now);
      shiftMs = Date.parse(now) - Date.now();
    },
    clockOf: (phone) => () => Date.now() + shiftMs + phone.offMs,
  };
}
