// The console of a session on two phones: without a network, after a restart, and back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import type { ShownMark } from '../../src/contract/console';
import { standingMarks } from '../../src/domain/console/marks';
import { addMinutes } from '../../src/domain/time';
import { PATHS } from '../../src/paths';
import { startTestCloud } from '../testkit/cloud';
import { giveRole } from '../testkit/people';
import { NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';
import { callsTo, phoneOf } from '../testkit/weapp/phones';
import { movedTime, type MovedTime } from './support/moved-clock';

/** An hour before the planned end. */
const START = addMinutes(NOW, 60);
const TEASERS = ['头层牛皮托特包', '轻量通勤双肩包'].map((name) => ({
  name,
  priceFen: 15_900,
  priceBasis: null,
}));

let cloud: LocalCloud;
let store: TestStore;
let time: MovedTime;
let path: string;
let sessionId: string;
let phones: Phone[];

beforeEach(async () => {
  cloud = await startTestCloud();
  time = movedTime(cloud);
  time.set(NOW);
  store = await openStore(cloud, 'lin');
  const plan = { teasers: TEASERS, goalFen: 13_000_000, endAt: addMinutes(NOW, 20 * 60) };
  sessionId = (await sessionIn(store, 'live', plan)).id;
  path = PATHS.console.url({ id: sessionId });
  const { shopId } = store;
  await giveRole(cloud, { shopId, person: 'deng', role: 'floor_manager', joinedAt: NOW });
  time.set(START);
  phones = ['lin', 'deng'].map((person) =>
    phoneOf(cloud, person, { clock: time.clockOf({ offMs: 0 }) }),
  );
  for (const phone of phones) {
    await phone.open(path);
    await phone.see('直播中');
  }
});
afterEach(async () => {
  for (const phone of phones) {
    expect(phone.program.errors).toEqual([]);
    phone.close();
  }
  await cloud.close();
});

/** Every mark that the cloud has, in the order in which it came in. */
async function marks(): Promise<ShownMark[]> {
  const found: ShownMark[] = [];
  for (let after = 0, hasMore = true; hasMore;) {
    const page = await store.owner.ok('console.read', { sessionId, after });
    found.push(...page.marks);
    ({ after, hasMore } = page);
  }
  return found;
}

const [KINDS, TAPS] = [['surge', 'slip', 'outage'] as const, 100];

describe('a network that is cut for ten minutes', () => {
  it('loses, doubles and reorders none of 200 taps on two phones, one of which was restarted', async () => {
    const [first, second] = phones as [Phone, Phone];
    for (const phone of phones) await phone.setOnline(false);
    const trueNow = time.clockOf({ offMs: 0 });
    const tapped: { by: string; kind: string; from: number; to: number }[] = [];
    for (let i = 0; i < TAPS; i += 1) {
      for (const [index, phone] of phones.entries()) {
        const planned = Date.parse(START) + i * 6_000 + index * 3_000;
        // On a slow machine the tap before may have ended later than this.
        const from = Math.max(planned, trueNow() + 1_500);
        time.set(new Date(from).toISOString());
        await phone.tapAt('.console__moment', i % 3);
        const to = trueNow();
        tapped.push({ by: index === 0 ? 'you' : 'team', kind: KINDS[i % 3] ?? '', from, to });
      }
      if (i === TAPS / 2) {
        // WeChat ends the program; without a network it opens with everything that waits.
        await first.open(path);
        await first.see(`断网，${String(i + 1)} 条待发`);
      }
    }
    for (const phone of phones) await phone.see(`断网，${String(TAPS)} 条待发`);
    expect(await marks()).toEqual([]);

    time.set(new Date(Math.max(Date.parse(START) + 600_000, trueNow())).toISOString());
    for (const phone of phones) await phone.setOnline(true);
    for (const phone of phones) {
      await phone.until('the sent queue', () => phone.screen.all('.console__network').length === 0);
      expect(callsTo(phone, 'console.mark')).toHaveLength(2);
    }

    const kept = await marks();
    expect(kept).toHaveLength(2 * TAPS);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(2 * TAPS);
    const inOrder = standingMarks(kept);
    expect(inOrder.map(({ by, kind }) => [by, kind])).toEqual(
      tapped.map(({ by, kind }) => [by, kind]),
    );
    // The phone knows the cloud's clock to half a round trip.
    const isOwnTime = ({ at }: ShownMark, index: number): boolean => {
      const { from = 0, to = 0 } = tapped[index] ?? {};
      return Date.parse(at) > from - 1_500 && Date.parse(at) < to + 1_500;
    };
    expect(inOrder.filter((mark, index) => !isOwnTime(mark, index))).toEqual([]);
    // Both phones show what both tapped: the one that was first, once it is shown again.
    await first.open(path);
    for (const phone of [first, second]) {
      await phone.until('the marks of both', () => phone.screen.text.includes('68 次'));
      expect(phone.screen.text).toContain(`看全部 ${String(2 * TAPS)} 条`);
    }
  });

  it('sends a tap again, under the same id, when the answer was lost', async () => {
    const [phone] = phones as [Phone];
    phone.loseAnswers(true);
    await phone.tap('爆单');
    await phone.see('1 条待发');
    expect(await marks()).toHaveLength(1);
    phone.loseAnswers(false);
    await phone.open(path);
    await phone.until('the sent queue', () => phone.screen.all('.console__network').length === 0);
    expect(await marks()).toHaveLength(1);
    await phone.see('1 次');
  });
});

describe('a phone with the console', () => {
  it('notes readings with the pad, and begins an item of the goods', async () => {
    const [phone] = phones as [Phone];
    await phone.tapAt('.console__tile', 0);
    for (const key of '8.64万') await phone.tap(key);
    await phone.tap('记下');
    await phone.see('¥86,400');
    await phone.see('66%');
    await phone.tap('讲第 1 个');
    await phone.see('已记：第 1 个 头层牛皮托特包');
    await phone.tap('下一个货品');
    const kept = await marks();
    expect(kept.map(({ kind, value }) => [kind, value])).toEqual([
      ['paid', 8_640_000],
      ['goods', 0],
      ['goods', 1],
    ]);
    // It is a reading, and nothing of the ledger.
    const { session } = await store.owner.ok('liveSession.get', { sessionId });
    expect(session.figures.entryCount).toBe(0);
  });

  it('takes a wrong tap back', async () => {
    const [phone] = phones as [Phone];
    await phone.tap('掉线');
    await phone.see('已记：掉线');
    await phone.tap('撤销');
    await phone.see('点上面任何一格');
    expect(standingMarks(await marks())).toEqual([]);
    expect(await marks()).toHaveLength(2);
  });

  it('shows within a minute what another person tapped and that the session was paused', async () => {
    const [phone, other] = phones as [Phone, Phone];
    await other.tap('爆单');
    await store.owner.ok('liveSession.pause', { sessionId });
    expect(phone.screen.text).not.toContain('1 次');
    time.set(addMinutes(START, 1.1));
    await phone.see('1 次');
    await phone.see('已暂停，计时停住');
    const elapsed = phone.screen.all('.console__elapsed')[0]?.textContent;
    await new Promise((done) => setTimeout(done, 1_500));
    expect(phone.screen.all('.console__elapsed')[0]?.textContent).toBe(elapsed);
    expect(callsTo(phone, 'console.read').length).toBeLessThanOrEqual(4);
  });

  it('keeps the screen on while it is shown', async () => {
    const [phone] = phones as [Phone];
    await phone.see('屏幕常亮');
    expect(phone.program.device.isKeptOn).toBe(true);
    await phone.open(PATHS.session.url({ id: sessionId }));
    expect(phone.program.device.isKeptOn).not.toBe(true);
  });

  it('sends the texts of the clock and nothing else each second', async () => {
    const [phone] = phones as [Phone];
    await phone.tap('讲第 1 个');
    await phone.until('the end of the offer', () => phone.screen.all('.undo-bar').length === 0);
    const { meter } = phone.program;
    meter.reset();
    await new Promise((done) => setTimeout(done, 5_000));
    expect(meter.sum.calls).toBeGreaterThanOrEqual(4);
    expect(meter.sum.bytes / meter.sum.calls).toBeLessThanOrEqual(200);
  }, 30_000);

  it('ends with the ordinary step, and the marks stay on the page of the session', async () => {
    const [phone] = phones as [Phone];
    await phone.tap('爆单');
    await phone.tap('下播');
    await phone.see('已下播，可以记销售额了');
    await phone.tap('看这一场');
    await phone.see('直播中的记号');
    await phone.see('爆单');
    expect(phone.screen.text).not.toContain('撤回');
  });
});
