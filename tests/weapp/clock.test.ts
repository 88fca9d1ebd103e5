import { callsTo, phoneOf } from '../testkit/weapp/phones';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { PATHS } from '../../src/paths';
import { startTestCloud } from '../testkit/cloud';
import { NOW, openStore, publish, sessionIn, type TestStore } from '../testkit/stores';
import { movedTime, type MovedTime, useFastTicks } from './support/moved-clock';

const DAY_MS = 86_400_000;

/** The years whose progress a phone read. */
function yearsAsked(phone: Phone): number[] {
  const events = callsTo(phone, 'incentive.progress').map(({ event }) => event);
  return (events as { input: { year: number } }[]).map(({ input }) => input.year);
}

describe('a phone whose clock is wrong', () => {
  const ticks = useFastTicks();
  let cloud: LocalCloud;
  let time: MovedTime;
  let store: TestStore;
  let sessionId: string;
  const phones: Phone[] = [];

  beforeAll(async () => {
    cloud = await startTestCloud();
    time = movedTime(cloud);
    time.set(NOW);
    store = await openStore(cloud, 'lin');
    await publish(store);
    sessionId = (await sessionIn(store, 'scheduled', { title: '今晚的专场' })).id;
    const tomorrow = { startAt: '2026-11-25T12:00:00.000Z', endAt: '2026-11-25T16:00:00.000Z' };
    await sessionIn(store, 'scheduled', { title: '明晚的专场', ...tomorrow });
  });
  beforeEach(() => time.set(NOW));
  afterEach(() => {
    for (const phone of phones.splice(0)) {
      expect(phone.program.errors).toEqual([]);
      phone.close();
    }
  });
  afterAll(() => cloud.close());

  function take(offMs: number, person?: string) {
    const device = { offMs };
    const phone = phoneOf(cloud, person, { clock: time.clockOf(device) });
    phones.push(phone);
    return { device, phone };
  }

  describe.each([
    ['a day slow', -DAY_MS],
    ['three days fast', 3 * DAY_MS],
    ['a year slow', -365 * DAY_MS],
  ])('%s', (_name, offMs) => {
    it('shows the cloud’s day, countdown, states and year from the first answer on', async () => {
      const { phone } = take(offMs, 'lin');
      await phone.open(PATHS.home.url());
      await phone.see('今天 20:00 – 次日 00:00');
      await phone.open(PATHS.sessions.url());
      await phone.see('○ 20:00–00:00 今天');
      await phone.see(/○ 20:00–00:00 明天|还有 \d 场/);
      await phone.open(PATHS.progress.url());
      await phone.see('2026 年');
      const years = yearsAsked(phone);
      expect(years[years.length - 1]).toBe(2026);
    });

    it('plans by default for this evening, and the cloud takes the plan', async () => {
      const { phone } = take(offMs, 'lin');
      await phone.open(PATHS.plan.url({ shopId: store.shopId }));
      await phone.see('今天');
      await phone.type('例如：双肩包专场', '默认时间的专场');
      await phone.tap('确认排期');
      const answers = callsTo(phone, 'liveSession.schedule').map(({ answer }) => answer);
      const session = { startAt: '2026-11-24T12:00:00.000Z', endAt: '2026-11-24T16:00:00.000Z' };
      expect(answers).toMatchObject([{ ok: true, data: { session } }]);
    });

    it('is right in a public page and after a start without a network', async () => {
      const { phone } = take(offMs);
      await phone.open(PATHS.publicSession.url({ id: sessionId }), 1007);
      await phone.see('今天 20:00 – 次日 00:00');
      await phone.see(/还有 (9 小时 \d+ 分钟|10 小时)/);
      const { phone: own } = take(offMs, 'lin');
      await own.open(PATHS.sessions.url());
      await own.see(/今晚的专场|默认时间的专场/);
      await own.setOnline(false);
      await own.open(PATHS.sessions.url());
      await own.see(/显示的是今天 10:0\d的副本/);
      await own.see('○ 20:00–00:00 今天');
    });
  });

  it.each([
    ['forward', 2 * DAY_MS],
    ['back', -2 * DAY_MS],
  ])('is noticed when it is set %s while a page is open', async (_name, by) => {
    const { phone, device } = take(0, 'lin');
    await phone.open(PATHS.sessions.url());
    await phone.see('○ 20:00–00:00 今天');
    const before = callsTo(phone, 'clock.read').length;
    device.offMs = by;
    await phone.until(
      'the question for the time',
      () => callsTo(phone, 'clock.read').length > before,
    );
    await phone.settle();
    await phone.see('○ 20:00–00:00 今天');
    const seen = ticks();
    await phone.until('more ticks', () => ticks() > seen + 3);
    expect(callsTo(phone, 'clock.read')).toHaveLength(before + 1);
  });

  it('is noticed when it was set in another program', async () => {
    const { phone, device } = take(0, 'lin');
    await phone.open(PATHS.plan.url({ shopId: store.shopId }));
    await phone.see('今天');
    phone.program.hide();
    const seen = ticks();
    await new Promise((done) => window.setTimeout(done, 200));
    expect(ticks()).toBe(seen);
    device.offMs = 3 * DAY_MS;
    phone.program.show();
    await phone.until('the question for the time', () => callsTo(phone, 'clock.read').length === 1);
    await phone.settle();
    await phone.see('今天');
  });
});

describe('a page that is left open', () => {
  const ticks = useFastTicks();
  /** Minutes, and a second, before New Year in China. */
  const EVENING = '2026-12-31T15:50:00.000Z';
  const LATE = '2026-12-31T15:59:59.000Z';
  let cloud: LocalCloud;
  let time: MovedTime;
  let phone: Phone;
  let store: TestStore;
  let nightId: string;

  beforeAll(async () => {
    cloud = await startTestCloud();
    time = movedTime(cloud);
    time.set('2026-12-31T08:00:00.000Z');
    store = await openStore(cloud, 'lin');
    const evening = { startAt: '2027-01-01T12:00:00.000Z', endAt: '2027-01-01T15:00:00.000Z' };
    await sessionIn(store, 'scheduled', { title: '元旦专场', ...evening });
    const night = { startAt: '2026-12-31T15:30:03.000Z', endAt: '2026-12-31T17:00:00.000Z' };
    nightId = (await sessionIn(store, 'scheduled', { title: '跨年专场', ...night })).id;
  });
  beforeEach(() => {
    time.set(EVENING);
    phone = phoneOf(cloud, 'lin', { clock: time.clockOf({ offMs: 0 }) });
  });
  afterEach(() => {
    expect(phone.program.errors).toEqual([]);
    phone.close();
  });
  afterAll(() => cloud.close());

  it('moves over New Year: tomorrow becomes today, and an overdue plan asks', async () => {
    await phone.open(PATHS.sessions.url());
    await phone.see('○ 20:00–23:00 明天');
    expect(phone.screen.text).not.toContain('待确认');
    time.set(LATE);
    await phone.see('○ 20:00–23:00 今天');
    await phone.see('待确认');
    await phone.see('播了吗');
    expect(phone.screen.text).not.toContain('明天');
  });

  it('moves the year of the progress and of the home page, and reads the new one', async () => {
    await phone.open(PATHS.progress.url());
    await phone.see('2026 年');
    time.set(LATE);
    await phone.see('2027 年');
    await phone.until('the new year', () => yearsAsked(phone).length > 1);
    expect(yearsAsked(phone)).toEqual([2026, 2027]);
    time.set(EVENING);
    await phone.open(PATHS.home.url());
    await phone.see(/2026 年.*净销售额/);
    time.set(LATE);
    await phone.see(/2027 年.*净销售额/);
  });

  it('stays in the year that was chosen', async () => {
    await phone.open(PATHS.statement.url({ shopId: store.shopId, year: 2025 }));
    await phone.see('2025 年');
    const seen = ticks();
    time.set('2026-12-31T16:00:01.000Z');
    await phone.until('ticks', () => ticks() > seen + 3);
    await phone.see('2025 年');
  });

  it.each([
    ['record', '今天'],
    ['backfill', '昨天'],
  ] as const)('moves the default day of the form to %s', async (form, day) => {
    await phone.open(PATHS[form].url({ shopId: store.shopId }));
    await phone.see(day);
    time.set('2026-12-31T16:00:01.000Z');
    const seen = ticks();
    await phone.until('ticks', () => ticks() > seen + 3);
    await phone.settle();
    expect(phone.screen.text).toContain(day);
    expect(phone.screen.text).not.toMatch(/12月3\d日|周/);
    expect(phone.screen.text.includes('昨天')).toBe(day === '昨天');
  });

  it('does not tick while it is hidden, and is right at once when it is shown', async () => {
    await phone.open(PATHS.sessions.url());
    await phone.see('○ 20:00–23:00 明天');
    await phone.setOnline(false);
    phone.program.hide();
    const seen = ticks();
    time.set('2026-12-31T16:00:01.000Z');
    await new Promise((done) => window.setTimeout(done, 200));
    expect(ticks()).toBe(seen);
    expect(phone.screen.text).toContain('○ 20:00–23:00 明天');
    phone.program.show();
    await phone.until('the new day', () => phone.screen.text.includes('○ 20:00–23:00 今天'));
    expect(ticks()).toBeLessThanOrEqual(seen + 1);
  });

  it('does not count an offer down while it is hidden', async () => {
    await phone.open(PATHS.session.url({ id: nightId }));
    await phone.tap('开播');
    const seconds = (): number =>
      Number.parseInt(phone.screen.all('.undo-bar__seconds')[0]?.textContent ?? '0', 10);
    await phone.until('the countdown', () => seconds() > 0 && seconds() < 10);
    phone.program.hide();
    const hidden = seconds();
    const seen = ticks();
    await new Promise((done) => window.setTimeout(done, 2_200));
    expect(ticks()).toBe(seen);
    phone.program.show();
    expect(seconds()).toBe(hidden);
    await phone.until('the countdown to go on', () => seconds() === hidden - 1);
  });
});
