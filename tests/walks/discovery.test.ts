import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud, WireCall } from 'local-cloud';
import type { LiveSessionDoc } from '../../cloud/database/documents';
import type { OutputOf } from '../../src/contract/endpoints';
import { publicPhaseAt } from '../../src/domain/live-session/public-phase';
import { addMinutes } from '../../src/domain/time';
import { buildPlan } from '../testkit/builders';
import { callAs, startTestCloud, type TestCaller } from '../testkit/cloud';
import { randomFrom } from '../testkit/random';
import { NOW, openStore, publishVerified, type TestStore, versionOf } from '../testkit/stores';

type AheadPage = OutputOf<'discover.ahead'>;

const HOUR = 60;
const DAY = 24 * HOUR;

let cloud: LocalCloud;
let wire: WireCall[];
let viewer: TestCaller;

beforeEach(async () => {
  wire = [];
  cloud = await startTestCloud({ onWire: (call) => wire.push(call) });
  cloud.setNow(NOW);
  viewer = callAs(cloud);
});
afterEach(() => cloud.close());

async function openListed(name: string): Promise<TestStore> {
  const store = await openStore(cloud, `owner of ${name}`, { name });
  await publishVerified(cloud, store);
  return store;
}

/** Plans a session of four hours. @returns its id. */
async function plan(store: TestStore, startAt: string): Promise<string> {
  const { owner, shopId, hostId, accountId } = store;
  const times = { startAt, endAt: addMinutes(startAt, 4 * HOUR) };
  const input = buildPlan({ shopId, hostIds: [hostId], accountId, ...times });
  return (await owner.ok('liveSession.schedule', input)).session.id;
}

async function planMany(store: TestStore, count: number, everyHours: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 1; i <= count; i += 1) {
    ids.push(await plan(store, addMinutes(NOW, i * everyHours * HOUR)));
  }
  return ids;
}

/** Reads discovery to its end. */
async function discover(between: () => Promise<unknown> = () => Promise.resolve()) {
  const pages: AheadPage[] = [];
  const calls: number[] = [];
  wire.length = 0;
  const { ahead } = await viewer.ok('discover.list', { cursor: null });
  calls.push(wire.length);
  let page = ahead;
  while (page !== null) {
    pages.push(page);
    const { cursor } = page;
    if (cursor === null) break;
    await between();
    wire.length = 0;
    page = await viewer.ok('discover.ahead', { cursor });
    calls.push(wire.length);
  }
  const items = pages.flatMap((each) => each.items);
  const ids = new Set(items.map(({ shop }) => shop.id));
  return { pages, items, shown: [...ids].sort(), calls };
}

/** Listed stores with a session that is on air or to come, by looking at every session. */
function expectedAt(now: string): string[] {
  const sessions = cloud.database.readAll('live_sessions') as unknown as LiveSessionDoc[];
  const ahead = sessions.filter((session) => {
    const phase = publicPhaseAt(session, now);
    return phase !== 'over' && phase !== 'cancelled';
  });
  const listed = cloud.database.find('shops', { isListed: true }).map(({ _id }) => _id);
  return [...new Set(ahead.map(({ shopId }) => shopId))].filter((id) => listed.includes(id)).sort();
}

describe('discovery', () => {
  it('shows every listed store with sessions ahead, whatever the timer does', async () => {
    const random = randomFrom(7);
    const pick = (below: number): number => Math.floor(random() * below);
    const stores: TestStore[] = [];
    for (let i = 0; i < 48; i += 1) stores.push(await openListed(`店${String(i)}`));
    const ids: { store: TestStore; sessionId: string }[] = [];
    for (const store of stores) {
      const count = pick(8) === 0 ? 32 : pick(4);
      for (let n = 0; n < count; n += 1) {
        const startAt = addMinutes(NOW, pick(count > 4 ? 12 * DAY : 4 * DAY));
        ids.push({ store, sessionId: await plan(store, startAt) });
      }
    }
    const afterHours = [0, 5, 20, 26, 50, 75, 120, 240, 400];
    for (const [step, hours] of afterHours.entries()) {
      const now = addMinutes(NOW, hours * HOUR);
      cloud.setNow(now);
      for (const { store, sessionId } of ids.filter(() => pick(20) === 0)) {
        const name = (['goLive', 'cancel', 'pause', 'end'] as const)[pick(4)] ?? 'goLive';
        const confirmed = ['early_start', 'short', 'late_end'];
        const times = name === 'cancel' || name === 'pause' ? {} : { at: null, confirmed };
        await store.owner.raw(`liveSession.${name}`, { sessionId, ...times });
      }
      const where = `after ${String(hours)} hours`;
      const expected = expectedAt(now);
      const scan = await discover();
      expect(scan.shown, `${where}, the timer has not run`).toEqual(expected);
      expect(Math.max(...scan.calls), where).toBeLessThanOrEqual(2);
      if (step % 3 === 0) continue;
      let runs = 0;
      const during = await discover(() => {
        runs += 1;
        return runs === 1 ? cloud.trigger('timer') : Promise.resolve();
      });
      expect(during.shown, `${where}, the timer runs meanwhile`).toEqual(expected);
      await Promise.all([cloud.trigger('timer'), cloud.trigger('timer')]);
      const refreshed = await discover();
      expect(refreshed.shown, `${where}, the timer has run twice at once`).toEqual(expected);
      expect(refreshed.items.every(({ sessions }) => sessions.length > 0)).toBe(true);
    }
  }, 180_000);

  it('shows what is on air on the first page, behind stores whose sessions are long over', async () => {
    for (let i = 0; i < 25; i += 1) await plan(await openListed(`店${String(i)}`), NOW);
    const late = addMinutes(NOW, DAY);
    const store = await openListed('在播');
    await plan(store, addMinutes(NOW, HOUR));
    const live = await plan(store, late);
    cloud.setNow(late);
    await store.owner.ok('liveSession.goLive', { sessionId: live, at: null });
    const { ahead } = await viewer.ok('discover.list', { cursor: null });
    expect(ahead?.items.map(({ sessions }) => sessions[0]?.id)).toEqual([live]);
    expect((await discover()).shown).toEqual([store.shopId]);
  }, 60_000);

  it('finds the store whose place moves while the list is read', async () => {
    const stores: TestStore[] = [];
    for (let i = 0; i < 23; i += 1) stores.push(await openListed(`店${String(i)}`));
    for (const store of stores) await plan(store, addMinutes(NOW, 2 * DAY));
    cloud.setNow(addMinutes(NOW, HOUR));
    const order = (await discover()).items.map(({ shop }) => shop.id);
    const last = stores.find(({ shopId }) => shopId === order.at(-1));
    if (last === undefined) throw new Error('nothing was found');
    const scan = await discover(() => plan(last, addMinutes(NOW, 2 * HOUR)));
    expect(scan.shown).toEqual(stores.map(({ shopId }) => shopId).sort());
  }, 60_000);

  it('reads on where everything that is kept is over while more is ahead', async () => {
    const store = await openListed('常播');
    await planMany(store, 41, 8);
    // The 24 that are kept are over, and no timer has run.
    cloud.setNow(addMinutes(NOW, 26 * 8 * HOUR));
    const { items, calls, pages } = await discover();
    expect(pages[0]?.items).toEqual([]);
    expect(items[0]).toMatchObject({ sessions: [{}, {}], hasEvenMore: false });
    expect(items[0]?.sessions[0]?.startAt).toBe(addMinutes(NOW, 26 * 8 * HOUR));
    expect(Math.max(...calls)).toBe(2);
    wire.length = 0;
    const view = await viewer.ok('shop.view', { shopId: store.shopId });
    expect(wire).toHaveLength(3);
    expect(view.ahead).toHaveLength(16);
    await cloud.trigger('timer');
    wire.length = 0;
    expect(await viewer.ok('shop.view', { shopId: store.shopId })).toEqual(view);
    expect(wire).toHaveLength(2);
  }, 60_000);
});

describe('the page of a store', () => {
  it.each([41, 120])(
    'shows what is on air with %i plans ahead',
    async (count) => {
      const store = await openListed('常播');
      const ids = await planMany(store, count, 5);
      const sessionId = ids[count - 1] ?? '';
      const early = { at: null, confirmed: ['early_start' as const] };
      await store.owner.ok('liveSession.goLive', { sessionId, ...early });
      const read = (): Promise<OutputOf<'shop.view'>> =>
        viewer.ok('shop.view', { shopId: store.shopId });
      expect((await read()).ahead[0]).toMatchObject({ id: sessionId, phase: 'on_air' });
      expect(await read()).toMatchObject({ hasMoreAhead: true });
      expect((await discover()).items[0]?.sessions[0]?.id).toBe(sessionId);
      const all: string[] = [];
      let cursor: string | null = null;
      do {
        const page: OutputOf<'shop.sessions'> = await viewer.ok('shop.sessions', {
          shopId: store.shopId,
          which: 'ahead',
          cursor,
        });
        all.push(...page.items.map(({ id }) => id));
        cursor = page.cursor;
      } while (cursor !== null);
      expect(all).toHaveLength(count);
      expect([...all].sort()).toEqual([...ids].sort());
      // Started days early, it is on air until its planned end has passed by twelve hours.
      cloud.setNow(addMinutes(NOW, 4 * DAY));
      expect((await read()).ahead[0]).toMatchObject({ id: sessionId, phase: 'on_air' });
      await cloud.trigger('timer');
      expect((await read()).ahead[0]).toMatchObject({ id: sessionId, phase: 'on_air' });
    },
    60_000,
  );
});

describe('publishing beside planning', () => {
  it('never lists a store that was taken back, and changes nothing when it is refused', async () => {
    const store = await openListed('店');
    const { owner, shopId } = store;
    for (let round = 0; round < 25; round += 1) {
      const version = await versionOf(store);
      const isPublished = round % 2 === 1;
      const input = { shopId, version, isPublished, consent: isPublished };
      await Promise.all([
        plan(store, addMinutes(NOW, (round + 1) * HOUR)),
        owner.ok('shop.publish', input),
        plan(store, addMinutes(NOW, (round + 1) * HOUR + 5)),
      ]);
      const [front] = cloud.database.find('storefronts', { _id: shopId });
      expect(front).toMatchObject({ isListed: isPublished });
      expect((await discover()).shown).toEqual(isPublished ? [shopId] : []);
      const before = cloud.database.readAll('storefronts');
      const stale = { shopId, version, isPublished: !isPublished, consent: !isPublished };
      expect(await owner.refused('shop.publish', stale)).toMatchObject({ code: 'stale_version' });
      expect(cloud.database.readAll('storefronts')).toEqual(before);
    }
    const [front] = cloud.database.find('storefronts', { _id: shopId });
    expect(front?.['sessions']).toHaveLength(24);
  }, 60_000);

  it('costs the same with 60 plans ahead as with none', async () => {
    const store = await openListed('店');
    const { owner, shopId } = store;
    const cost = async (): Promise<number> => {
      const version = await versionOf(store);
      wire.length = 0;
      await owner.ok('shop.publish', { shopId, version, isPublished: false, consent: false });
      const calls = wire.length;
      const again = { isPublished: true, consent: true };
      await owner.ok('shop.publish', { shopId, version: version + 1, ...again });
      return calls;
    };
    const before = await cost();
    await planMany(store, 60, 3);
    expect(await cost()).toBe(before);
  }, 60_000);
});

describe('the timer', () => {
  it('lets a storefront wait that fails, so that the others have their turn', async () => {
    const broken = await openListed('坏');
    const store = await openListed('好');
    for (const each of [broken, store]) await plan(each, addMinutes(NOW, HOUR));
    const [front] = cloud.database.find('storefronts', { _id: broken.shopId });
    if (front === undefined) throw new Error('the storefront is missing');
    // A list that the program did not write.
    await cloud.database.put('storefronts', broken.shopId, { ...front, sessions: [null] });
    const later = addMinutes(NOW, 6 * HOUR);
    cloud.setNow(later);
    expect((await cloud.trigger('timer')).result).toMatchObject({ data: { refreshed: 1 } });
    const [waiting] = cloud.database.find('storefronts', { _id: broken.shopId });
    expect(waiting?.['dueAt']).toMatch(addMinutes(later, HOUR).slice(0, 16));
    const [done] = cloud.database.find('storefronts', { _id: store.shopId });
    expect(done).toMatchObject({ sessions: [], nextKey: '' });
  });

  it('fills a list though more plans are over than are read at once', async () => {
    const store = await openListed('多播');
    await planMany(store, 30, 1);
    const [sample] = cloud.database.find('live_sessions', {}) as unknown as LiveSessionDoc[];
    if (sample === undefined) throw new Error('no session');
    // 250 plans without a start, and one that comes.
    const copies = Array.from({ length: 251 }, (_none, i) => {
      const startAt = addMinutes(NOW, 31 * HOUR + (i === 250 ? 2 * DAY : i));
      const id = `${store.shopId}.lcopy${String(i).padStart(8, '0')}`;
      const times = { startAt, endAt: addMinutes(startAt, HOUR), sortKey: `${startAt}#${id}` };
      return { ...sample, ...times, _id: id };
    });
    await cloud.database.insert('live_sessions', copies);
    cloud.setNow(addMinutes(NOW, 3 * DAY));
    await cloud.trigger('timer');
    const { items } = await discover();
    expect(items[0]?.sessions.map(({ id }) => id)).toEqual([copies[250]?._id]);
  }, 60_000);
});
