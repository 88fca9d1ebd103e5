import { beforeEach, describe, expect, it, vi } from 'vitest';

import { CloudClock } from './clock';
import type { StoragePort } from './types';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const TRUE_START = Date.parse('2026-12-31T15:50:00.000Z');

/** A phone whose clock is off, in a world where time passes only by hand. */
class TestPhone {
  trueMs = TRUE_START;
  readonly kept = new Map<string, unknown>();
  readonly storage: StoragePort = {
    get: (key) => this.kept.get(key) ?? null,
    set: (key, value) => {
      this.kept.set(key, value);
      return true;
    },
    remove: (key) => void this.kept.delete(key),
    keys: () => [...this.kept.keys()],
  };
  clock: CloudClock;

  constructor(public offMs: number) {
    this.clock = this.restart();
  }

  restart(): CloudClock {
    const device = { nowMs: () => this.trueMs + this.offMs, zoneMinutes: () => 480 };
    this.clock = new CloudClock(this.storage, 'clock/test', device);
    return this.clock;
  }

  pass(ms: number): void {
    this.trueMs += ms;
  }

  /** One call; the cloud reads its clock `there` ms after the request left. */
  call({ there, back }: { there: number; back: number }): void {
    const sentMs = this.clock.deviceMs();
    this.pass(there);
    const at = new Date(this.trueMs).toISOString();
    this.pass(back);
    this.clock.hear({ at, sentMs, receivedMs: this.clock.deviceMs() });
  }

  /** What the phone takes for the time, less the true time, ms. */
  get errorMs(): number {
    return Date.parse(this.clock.now()) - this.trueMs;
  }
}

const FAST = { there: 40, back: 40 };
const LOPSIDED = { there: 4_000, back: 100 };

describe('CloudClock', () => {
  let phone: TestPhone;

  beforeEach(() => {
    phone = new TestPhone(0);
  });

  it.each([
    ['a day slow', -DAY],
    ['three days fast', 3 * DAY],
    ['a year slow', -365 * DAY],
  ])('is right from the first answer on, on a phone %s', (_name, offMs) => {
    phone = new TestPhone(offMs);
    expect(phone.errorMs).toBe(offMs);
    expect(phone.clock.isInDoubt).toBe(true);
    phone.call(FAST);
    expect(phone.errorMs).toBe(0);
    expect(phone.clock.isInDoubt).toBe(false);
    phone.pass(5 * MINUTE);
    expect(phone.errorMs).toBe(0);
  });

  it('believes the shortest round trip until it is ten minutes old', () => {
    phone.offMs = -DAY;
    phone.call(LOPSIDED);
    expect(phone.errorMs).toBe(1_950);
    phone.call(FAST);
    expect(phone.errorMs).toBe(0);
    phone.pass(9 * MINUTE);
    phone.call(LOPSIDED);
    expect(phone.errorMs).toBe(0);
    phone.pass(MINUTE);
    phone.call(LOPSIDED);
    expect(phone.errorMs).toBe(1_950);
  });

  it('is right after a start without a network', () => {
    phone = new TestPhone(3 * DAY);
    phone.call(FAST);
    phone.pass(DAY);
    phone.restart();
    expect(phone.errorMs).toBe(0);
    expect(phone.clock.isInDoubt).toBe(true);
  });

  it('believes any first answer of a start more than what it kept', () => {
    phone = new TestPhone(3 * DAY);
    phone.call(FAST);
    phone.offMs = 0;
    phone.restart();
    phone.call(LOPSIDED);
    expect(Math.abs(phone.errorMs)).toBeLessThan(2_000);
  });

  it('is never before the last answer, when the phone was set back between two starts', () => {
    phone.call(FAST);
    phone.offMs = -DAY;
    phone.restart();
    expect(phone.errorMs).toBe(-FAST.back);
  });

  it.each([
    ['forward', 3 * DAY],
    ['back', -DAY],
    ['forward by five seconds', 5 * SECOND],
  ])('notices with the next answer, however slow, that the phone was set %s', (_name, by) => {
    phone.call(FAST);
    phone.offMs += by;
    phone.call({ there: 300, back: 1_500 });
    expect(Math.abs(phone.errorMs)).toBeLessThanOrEqual(900);
  });

  it('keeps the better of two answers that agree', () => {
    phone.call(FAST);
    phone.call({ there: 300, back: 1_500 });
    expect(phone.errorMs).toBe(0);
  });

  it('is right to the round trip when the phone is set back during a call', () => {
    phone.call(FAST);
    const sentMs = phone.clock.deviceMs();
    phone.offMs = -DAY;
    phone.pass(200);
    const at = new Date(phone.trueMs).toISOString();
    phone.pass(300);
    phone.clock.hear({ at, sentMs, receivedMs: phone.clock.deviceMs() });
    expect(phone.errorMs).toBe(-300);
    phone.call(FAST);
    expect(phone.errorMs).toBe(0);
  });

  it('learns nothing from a call during which the phone slept', () => {
    phone.call(FAST);
    phone.clock.doubt();
    phone.call({ there: 100, back: 21 * SECOND });
    expect(phone.errorMs).toBe(0);
    expect(phone.clock.isInDoubt).toBe(true);
  });

  it('goes on from the time it is given when that is later', () => {
    phone.call(FAST);
    const before = phone.clock.now();
    phone.offMs = -DAY;
    phone.clock.doubt(before);
    expect(phone.clock.now()).toBe(before);
    phone.pass(MINUTE);
    expect(phone.errorMs).toBe(0);
    expect(phone.clock.isInDoubt).toBe(true);
  });

  it('ignores an answer without a time, and what is kept in another shape', () => {
    phone.offMs = DAY;
    for (const at of [undefined, null, 7, '', 'soon']) {
      phone.clock.hear({ at, sentMs: 0, receivedMs: 1 });
    }
    expect(phone.errorMs).toBe(DAY);
    for (const kept of [null, 7, 'x', {}, { offsetMs: 'x', at: 1 }, { offsetMs: 1, at: NaN }]) {
      phone.kept.set('clock/test', kept);
      phone.restart();
      expect(phone.errorMs).toBe(DAY);
    }
  });

  it('calls back when the time moved by a second or more, and not again', () => {
    const listener = vi.fn();
    phone.offMs = -DAY;
    const stop = phone.clock.onCorrection(listener);
    phone.call(FAST);
    phone.call(FAST);
    expect(listener).toHaveBeenCalledTimes(1);
    stop();
    phone.offMs = DAY;
    phone.call(FAST);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('writes to the device when the offset changes and once a minute', () => {
    const set = vi.spyOn(phone.storage, 'set');
    for (let call = 0; call < 5; call += 1) phone.call(FAST);
    expect(set).toHaveBeenCalledTimes(1);
    phone.pass(MINUTE);
    phone.call(FAST);
    expect(set).toHaveBeenCalledTimes(2);
    phone.offMs = DAY;
    phone.call(FAST);
    expect(set).toHaveBeenCalledTimes(3);
  });
});
