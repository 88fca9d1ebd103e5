import { describe, expect, it } from 'vitest';

import type { Endpoint } from '../../src/contract/endpoint';
import { Failure } from '../../src/contract/failure';
import { addMinutes } from '../../src/domain/time';
import { ENDPOINT_NAMES, DEFINITIONS } from '../../tests/testkit/endpoints';
import { RateLimiter } from './rate-limits';
import { MAX_BUCKETS, RATE_FACTOR, RATES, UNITS } from './rates';

const NOW = '2026-11-24T02:00:00.000Z';
const seconds = (count: number): string => addMinutes(NOW, count / 60);
const WRITE = DEFINITIONS['sales.record'];

interface Call {
  endpoint?: Endpoint;
  person?: string | null;
  now?: string;
}

/** Seconds to wait, or 0 for a call that passes. */
function waitOf(
  limiter: RateLimiter,
  { endpoint = WRITE, person = 'lin', now = NOW }: Call = {},
): number {
  try {
    limiter.take(endpoint, person, now);
    return 0;
  } catch (cause) {
    const error = cause instanceof Failure ? cause.error : null;
    expect(error?.code).toBe('too_many_requests');
    return Number(error?.info?.retryAfter);
  }
}

function passed(limiter: RateLimiter, tries: number, call: Call = {}) {
  return Array.from({ length: tries }, () => waitOf(limiter, call)).filter((wait) => wait === 0)
    .length;
}

describe('RateLimiter', () => {
  it('lets a burst pass and states when the next call passes', () => {
    const limiter = new RateLimiter();
    expect(passed(limiter, RATES.write.burst + 50)).toBe(RATES.write.burst);
    const wait = waitOf(limiter);
    expect(wait).toBe(1);
    expect(waitOf(limiter, { now: seconds(wait) })).toBe(0);
  });

  it('names a wait after which a costly call passes, and a second less would not do', () => {
    const limiter = new RateLimiter();
    const endpoint = DEFINITIONS['shop.register'];
    passed(limiter, RATES.write.burst);
    const wait = waitOf(limiter, { endpoint });
    expect(wait).toBe((UNITS['shop.register'] ?? 0) / RATES.write.perSecond);
    expect(waitOf(limiter, { endpoint, now: seconds(wait - 1) })).toBe(1);
    expect(waitOf(limiter, { endpoint, now: seconds(wait) })).toBe(0);
  });

  it('gives back by time, and never more than a burst', () => {
    const limiter = new RateLimiter();
    passed(limiter, RATES.write.burst);
    expect(passed(limiter, 100, { now: seconds(10) })).toBe(10 * RATES.write.perSecond);
    const nextDay = { now: addMinutes(NOW, 24 * 60) };
    expect(passed(limiter, 1000, nextDay)).toBe(RATES.write.burst);
  });

  it('takes nothing for a refused call', () => {
    const limiter = new RateLimiter();
    passed(limiter, RATES.write.burst + 10_000);
    expect(passed(limiter, 10, { now: seconds(1) })).toBe(RATES.write.perSecond);
  });

  it('limits persons, reads and writes apart, and all viewers together', () => {
    const limiter = new RateLimiter();
    passed(limiter, RATES.write.burst);
    expect(waitOf(limiter)).toBeGreaterThan(0);
    expect(waitOf(limiter, { person: 'wei' })).toBe(0);
    expect(waitOf(limiter, { endpoint: DEFINITIONS['liveSession.get'] })).toBe(0);
    const endpoint = DEFINITIONS['shop.view'];
    const tries = RATES.publicRead.burst;
    expect(passed(limiter, tries, { endpoint, person: null })).toBe(tries);
    expect(waitOf(limiter, { endpoint, person: 'wei' })).toBe(1);
  });

  it('gives nothing when the clock goes back, and goes on from there', () => {
    const limiter = new RateLimiter();
    passed(limiter, RATES.write.burst);
    expect(waitOf(limiter, { now: '2020-01-01T00:00:00.000Z' })).toBe(1);
    expect(waitOf(limiter, { now: '2020-01-01T00:00:01.000Z' })).toBe(0);
  });

  it('keeps a bounded number of buckets, and drops the one that was used least recently', () => {
    const limiter = new RateLimiter();
    passed(limiter, RATES.write.burst, { person: 'old' });
    passed(limiter, RATES.write.burst, { person: 'lin' });
    for (let other = 0; other < MAX_BUCKETS - 1; other += 1) {
      waitOf(limiter, { person: `other ${String(other)}` });
    }
    expect(limiter.size).toBe(MAX_BUCKETS);
    expect(waitOf(limiter)).toBeGreaterThan(0);
    expect(waitOf(limiter, { person: 'old' })).toBe(0);
    expect(limiter.size).toBe(MAX_BUCKETS);
  });

  it.each([undefined, '', '0', '-1', 'off', 'Infinity', 'NaN'])(
    'cannot be switched off by the factor %j',
    (factor) => {
      const limiter = new RateLimiter({ [RATE_FACTOR]: factor });
      expect(passed(limiter, RATES.write.burst + 1)).toBe(RATES.write.burst);
    },
  );

  it('takes a factor from the environment of the function', () => {
    const limiter = new RateLimiter({ [RATE_FACTOR]: '2' });
    expect(passed(limiter, 1000)).toBe(2 * RATES.write.burst);
  });

  it('lets every call pass at least ten times in a row', () => {
    for (const name of ENDPOINT_NAMES) {
      expect(passed(new RateLimiter(), 10, { endpoint: DEFINITIONS[name] }), name).toBe(10);
    }
  });
});
