import { type Endpoint, isPublicKind } from '../../src/contract/endpoint';
import type { EndpointName } from '../../src/contract/endpoints';
import { Failure } from '../../src/contract/failure';
import { MAX_BUCKETS, RATE_FACTOR, RATES, UNITS } from './rates';

interface Bucket {
  units: number;
  atMs: number;
}

/**
 * Limits how often people call, by buckets in the memory of one instance: no call of the database,
 * so the true bound is the rate times the number of instances. A refused call takes nothing, and
 * comes before anything of it is stored.
 */
export class RateLimiter {
  /** By kind and person, the least recently used first. */
  private readonly buckets = new Map<string, Bucket>();
  private readonly factor: number;

  /** @param env variables of the function; a factor that is not a number above 0 counts as 1. */
  constructor(env: Readonly<Record<string, string | undefined>> = {}) {
    const factor = Number(env[RATE_FACTOR]);
    this.factor = Number.isFinite(factor) && factor > 0 ? factor : 1;
  }

  /** How many buckets are kept. */
  get size(): number {
    return this.buckets.size;
  }

  /**
   * Takes the units of a call.
   * @param person null: all who are not identified share one bucket.
   * @throws Failure `too_many_requests` with `retryAfter`, the seconds until there are enough.
   */
  take({ name, kind }: Pick<Endpoint, 'name' | 'kind'>, person: string | null, now: string): void {
    const cost = UNITS[name as EndpointName] ?? 1;
    const burst = RATES[kind].burst * this.factor;
    const perSecond = RATES[kind].perSecond * this.factor;
    const atMs = Date.parse(now);
    const key = isPublicKind(kind) ? kind : `${kind} ${person ?? ''}`;
    const before = this.buckets.get(key) ?? { units: burst, atMs };
    // A clock that goes back gives nothing, and counts from there.
    const elapsedMs = Math.max(0, atMs - before.atMs);
    const units = Math.min(burst, before.units + (elapsedMs / 1000) * perSecond);
    const isEnough = units >= cost;
    this.keep(key, { units: isEnough ? units - cost : units, atMs });
    if (isEnough) return;
    const retryAfter = Math.ceil((cost - units) / perSecond);
    throw new Failure('too_many_requests', { info: { retryAfter } });
  }

  /** Keeps a bucket as the last one used; the one that was used least recently makes room. */
  private keep(key: string, bucket: Bucket): void {
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    if (this.buckets.size <= MAX_BUCKETS) return;
    for (const [oldest] of this.buckets) {
      this.buckets.delete(oldest);
      return;
    }
  }
}
