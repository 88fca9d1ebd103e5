import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { pauseAfter } from './pauses';
import { withRetries } from './retries';

describe('pauseAfter', () => {
  it('is a multiple of the time of a try, which falls with their number to twice', () => {
    expect([1, 2, 4, 8, 1000].map((tries) => pauseAfter(tries, 10, 1))).toEqual([
      160, 80, 40, 20, 20,
    ]);
    expect(pauseAfter(1, 20, 1)).toBe(320);
    expect(pauseAfter(1, 100, 1)).toBe(400);
  });

  it('is half of that at least, and random above', () => {
    expect(pauseAfter(1, 10, 0)).toBe(80);
    expect(pauseAfter(1, 10, 0.5)).toBe(120);
  });

  it('is not short where a try takes no time', () => {
    expect(pauseAfter(1, 0, 1)).toBe(32);
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

  const ALWAYS = { mayRetry: () => true, leftMs: () => 1000 };

  const failing = (times: number) => {
    let runs = 0;
    return async (): Promise<number> => {
      runs += 1;
      if (runs <= times) throw new Error(`try ${String(runs)}`);
      return runs;
    };
  };

  it('ends with the first success', async () => {
    expect(await withRetries(failing(3), ALWAYS)).toBe(4);
    expect(pauses).toHaveLength(3);
  });

  it('ends at once with a failure that no retry can mend', async () => {
    await expect(withRetries(failing(3), { ...ALWAYS, mayRetry: () => false })).rejects.toThrow(
      'try 1',
    );
    expect(pauses).toEqual([]);
  });

  it('ends with the last failure when no time is left, and pauses no longer than that', async () => {
    let leftMs = 20;
    const running = withRetries(failing(1000), {
      ...ALWAYS,
      leftMs: () => {
        leftMs -= 7;
        return leftMs;
      },
    });
    await expect(running).rejects.toThrow('try 3');
    expect(pauses).toHaveLength(2);
    expect(pauses[1]).toBe(6);
  });

  it('pauses by a new random number each time', async () => {
    await withRetries(failing(20), ALWAYS);
    expect(draws).toHaveLength(20);
    expect(new Set(pauses).size).toBe(20);
  });
});
