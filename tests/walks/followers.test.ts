import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { buildPaid, buildRegistration } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import {
  buildEdit,
  NOW,
  openStore,
  progressOf,
  type TestStore,
  versionOf,
} from '../testkit/stores';

const WAN = 10_000 * 100;
const READ_ON = '2026-11-20';

describe('followers of an account', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let count = 0;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
  });
  beforeEach(async () => {
    count += 1;
    const name = `机构${String(count)}`;
    store = await openStore(cloud, `owner${String(count)}`, { name, lineOfBusiness: 'mcn' });
  });
  afterAll(() => cloud.close());

  const add = async (name: string) => {
    const { owner, shopId } = store;
    const account = { platform: 'douyin', name } as const;
    const { host, shop } = await owner.ok('host.add', { shopId, name, account });
    const own = shop.accounts.find(({ hostId }) => hostId === host.id);
    return { hostId: host.id, accountId: own?.id ?? '' };
  };
  const read = (accountId: string, followers: number) =>
    store.owner.ok('applicant.recordFollowers', {
      shopId: store.shopId,
      accountId,
      count: followers,
      readOn: READ_ON,
    });
  const sell = (hostId: string) =>
    store.owner.ok(
      'sales.record',
      buildPaid(store.shopId, '', {
        target: { of: 'day', bookedOn: '2026-11-19', hostId, accountId: null },
        amountFen: 1_500 * WAN,
      }),
    );
  /** By the figures of the first tier of the scheme that asks for followers. */
  const answerOf = async (hostId: string) => {
    const { schemes } = await progressOf(store, { year: 2026, hostId });
    const huadu = schemes.find(({ ruleSetKey }) => ruleSetKey.startsWith('huadu-2020'));
    return huadu?.progress.awards[0]?.tiers[0]?.byFigures;
  };

  it('count for the host whose account it is, and not for another', async () => {
    const [first, second] = [await add('甲'), await add('乙')];
    await sell(second.hostId);
    await read(store.accountId, 1_000);
    await read(first.accountId, 900_000);
    await read(second.accountId, 1_000);
    expect(await answerOf(second.hostId)).toBe('not_met');
    await read(second.accountId, 500_001);
    expect(await answerOf(second.hostId)).toBe('met');
  });

  it('leave the answer open while an account of the whole store was not read in the year', async () => {
    const first = await add('甲');
    await sell(first.hostId);
    await read(first.accountId, 1_000);
    expect(await answerOf(first.hostId)).toBe('cannot_tell');
    const { hostId, followers } = await read(store.accountId, 2_000);
    expect(hostId).toBeNull();
    expect(followers.map(({ count: people }) => people)).toEqual([2_000]);
    expect(await answerOf(first.hostId)).toBe('not_met');
  });

  it('of the whole store count for every host, and are shown with the store', async () => {
    const first = await add('甲');
    await sell(first.hostId);
    await read(first.accountId, 1_000);
    await read(store.accountId, 600_000);
    expect(await answerOf(first.hostId)).toBe('met');
    const { shops } = await store.owner.ok('shop.mine', {});
    const mine = shops.find(({ shop }) => shop.id === store.shopId);
    expect(mine?.shop.followers.map(({ count: people }) => people)).toEqual([600_000]);
  });

  /** Gives an account to a host, or with null to the store. */
  const give = async (accountId: string, hostId: string | null) => {
    const { shops } = await store.owner.ok('shop.mine', {});
    const mine = shops.find(({ shop }) => shop.id === store.shopId)?.shop;
    const edit = buildEdit(store, mine?.version ?? 0);
    const { lineOfBusiness = 'mcn' } = mine ?? {};
    const accounts = (mine?.accounts ?? []).map((account) =>
      account.id === accountId ? { ...account, hostId } : account,
    );
    await store.owner.ok('shop.update', { ...edit, lineOfBusiness, accounts });
  };

  it('go with the account to its new owner, and only the latest of them counts', async () => {
    const [first, second] = [await add('甲'), await add('乙')];
    await sell(first.hostId);
    await read(first.accountId, 1_000);
    await read(second.accountId, 1_000);
    await read(store.accountId, 900_000);
    expect(await answerOf(first.hostId)).toBe('met');
    await give(store.accountId, second.hostId);
    expect(await answerOf(first.hostId)).toBe('not_met');
    await read(store.accountId, 2_000);
    await give(store.accountId, first.hostId);
    expect(await answerOf(first.hostId)).toBe('not_met');
    const { followers } = await progressOf(store, { year: 2026, hostId: first.hostId });
    expect(followers.map(({ count: people }) => people).sort()).toEqual([1_000, 2_000]);
    const { shops } = await store.owner.ok('shop.mine', {});
    expect(shops.find(({ shop }) => shop.id === store.shopId)?.shop.followers).toEqual([]);
  });

  it('are on an earlier day those of the accounts and owners of that day', async () => {
    const first = await add('甲');
    await sell(first.hostId);
    await read(first.accountId, 1_000);
    await read(store.accountId, 600_000);
    const asked = { year: 2026, hostId: first.hostId, asOf: '2026-11-24' };
    const met = async () => {
      const { schemes } = await progressOf(store, asked);
      return schemes[0]?.progress.awards[0]?.tiers[0]?.byFigures;
    };
    cloud.setNow('2026-11-26T02:00:00.000Z');
    expect(await met()).toBe('met');
    const second = await add('乙');
    await give(store.accountId, second.hostId);
    expect(await met()).toBe('met');
    const { lineOfBusiness } = buildRegistration();
    const edit = buildEdit({ ...store, hostId: second.hostId }, await versionOf(store));
    await store.owner.ok('shop.update', { ...edit, lineOfBusiness });
    expect(await met()).toBe('met');
    cloud.setNow(NOW);
  });

  it('stay with the store where an account is given to a host who does not exist', async () => {
    const edit = buildEdit(store, await versionOf(store));
    const accounts = edit.accounts.map((account) => {
      return { ...account, hostId: `${store.shopId}.h000000000000` };
    });
    const refused = await store.owner.refused('shop.update', { ...edit, accounts });
    expect(refused.fields).toEqual({ 'accounts.0.hostId': 'not_in_store' });
  });

  it('are as they were known at an earlier day', async () => {
    const first = await add('甲');
    await sell(first.hostId);
    await read(first.accountId, 1_000);
    await read(store.accountId, 2_000);
    cloud.setNow('2026-11-26T02:00:00.000Z');
    await read(store.accountId, 600_000);
    cloud.setNow('2026-11-27T02:00:00.000Z');
    const then = await progressOf(store, { year: 2026, hostId: first.hostId, asOf: '2026-11-25' });
    expect(then.followers.map(({ count: people }) => people).sort()).toEqual([1_000, 2_000]);
    cloud.setNow(NOW);
  });

  it('of an account that stands twice in a store are warned of, whatever case and spaces', async () => {
    const { owner, shopId } = store;
    const { account } = buildRegistration();
    const again = { ...account, name: ` ${account.name} ` };
    const { warnings } = await owner.full('host.add', { shopId, name: '甲', account: again });
    expect(warnings).toEqual([{ code: 'account_twice', info: { name: account.name } }]);
    const other = { platform: 'taobao', name: account.name } as const;
    const added = await owner.full('host.add', { shopId, name: '乙', account: null });
    expect(added.warnings ?? []).toEqual([]);
    const third = await owner.full('host.add', { shopId, name: '丙', account: other });
    expect(third.warnings).toHaveLength(1);
  });

  it('are known of an earlier day, however many were read since and of other accounts', async () => {
    const first = await add('甲');
    await read(first.accountId, 1_000);
    await read(first.accountId, 2_000);
    const [reading] = cloud.database.find('follower_readings', { accountId: first.accountId });
    const later = Array.from({ length: 1_001 }, (_, index) => ({
      ...reading,
      _id: `later-${String(index)}`,
      accountId: store.accountId,
      count: index,
      recordedAt: `2026-11-24T03:00:${String(index / 1_000 + 10).padEnd(6, '0')}Z`,
    }));
    await cloud.database.insert('follower_readings', later);
    cloud.setNow('2026-11-26T02:00:00.000Z');
    const { followers } = await progressOf(store, { hostId: first.hostId, asOf: '2026-11-24' });
    cloud.setNow(NOW);
    expect(followers.map((each) => each.count).sort()).toEqual([1_000, 2_000]);
  });

  it('keeps of two readings of a day the one stored last, also for that day afterwards', async () => {
    const { accountId } = store;
    await read(accountId, 100);
    // The second phone sent it a moment before, and its write came second.
    cloud.setNow(new Date(Date.parse(NOW) - 1).toISOString());
    await read(accountId, 200);
    cloud.setNow('2026-11-26T02:00:00.000Z');
    const now = await progressOf(store, { hostId: null });
    const then = await progressOf(store, { hostId: null, asOf: '2026-11-24' });
    cloud.setNow(NOW);
    expect([now, then].map(({ followers }) => followers[0]?.count)).toEqual([200, 200]);
  });
});
