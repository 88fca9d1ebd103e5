import type { ClockPort, StoragePort } from './types';

/** The cloud's instant in an answer, with the times of the call by the device's clock, ms. */
export interface HeardInstant {
  readonly at: unknown;
  readonly sentMs: number;
  readonly receivedMs: number;
}

/** Cloud minus device, and how far that may be off, ms. */
interface Offset {
  readonly offsetMs: number;
  readonly errorMs: number;
  /** When it was learned, by the device's clock. */
  readonly learnedMs: number;
}

/** An offset that is older gives way to the next answer, however slow that was: clocks drift. */
const MAX_AGE_MS = 10 * 60_000;
/** A call that seems to take longer was interrupted by sleep, or the device's clock was set. */
const MAX_ROUND_TRIP_MS = 20_000;
/** Times that differ by less are the same: the cloud's machines differ, too. */
const TOLERANCE_MS = 1_000;
/** The last answer is kept on the device at most this often. */
const KEEP_EVERY_MS = 60_000;

/** The device's own clock. A test gives another one. */
export interface DeviceClock {
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** Minutes of the time zone ahead of UTC. */
  zoneMinutes(): number;
}

const OWN_CLOCK: DeviceClock = {
  nowMs: () => Date.now(),
  zoneMinutes: () => -new Date().getTimezoneOffset(),
};

function isKept(value: unknown): value is { offsetMs: number; at: number } {
  if (typeof value !== 'object' || value === null) return false;
  const { offsetMs, at } = value as Record<string, unknown>;
  return Number.isFinite(offsetMs) && Number.isFinite(at);
}

/**
 * The cloud's clock on this device: its own clock and what it is off by. Every answer tells: the
 * cloud's instant belongs to the middle between request and answer, so the shortest round trip knows
 * best. When an answer contradicts the known offset, the device's clock was set.
 */
export class CloudClock implements ClockPort {
  private best: Offset | null = null;
  /** The cloud's last instant: it is never earlier again. */
  private lastMs = -Infinity;
  private keptAtMs = -Infinity;
  private keptOffsetMs = 0;
  private isDoubted = true;
  private readonly listeners = new Set<() => void>();

  /** @param key where the offset is kept between starts. */
  constructor(
    private readonly storage: StoragePort,
    private readonly key: string,
    private readonly device: DeviceClock = OWN_CLOCK,
  ) {
    const kept = storage.get(key);
    if (!isKept(kept)) return;
    // The device's clock may have been set since: the next answer is better in any case.
    this.best = { offsetMs: kept.offsetMs, errorMs: Infinity, learnedMs: -Infinity };
    this.lastMs = kept.at;
    this.keptOffsetMs = kept.offsetMs;
  }

  /** Milliseconds of the device's clock, to time a call. */
  deviceMs(): number {
    return this.device.nowMs();
  }

  now(): string {
    return new Date(this.nowMs()).toISOString();
  }

  zoneMinutes(): number {
    return this.device.zoneMinutes();
  }

  get isInDoubt(): boolean {
    return this.isDoubted;
  }

  doubt(earliest?: string): void {
    this.isDoubted = true;
    if (earliest === undefined || earliest <= this.now()) return;
    const deviceMs = this.device.nowMs();
    const offsetMs = Date.parse(earliest) - deviceMs;
    this.best = { offsetMs, errorMs: Infinity, learnedMs: deviceMs };
  }

  onCorrection(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Takes the cloud's instant from an answer; anything else in its place is ignored. */
  hear({ at, sentMs, receivedMs }: HeardInstant): void {
    const atMs = typeof at === 'string' ? Date.parse(at) : NaN;
    const roundTripMs = receivedMs - sentMs;
    if (Number.isNaN(atMs) || roundTripMs > MAX_ROUND_TRIP_MS) return;
    const wasMs = this.nowMs();
    // With an answer before its request the clock was set back meanwhile: only the end is known.
    const isSetBack = roundTripMs < 0;
    this.take({
      offsetMs: Math.round(atMs - (isSetBack ? receivedMs : (sentMs + receivedMs) / 2)),
      errorMs: isSetBack ? MAX_ROUND_TRIP_MS : roundTripMs / 2,
      learnedMs: receivedMs,
    });
    this.lastMs = atMs;
    this.isDoubted = false;
    this.keep();
    if (Math.abs(this.nowMs() - wasMs) >= TOLERANCE_MS) this.listeners.forEach((hear) => hear());
  }

  private take(heard: Offset): void {
    const { best } = this;
    const ageMs = best === null ? Infinity : heard.learnedMs - best.learnedMs;
    const isStillBest =
      best !== null &&
      !this.isDoubted &&
      best.errorMs < heard.errorMs &&
      ageMs >= 0 &&
      ageMs <= MAX_AGE_MS &&
      Math.abs(best.offsetMs - heard.offsetMs) <= best.errorMs + heard.errorMs + TOLERANCE_MS;
    if (!isStillBest) this.best = heard;
  }

  private nowMs(): number {
    return Math.max(this.device.nowMs() + (this.best?.offsetMs ?? 0), this.lastMs);
  }

  private keep(): void {
    const offsetMs = this.best?.offsetMs ?? 0;
    const isKeptWell =
      Math.abs(offsetMs - this.keptOffsetMs) < TOLERANCE_MS &&
      Math.abs(this.lastMs - this.keptAtMs) < KEEP_EVERY_MS;
    if (isKeptWell) return;
    this.keptOffsetMs = offsetMs;
    this.keptAtMs = this.lastMs;
    this.storage.set(this.key, { offsetMs, at: this.lastMs });
  }
}
