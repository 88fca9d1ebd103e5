import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { CloudClock } from '../platform/clock';
import { fakeAdapters, FakeCloud, fakeStorage } from './fake-adapters.fixture';
import { Settings } from './settings';
import { UiStore } from './ui-store';

const TICK_MS = 15_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Ten minutes before New Year in China. */
const START = '2026-12-31T15:50:00.000Z';

/** A screen over the real clock; the timers and the true time are moved by hand. */
function openScreen(parts: { offMs?: number; zoneMinutes?: number; isOnline?: boolean } = {}) {
  const phone = { offMs: 0, zoneMinutes: 480, ...parts };
  const device = {
    nowMs: () => Date.now() + phone.offMs,
    zoneMinutes: () => phone.zoneMinutes,
  };
  const clock = new CloudClock(fakeStorage(), 'clock/test', device);
  const adapters = fakeAdapters(new FakeCloud(), { clock });
  adapters.setOnline(parts.isOnline ?? true);
  const hear = () => {
    const now = clock.deviceMs();
    clock.hear({ at: new Date().toISOString(), sentMs: now, receivedMs: now });
  };
  const ask = vi.fn(async () => hear());
  const ui = new UiStore(adapters, new Settings(adapters), ask);
  return { phone, clock, ui, hear, ask };
}

const trueNow = (): string => new Date().toISOString();

describe('the time of UiStore', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse(START) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is right at once when the first answer comes, without waiting for a tick', () => {
    const { ui, hear } = openScreen({ offMs: -365 * DAY_MS });
    ui.startClock(TICK_MS);
    expect(ui.now).toBe('2025-12-31T15:50:00.000Z');
    hear();
    expect(ui.now).toBe(START);
  });

  it('moves over New Year by itself while the program is in front', () => {
    const { ui, hear, ask } = openScreen();
    ui.startClock(TICK_MS);
    hear();
    vi.advanceTimersByTime(10 * 60_000);
    expect(ui.now).toBe('2026-12-31T16:00:00.000Z');
    expect(ask).not.toHaveBeenCalled();
  });

  it('does not move behind other programs, and is right at once when it is shown again', () => {
    const { ui, hear } = openScreen();
    ui.startClock(TICK_MS);
    hear();
    ui.stopClock();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(HOUR_MS);
    expect(ui.now).toBe(START);
    ui.startClock(TICK_MS);
    expect(ui.now).toBe(trueNow());
    expect(vi.getTimerCount()).toBe(1);
  });

  it('runs one timer only when it is started twice', () => {
    const { ui } = openScreen();
    ui.startClock(TICK_MS);
    ui.startClock(TICK_MS);
    expect(vi.getTimerCount()).toBe(1);
  });

  it.each([
    ['back', -DAY_MS],
    ['forward', 3 * DAY_MS],
  ])('asks the cloud once when the phone is set %s while it is in front', async (_name, by) => {
    const { phone, ui, hear, ask } = openScreen();
    ui.startClock(TICK_MS);
    hear();
    phone.offMs += by;
    await vi.advanceTimersByTimeAsync(TICK_MS);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(ui.now).toBe(trueNow());
    await vi.advanceTimersByTimeAsync(4 * TICK_MS);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('does not go back without a network when the phone is set back', async () => {
    const { phone, ui, hear, ask } = openScreen({ isOnline: false });
    ui.startClock(TICK_MS);
    hear();
    phone.offMs -= DAY_MS;
    await vi.advanceTimersByTimeAsync(2 * TICK_MS);
    expect(ui.now).toBe(trueNow());
    expect(ask).not.toHaveBeenCalled();
  });

  it('asks after an absence only when no other answer came since', async () => {
    const { phone, ui, hear, ask } = openScreen();
    ui.startClock(TICK_MS);
    hear();
    ui.stopClock();
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    phone.offMs += DAY_MS;
    ui.startClock(TICK_MS);
    hear();
    expect(ui.now).toBe(trueNow());
    await vi.advanceTimersByTimeAsync(TICK_MS);
    expect(ask).not.toHaveBeenCalled();
    ui.stopClock();
    phone.offMs -= 2 * DAY_MS;
    ui.startClock(TICK_MS);
    await vi.advanceTimersByTimeAsync(TICK_MS);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(ui.now).toBe(trueNow());
  });

  it('does not ask again and again while no answer comes', async () => {
    const { ui, ask } = openScreen();
    ask.mockResolvedValue();
    ui.startClock(TICK_MS);
    await vi.advanceTimersByTimeAsync(20 * TICK_MS);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('knows whether the phone is abroad, also after a flight', () => {
    const { phone, ui } = openScreen({ zoneMinutes: -300 });
    expect(ui.isAbroad).toBe(true);
    phone.zoneMinutes = 480;
    ui.startClock(TICK_MS);
    expect(ui.isAbroad).toBe(false);
  });
});
