import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { pauseAfter, withRetries } from './retries';

/** How often a body is tried at most. */
const MAX_TRIES = 55;

function boundsOf(count: number): number[] {
  return Array.from({ length: count }, (_v, i) => pauseAfter(i + 1, 1));
}

describe('pauseAfter', () => {
  it('is bounded, and the bound doubles until it is the longest', () => {
    expect(boundsOf(7)).toEqual([20, 40, 80, 160, 320, 400, 400]);
    expect(pauseAfter(1000, 1)).toBe(400);
  });

  it('is a random share of the bound', () => {
    expect(pauseAfter(9, 0)).toBe(0);
    expect(pauseAfter(9, 0.25)).toBe(100);
  });

  it('adds up to about ten seconds on average, 21 at worst', () => {
    const worst = boundsOf(MAX_TRIES - 1).reduce((sum, pause) => sum + pause, 0);
    expect(worst / 2).toBeLessThan(10_500);
    expect(worst).toBeLessThan(21_000);
  });
});

describe('withRetries', () => {
  const pauses: number[] = [];
  const draws: number[] = [];
  const draw = Math.random;

  beforeEach(() => {
    pauses.length = draws.length = 0;
    vi.spyOn(Math, 'random').mockImplementation(() => {
      const chance = draw();
      draws.push(chance);
      return chance;
    });
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(((done: () => void, ms: number) => {
      pauses.push(ms);
      queueMicrotask(done);
    }) as typeof setTimeout);
  });
  afterEach(() => vi.restoreAllMocks());

  const failing = (times: number) => {
    let runs = 0;
    return async (): Promise<number> => {
      runs += 1;
      if (runs <= times) throw new Error(`try ${String(runs)}`);
      return runs;
    };
  };

  it('ends with the first success', async () => {
    expect(await withRetries(failing(3), () => true)).toBe(4);
    expect(pauses).toHaveLength(3);
  });

  it('ends at once with a failure that no retry can mend', async () => {
    await expect(withRetries(failing(3), () => false)).rejects.toThrow('try 1');
    expect(pauses).toEqual([]);
  });

  it('ends with the last failure when the tries are used up', async () => {
    await expect(withRetries(failing(1000), () => true)).rejects.toThrow(
      `try ${String(MAX_TRIES)}`,
    );
    expect(pauses).toHaveLength(MAX_TRIES - 1);
  });

  it('pauses by a new random number each time', async () => {
    await withRetries(failing(20), () => true);
    expect(pauses).toEqual(draws.map((chance, i) => pauseAfter(i + 1, chance)));
    expect(new Set(draws).size).toBe(20);
  });
});
