// Searching sessions by their title, and lists of 10,000 sessions.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Doc, LocalCloud, WireCall } from 'local-cloud';
import type { InputOf, OutputOf } from '../../src/contract/endpoints';
import type { LiveSession } from '../../src/contract/live-session';
import { MAX_SEARCHED } from '../../src/domain/live-session/search';
import { addDays, addMinutes, startOfChinaDay } from '../../src/domain/time';
import { buildPlan } from '../testkit/builders';
import { callAs, startTestCloud } from '../testkit/cloud';
import { eveningIn, NOW, openStore, type TestStore } from '../testkit/stores';

let cloud: LocalCloud;
let store: TestStore;
let stores = 0;
const wire: WireCall[] = [];

beforeAll(async () => {
  cloud = await startTestCloud({ onWire: (call) => wire.push(call) });
});
beforeEach(async () => {
  cloud.setNow(NOW);
  store = await openStore(cloud, `searcher-${String((stores += 1))}`);
});
afterAll(() => cloud.close());

async function counted<Value>(call: () => Promise<Value>): Promise<[Value, number]> {
  const from = wire.length;
  const value = await call();
  return [value, wire.slice(from).filter(({ action }) => action.startsWith('database.')).length];
}

interface Found {
  titles: string[];
  ids: string[];
  pages: number;
  calls: number[];
  /** Documents that the database looked at, page by page. */
  documents: number[];
}

/** All pages of a search. */
async function search(words: string, between?: () => Promise<unknown>): Promise<Found> {
  const { owner, shopId } = store;
  const found: Found = { titles: [], ids: [], pages: 0, calls: [], documents: [] };
  let cursor: string | null = null;
  do {
    const input: InputOf<'liveSession.search'> = { shopId, words, cursor };
    const from = wire.length;
    const [page, calls]: [OutputOf<'liveSession.search'>, number] = await counted(() =>
      owner.ok('liveSession.search', input),
    );
    const documents = wire.slice(from).reduce((sum, call) => sum + call.documentsRead, 0);
    found.documents.push(documents);
    found.titles.push(...page.items.map(({ title }) => title));
    found.ids.push(...page.items.map(({ id }) => id));
    found.pages += 1;
    found.calls.push(calls);
    cursor = page.cursor;
    if (cursor !== null) await between?.();
  } while (cursor !== null);
  return found;
}

/** A past session of ten minutes on the account, some minutes after eight in the evening. */
async function pastSession(title: string, minutes: number): Promise<LiveSession> {
  const { owner, shopId, hostId, accountId } = store;
  const startedAt = addMinutes('2026-11-20T12:00:00.000Z', minutes);
  const when = { precision: 'instant' as const, startedAt, endedAt: addMinutes(startedAt, 10) };
  const who = { hostIds: [hostId], accountId };
  const input = { shopId, title, ...who, when, figure: null };
  return (await owner.ok('liveSession.backfill', input)).session;
}

async function plan(title: string, day = 0): Promise<string> {
  const { owner, shopId } = store;
  const startAt = startOfChinaDay(addDays('2026-11-25', day));
  const endAt = startAt.replace('16:00', '17:00');
  const input = buildPlan({ shopId, title, startAt, endAt });
  const { session } = await owner.ok('liveSession.schedule', input);
  return session.id;
}

/** Copies a session: `count` of them an hour apart, with the title of each made by `titleOf`. */
async function copy(id: string, count: number, titles: readonly string[]): Promise<void> {
  const [first] = cloud.database.find('live_sessions', { _id: id });
  const models = await Promise.all(
    titles.map(
      async (title) => cloud.database.find('live_sessions', { _id: await plan(title) })[0],
    ),
  );
  const docs = Array.from({ length: count }, (_, index): Doc => {
    const model = models[index % models.length] ?? {};
    const startAt = new Date(Date.parse(NOW) - (index + 1) * 3_600_000).toISOString();
    const _id = `${store.shopId}.lcopy${index.toString(36).padStart(6, '0')}`;
    const sortKey = `${startAt}#${_id}`;
    return { ...first, ...model, _id, startAt, sortKey, stage: 'to_record', state: 'ended' };
  });
  for (let from = 0; from < count; from += 2000) {
    await cloud.database.insert('live_sessions', docs.slice(from, from + 2000));
  }
}

describe('a search for sessions', () => {
  it('finds by characters, initials, letters and digits, latest first', async () => {
    const titles = ['双肩包专场', '通勤包上新', '双11 大场', 'Labubu 联名', '重庆火锅节'];
    for (const [day, title] of titles.entries()) await plan(title, day);
    expect((await search('双')).titles).toEqual(['双11 大场', '双肩包专场']);
    expect((await search('sjbzc')).titles).toEqual(['双肩包专场']);
    expect((await search('cqhg')).titles).toEqual(['重庆火锅节']);
    expect((await search('ＬＡＢＵ')).titles).toEqual(['Labubu 联名']);
    expect((await search('包 tq')).titles).toEqual(['通勤包上新']);
    expect((await search('s11')).titles).toEqual(['双11 大场']);
    expect((await search('男包')).titles).toEqual([]);
  });

  it('finds by a new title once it is changed, and not by the former one', async () => {
    await plan('双肩包专场');
    const [doc] = cloud.database.find('live_sessions', { shopId: store.shopId });
    expect(doc?.['foundAs']).toBe('双肩包专场 sjbzc');
  });

  it('takes any text, and refuses one that is too long', async () => {
    await plan('双肩包专场');
    for (const words of [
      '.*',
      '(',
      '😀',
      '——',
      '$gt',
      "'; drop",
      '双'.repeat(40),
      'a'.repeat(40),
    ]) {
      expect((await search(words)).titles, words).toEqual([]);
    }
    const { owner, shopId } = store;
    const input = { shopId, words: '双'.repeat(41), cursor: null };
    const refused = await owner.refused('liveSession.search', input);
    expect(refused.fields).toEqual({ words: 'too_long' });
    const made = { shopId, words: '双肩', cursor: `包 ${NOW}` };
    expect((await owner.refused('liveSession.search', made)).fields).toEqual({
      cursor: 'bad_format',
    });
  });

  it('is refused to people of other stores, and shows none of their sessions', async () => {
    await plan('双肩包专场');
    const { shopId } = store;
    const stranger = callAs(cloud, 'a-stranger');
    const input = { shopId, words: '双肩', cursor: null };
    expect((await stranger.refused('liveSession.search', input)).code).toBe('not_found');
    store = await openStore(cloud, 'beside');
    expect((await search('双肩')).titles).toEqual([]);
  });

  it(`tests at most ${String(MAX_SEARCHED)} titles a call and goes on where it stopped`, async () => {
    const id = await plan('会员返场');
    // These titles have both parts, but not one after the other.
    await copy(id, MAX_SEARCHED - 2, ['上新，新包']);
    const short = await search('上新包');
    expect([short.titles, short.pages]).toEqual([[], 1]);
    const [oldest] = cloud.database.find('live_sessions', { _id: await plan('上新包') });
    const before = {
      _id: `${store.shopId}.lold000000000`,
      sortKey: `2020-01-01#${store.shopId}.lold000000000`,
    };
    await cloud.database.insert('live_sessions', [{ ...oldest, ...before }]);
    await plan('上新新包', 3);
    const long = await search('上新包');
    expect(long.pages).toBe(2);
    expect(long.titles).toEqual(['上新包', '上新包']);
  });

  it('finds an evening once by the titles of all its pieces, and each piece after it is split', async () => {
    const pieces: LiveSession[] = [];
    for (const [index, title] of ['双肩包专场', '断线后续播', '深夜返场'].entries()) {
      pieces.push(await pastSession(title, index * 20));
    }
    const [first, second, third] = pieces.map(({ id }) => id);
    const joined = await eveningIn(store, pieces.slice(1));
    expect((await search('深夜')).ids).toEqual([second]);
    // Joined once more: the second piece stands for nothing any more.
    const evening = await eveningIn(store, [joined, ...pieces.slice(0, 1)]);
    for (const words of ['双肩', '断线', '深夜', 'dxh', '双肩 深夜', '断线 sjb']) {
      expect((await search(words)).ids, words).toEqual([first]);
    }
    expect((await search('场断')).ids).toEqual([]);
    const { version } = evening;
    await store.owner.ok('liveSession.split', { sessionId: evening.id, version });
    expect((await search('双肩')).ids).toEqual([first]);
    expect((await search('断线')).ids).toEqual([second]);
    expect((await search('深夜')).ids).toEqual([third]);
    expect((await search('双肩 深夜')).ids).toEqual([]);
  });

  it('misses none that was there from the start while others are added', async () => {
    const id = await plan('通勤包上新');
    await copy(id, 65, ['通勤包上新', '双肩包专场']);
    const found = await search('双肩包专场', () => plan('双肩包专场', 7));
    expect(found.titles.length).toBeGreaterThanOrEqual(32);
    expect(found.pages).toBeGreaterThan(1);
  });
});

describe('a store with 10,000 sessions', () => {
  it('lists in two calls a page, and searches in four, then three', async () => {
    const id = await plan('通勤包上新');
    await copy(id, 10_000, ['通勤包上新', '双肩包专场', '会员返场', '周日清仓']);
    const { owner, shopId, hostId } = store;
    const list = { shopId, tab: 'ended' as const, cursor: null };
    const first = await counted(() => owner.ok('liveSession.list', list));
    const month = { ...list, tab: 'all' as const, from: '2026-10-01', to: '2026-10-31' };
    const whole = await counted(() => owner.ok('liveSession.list', month));
    const host = { ...list, hostId, from: '2026-03-01', to: '2026-05-31' };
    const filtered = await counted(() => owner.ok('liveSession.list', host));
    expect([first[1], whole[1], filtered[1]]).toEqual([2, 2, 2]);
    expect(whole[0].items).toHaveLength(100);
    const found = await search('sjbzc');
    expect(found.titles).toHaveLength(2_501);
    expect(found.calls[0]).toBeLessThanOrEqual(4);
    expect(Math.max(...found.calls.slice(1))).toBeLessThanOrEqual(3);
    expect(Math.max(...found.documents)).toBeLessThanOrEqual(200);
    // Words that many titles have, but only one of them together.
    await plan('会员双肩包');
    const rare = await search('会员 双肩');
    expect(rare.titles).toEqual(['会员双肩包']);
    expect(rare.pages).toBeGreaterThan(15);
    expect(Math.max(...rare.documents)).toBeLessThanOrEqual(200);
  }, 120_000);
});
