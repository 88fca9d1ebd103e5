// Stores, accounts and hosts get other names; hosts leave and come back.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { recount } from '../../scripts/recount/recount';
import type { Host } from '../../src/contract/shop';
import { MAX_HOST_PLANS } from '../../src/contract/host';
import { isSelfHostId } from '../../src/domain/shop/ids';
import { addMinutes } from '../../src/domain/time';
import { buildPaid, buildPlan } from '../testkit/builders';
import { newKey, startTestCloud } from '../testkit/cloud';
import {
  buildEdit,
  NOW,
  openStore,
  progressOf,
  publish,
  sessionIn,
  type TestStore,
  versionOf,
} from '../testkit/stores';

describe('another name', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let stores = 0;

  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  beforeEach(async () => {
    cloud.setNow(NOW);
    store = await openStore(cloud, `renames-${String((stores += 1))}`);
  });
  afterAll(() => cloud.close());

  const hostsOf = async (): Promise<Host[]> =>
    (await store.owner.ok('host.list', { shopId: store.shopId })).hosts;
  const selfHost = async () => (await hostsOf()).find(({ id }) => isSelfHostId(id)) as Host;
  const rename = async (name: string, hostId = store.hostId): Promise<Host> => {
    const version = (await hostsOf()).find(({ id }) => id === hostId)?.version ?? 0;
    return (await store.owner.ok('host.rename', { hostId, version, name })).host;
  };
  const update = async (edit: Parameters<typeof buildEdit>[2]) =>
    store.owner.ok('shop.update', buildEdit(store, await versionOf(store), edit));
  const addHost = async (name: string): Promise<Host> =>
    (await store.owner.ok('host.add', { shopId: store.shopId, name, account: null })).host;
  const namesIn = async (sessionId: string) => {
    const { session } = await store.owner.ok('liveSession.get', { sessionId });
    return [session.hosts[0]?.name, session.accountName];
  };
  const expectNamesKept = (): void => {
    const { rows } = recount(cloud.database);
    expect(rows.filter(({ differences }) => differences.length > 0)).toEqual([]);
  };

  it('reaches plans and what is on air at once, and leaves past sessions as they were', async () => {
    const [ended, live, plan] = [
      await sessionIn(store, 'ended'),
      await sessionIn(store, 'live', { startAt: '2026-11-24T02:10:00.000Z' }),
      await sessionIn(store, 'scheduled', { startAt: '2026-11-24T13:00:00.000Z' }),
    ];
    await publish(store);
    const before = await namesIn(ended.id);
    await rename('阿禾');
    const account = { platform: 'douyin' as const, name: '换了名的账号' };
    const accounts = [{ ...account, id: store.accountId, hostId: store.hostId }];
    await update({ name: '新店名', accounts });
    expect(await namesIn(live.id)).toEqual(['阿禾', '换了名的账号']);
    expect(await namesIn(plan.id)).toEqual(['阿禾', '换了名的账号']);
    expect(await namesIn(ended.id)).toEqual(before);

    const { owner, shopId } = store;
    const { items } = await owner.ok('liveSession.list', { shopId, tab: 'all', cursor: null });
    const inList = items.map(({ id, accountName }) => [id, accountName]);
    expect(inList).toContainEqual([plan.id, '换了名的账号']);
    expect(inList).toContainEqual([ended.id, before[1]]);
    const { ahead, past } = await owner.ok('shop.view', { shopId });
    expect(ahead.map(({ hostNames }) => hostNames[0])).toEqual(['阿禾', '阿禾']);
    expect(ahead.map(({ shopName, accountName }) => [shopName, accountName])).toEqual([
      ['新店名', '换了名的账号'],
      ['新店名', '换了名的账号'],
    ]);
    expect(past.map(({ shopName, hostNames }) => [shopName, hostNames[0]])).toEqual([
      ['测试店铺', before[0]],
    ]);
    const { session } = await owner.ok('liveSession.view', { sessionId: plan.id });
    expect(session).toMatchObject({ shopName: '新店名', accountName: '换了名的账号' });

    // The session that ends now keeps the names of now.
    await owner.ok('liveSession.end', { sessionId: live.id, at: null, confirmed: ['short'] });
    await rename('再换一次');
    expect(await namesIn(live.id)).toEqual(['阿禾', '换了名的账号']);
    expectNamesKept();
  });

  it("follows the store's until it is another one, and again once it is the same", async () => {
    await update({ name: '第一个新名' });
    expect((await selfHost()).name).toBe('第一个新名');
    await rename('艺名');
    await update({ name: '第二个新名' });
    expect((await selfHost()).name).toBe('艺名');
    await rename('第二个新名');
    await update({ name: '第三个新名' });
    expect((await selfHost()).name).toBe('第三个新名');
    expectNamesKept();
  });

  it('is given once by two phones at the same moment, and refused to the other one', async () => {
    const { owner, hostId } = store;
    const { version } = await selfHost();
    const give = (name: string) => owner.raw('host.rename', { hostId, version, name }, newKey());
    const answers = await Promise.all([give('甲'), give('乙')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
    expect(refused).toMatchObject([{ code: 'stale_version', info: { version: version + 1 } }]);
    expectNamesKept();
  });

  it.each([1, 2, 3, 4])(
    'is whole beside planning, ending and a new name of the store (%i)',
    async (round) => {
      const { owner, shopId, hostId, accountId } = store;
      const live = await sessionIn(store, 'live');
      const { version } = await selfHost();
      const edit = buildEdit(store, await versionOf(store), { name: `店名 ${String(round)}` });
      const plan = buildPlan({ shopId, hostIds: [hostId], accountId });
      const end = { sessionId: live.id, at: null, confirmed: ['short'] };
      const answers = await Promise.all([
        owner.raw('host.rename', { hostId, version, name: '艺名' }, newKey()),
        owner.raw('shop.update', edit, newKey()),
        owner.raw('liveSession.schedule', plan, newKey()),
        owner.raw('liveSession.end', end, newKey()),
      ]);
      expect(answers.slice(1).map(({ ok }) => ok)).toEqual([true, true, true]);
      const host = await selfHost();
      const isApart = answers[0]?.ok === true;
      expect(host.name).toBe(isApart ? '艺名' : `店名 ${String(round)}`);
      await publish(store, { name: `店名 ${String(round)}` });
      const { ahead } = await owner.ok('shop.view', { shopId });
      expect(ahead.map(({ hostNames }) => hostNames)).toEqual([[host.name]]);
      expectNamesKept();
    },
  );

  it('is not taken from an account that is left out of an edit: sessions keep it', async () => {
    const plan = await sessionIn(store, 'scheduled');
    const added = { id: null, platform: 'taobao' as const, name: '另一个', hostId: null };
    const { shop } = await update({ accounts: [added] });
    expect(shop.accounts.map(({ name }) => name)).toEqual(['测试账号', '另一个']);
    expect((await namesIn(plan.id))[1]).toBe('测试账号');
  });

  it('is kept with the sums of a host who leaves, who is not planned with until back', async () => {
    const { owner, shopId, accountId } = store;
    const host = await addHost('小何');
    const plan = (overrides = {}) =>
      buildPlan({ shopId, hostIds: [store.hostId, host.id], accountId, ...overrides });
    const { session } = await owner.ok('liveSession.schedule', plan());
    const past = await sessionIn(store, 'ended', { hostIds: [host.id] });
    await owner.ok('sales.record', buildPaid(shopId, past.id, { amountFen: 70 }));
    const plans = await owner.ok('host.plans', { hostId: host.id });
    expect(plans).toEqual({
      plans: [{ id: session.id, title: session.title, startAt: session.startAt }],
      hasMore: false,
    });
    const left = await owner.ok('host.retire', {
      hostId: host.id,
      version: host.version,
      isRetired: true,
    });
    expect(left.host).toMatchObject({ isRetired: true, version: host.version + 1 });
    const refused = await owner.refused('liveSession.schedule', plan());
    expect(refused).toEqual({ code: 'invalid_input', fields: { 'hostIds.1': 'retired' } });

    // The plan keeps its hosts, and late refunds still find their host.
    expect((await namesIn(session.id))[0]).toBe((await selfHost()).name);
    expect((await progressOf(store, { hostId: host.id })).sums?.paidFen).toBe(70);
    const refund = buildPaid(shopId, past.id, { kind: 'refunded', amountFen: 7 });
    await owner.ok('sales.record', refund);
    const ladder = await owner.ok('incentive.hosts', { shopId, year: 2026, knownRuleSets: [] });
    expect(JSON.stringify(ladder)).toContain(host.id);

    const again = { hostId: host.id, version: left.host.version, isRetired: false };
    expect((await owner.ok('host.retire', again)).host.isRetired).toBe(false);
    const later = { startAt: '2026-11-27T12:00:00.000Z', endAt: '2026-11-27T13:00:00.000Z' };
    await owner.ok('liveSession.schedule', plan(later));
    const stale = { ...again, isRetired: true };
    expect(await owner.refused('host.retire', stale)).toMatchObject({ code: 'stale_version' });
    const self = { hostId: store.hostId, version: 1, isRetired: true };
    expect(await owner.refused('host.retire', self)).toMatchObject({ code: 'invalid_input' });
  });

  it(`says how many sessions are planned with a host, up to ${String(MAX_HOST_PLANS)}`, async () => {
    const { owner, shopId, accountId } = store;
    const host = await addHost('小何');
    for (let index = 0; index < MAX_HOST_PLANS + 1; index += 1) {
      const startAt = addMinutes('2026-11-26T02:00:00.000Z', index * 60);
      const times = { startAt, endAt: addMinutes(startAt, 30) };
      const plan = buildPlan({ shopId, hostIds: [host.id], accountId, ...times });
      await owner.ok('liveSession.schedule', plan);
      const expected = Math.min(index + 1, MAX_HOST_PLANS);
      const { plans, hasMore } = await owner.ok('host.plans', { hostId: host.id });
      expect([plans.length, hasMore]).toEqual([expected, index === MAX_HOST_PLANS]);
    }
  });
});
