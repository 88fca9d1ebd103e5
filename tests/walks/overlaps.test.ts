// Two sessions of one host or one account at a time are warned about, however many others there are.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { InputOf } from '../../src/contract/endpoints';
import { addMinutes } from '../../src/domain/time';
import { recount } from '../../scripts/recount/recount';
import { buildPaid, buildPlan } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { NOW, openStore, publish, sessionIn, type TestStore } from '../testkit/stores';

/** The next day at noon in China. */
const NOON = '2026-11-25T04:00:00.000Z';

describe('sessions at one time', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let stores = 0;

  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  beforeEach(async () => {
    cloud.setNow(NOW);
    const edit = { lineOfBusiness: 'mcn' as const };
    store = await openStore(cloud, `overlaps-${String((stores += 1))}`, edit);
  });
  afterAll(() => cloud.close());

  const addHost = async (name: string): Promise<string> =>
    (await store.owner.ok('host.add', { shopId: store.shopId, name, account: null })).host.id;
  const plan = (hostId: string, from: number, to: number, accountId: string | null = null) => {
    const times = { startAt: addMinutes(NOON, from), endAt: addMinutes(NOON, to) };
    const who = { hostIds: [hostId], accountId };
    return store.owner.full(
      'liveSession.schedule',
      buildPlan({ shopId: store.shopId, title: `${String(from)} 分起`, ...who, ...times }),
    );
  };

  it.each([52, 150])('are found with %i sessions of the host in between', async (count) => {
    const host = await addHost('主播');
    const long = await plan(host, 0, 24 * 60);
    // Each of a minute, within the long one, and the last of them long before the new one.
    for (let index = 0; index < count; index += 1) await plan(host, index + 1, index + 2);
    const { warnings = [] } = await plan(host, 600, 660);
    expect(warnings).toMatchObject([
      { code: 'session_overlap', info: { sessionId: long.data.session.id } },
    ]);
  });

  it('are found with 150 sessions of other hosts in between', async () => {
    const [host, other] = [await addHost('主播'), await addHost('别的主播')];
    const long = await plan(host, 0, 24 * 60);
    for (let index = 0; index < 150; index += 1) await plan(other, index * 4, index * 4 + 3);
    const { warnings = [] } = await plan(host, 600, 660);
    expect(warnings).toMatchObject([
      { code: 'session_overlap', info: { sessionId: long.data.session.id } },
    ]);
  });

  it('are warned about when one starts or was entered, and not once the other one ended', async () => {
    const host = await addHost('主播');
    const { owner, shopId, accountId } = store;
    const mine = { ...store, hostId: host };
    const first = await sessionIn(mine, 'live');
    const second = await sessionIn(mine, 'scheduled', { startAt: '2026-11-24T02:05:00.000Z' });
    const goLive = { sessionId: second.id, at: null };
    const started = await owner.full('liveSession.goLive', goLive);
    const warning = { code: 'session_overlap', info: { sessionId: first.id, title: first.title } };
    expect(started.warnings).toMatchObject([warning]);

    const end = { sessionId: first.id, at: null, confirmed: ['short' as const] };
    await owner.ok('liveSession.end', end);
    await owner.ok('liveSession.end', { ...end, sessionId: second.id });
    const later = { startAt: '2026-11-24T03:00:00.000Z', endAt: '2026-11-24T04:00:00.000Z' };
    const free = buildPlan({ shopId, hostIds: [host], accountId, ...later });
    // Both were planned until midnight, and both ended before eleven.
    expect((await owner.full('liveSession.schedule', free)).warnings ?? []).toEqual([]);

    const when = {
      precision: 'instant' as const,
      startedAt: '2026-11-23T12:00:00.000Z',
      endedAt: '2026-11-23T13:00:00.000Z',
    };
    const past = { shopId, hostIds: [host], accountId: null, when, figure: null };
    await owner.ok('liveSession.backfill', { ...past, title: '一' });
    const again = await owner.full('liveSession.backfill', { ...past, title: '二' });
    expect(again.warnings).toMatchObject([{ code: 'session_overlap', info: { title: '一' } }]);
  });

  it('are warned about among the sessions of a new series', async () => {
    const host = await addHost('主播');
    const { owner, shopId } = store;
    const daily = { weekdays: [1, 2, 3, 4, 5, 6, 7], until: '2026-11-27', skip: [] };
    const series = (minutes: number, overrides: Partial<InputOf<'liveSession.schedule'>> = {}) =>
      owner.full('liveSession.schedule', {
        ...buildPlan({ shopId, hostIds: [host], startAt: NOON, endAt: addMinutes(NOON, minutes) }),
        repeat: daily,
        ...overrides,
      });
    const long = await series(26 * 60, { title: '二十六小时' });
    expect(long.data.planned).toBe(3);
    const ahead = { shopId, tab: 'upcoming' as const, cursor: null };
    const { items } = await owner.ok('liveSession.list', ahead);
    expect(long.warnings).toMatchObject([
      { code: 'session_overlap', info: { title: '二十六小时', sessionId: items[1]?.id } },
    ]);
    // With the next one a day later, or without anyone in common, each is on its own.
    const apart = { weekdays: [3, 5], until: '2026-11-27', skip: [] };
    const other = [await addHost('别的主播'), await addHost('第三位')];
    const hostIds = other.slice(0, 1);
    expect((await series(26 * 60, { hostIds, repeat: apart })).warnings ?? []).toEqual([]);
    expect((await series(24 * 60, { hostIds: other.slice(1) })).warnings ?? []).toEqual([]);
    expect((await series(26 * 60, { hostIds: [] })).warnings ?? []).toEqual([]);
  });

  it('are warned about when two people enter them at the same moment', async () => {
    const { owner, shopId, accountId } = store;
    const when = {
      precision: 'instant' as const,
      startedAt: '2026-11-23T12:00:00.000Z',
      endedAt: '2026-11-23T13:00:00.000Z',
    };
    const past = { shopId, hostIds: [], accountId, title: '补录', figure: null };
    const onDay = { precision: 'day' as const, day: '2026-11-22' };
    const cases = [
      // The other session may be stored between the two reads that look for it: the second, for
      // the same session entered twice, then finds what the first, for overlaps, did not.
      { ...past, when, code: 'session_overlap', known: ['session_overlap', 'entered_twice'] },
      { ...past, when: onDay, code: 'entered_twice', known: ['entered_twice'] },
    ];
    for (const { code, known, ...input } of cases) {
      const answers = await Promise.all([1, 2].map(() => owner.raw('liveSession.backfill', input)));
      // Seen before the transaction of the second one, or after it.
      const codes = answers.flatMap((answer) =>
        answer.ok ? (answer.warnings ?? []).map((each) => each.code) : [answer.error.code],
      );
      expect(codes.length, code).toBeGreaterThan(0);
      expect(codes.filter((each) => ![...known, 'odd_amount'].includes(each))).toEqual([]);
      const again = await owner.refused('liveSession.backfill', input);
      expect(again).toMatchObject({ code: 'odd_amount', info: { backfilled_twice: true } });
      // A person who means it is not asked and not warned again.
      const confirmed = ['backfilled_twice' as const];
      const meant = await owner.full('liveSession.backfill', { ...input, confirmed });
      expect((meant.warnings ?? []).map((each) => each.code)).toEqual(
        code === 'session_overlap' ? [code] : [],
      );
    }
  });

  it('are an ordinary evening of six hosts of an MCN', async () => {
    const hosts: string[] = [];
    for (let index = 0; index < 6; index += 1) hosts.push(await addHost(`主播 ${String(index)}`));
    await publish(store, {
      lineOfBusiness: 'mcn',
      accounts: [{ id: store.accountId, platform: 'douyin', name: '测试账号', hostId: null }],
    });
    const { owner, shopId } = store;
    const ids: string[] = [];
    for (const host of hosts) {
      const { data, warnings = [] } = await plan(host, 0, 240);
      expect(warnings).toEqual([]);
      ids.push(data.session.id);
    }
    cloud.setNow(NOON);
    for (const sessionId of ids) {
      const started = await owner.full('liveSession.goLive', { sessionId, at: null });
      expect(started.warnings ?? []).toEqual([]);
    }
    const { ahead } = await owner.ok('shop.view', { shopId });
    expect(ahead.map(({ phase }) => phase)).toEqual(ids.map(() => 'on_air'));
    cloud.setNow(addMinutes(NOON, 240));
    await Promise.all(ids.map((sessionId) => owner.ok('liveSession.end', { sessionId, at: null })));
    await Promise.all(
      ids.map((sessionId, index) =>
        owner.ok('sales.record', buildPaid(shopId, sessionId, { amountFen: (index + 1) * 100 })),
      ),
    );
    const ladder = await owner.ok('incentive.hosts', { shopId, year: 2026, knownRuleSets: [] });
    expect(ladder.hosts).toHaveLength(6);
    const { items } = await owner.ok('liveSession.list', { shopId, tab: 'ended', cursor: null });
    expect(items.map(({ figures }) => figures.paidFen).sort()).toEqual([
      100, 200, 300, 400, 500, 600,
    ]);
    expect(recount(cloud.database).differences).toBe(0);
  });
});
