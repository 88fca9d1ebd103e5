// What opening the app costs with few and with very many hosts, and that each host is found.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { OutputOf } from '../../src/contract/endpoints';
import { HOSTS_PER_PAGE } from '../../src/contract/host';
import { type Host, MAX_HOSTS_OF_MINE } from '../../src/contract/shop';
import { MAX_HOSTS } from '../../src/domain/shop/shop';
import { callAs, startTestCloud, type TestCaller } from '../testkit/cloud';
import { giveRole } from '../testkit/people';
import { NOW, openStore, type TestStore } from '../testkit/stores';

describe('the hosts of stores', () => {
  let cloud: LocalCloud;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
  });
  afterAll(() => cloud.close());

  /** Fills an agency with hosts, in the database: all but the first are copies of it. */
  async function agencyWith(person: string, hostCount: number): Promise<TestStore> {
    const store = await openStore(cloud, person, { lineOfBusiness: 'mcn' });
    const { owner, shopId } = store;
    const { host } = await owner.ok('host.add', { shopId, name: '主播 1', account: null });
    const [{ _id, ...doc } = { _id: '' }] = cloud.database.find('hosts', { _id: host.id });
    const copies = Array.from({ length: hostCount - 1 }, (_value, index) => ({
      ...doc,
      _id: `${shopId}.h${String(index + 2).padStart(12, '0')}`,
      name: `主播 ${String(index + 2)}`,
    }));
    await cloud.database.insert('hosts', copies);
    const [{ _id: shopKey, ...shop } = { _id: '' }] = cloud.database.find('shops', { _id: shopId });
    await cloud.database.put('shops', String(shopKey), { ...shop, hostCount });
    return store;
  }

  async function mineOf(person: TestCaller) {
    const { shops } = await person.ok('shop.mine', {});
    return { shops, bytes: Buffer.byteLength(JSON.stringify(shops)) };
  }

  async function allHosts({ owner, shopId }: TestStore): Promise<Host[]> {
    const found: Host[] = [];
    for (let cursor: string | null = null; ;) {
      const page: OutputOf<'host.list'> = await owner.ok('host.list', { shopId, cursor });
      expect(page.hosts.length).toBeLessThanOrEqual(HOSTS_PER_PAGE);
      found.push(...page.hosts);
      if (page.cursor === null) return found;
      cursor = page.cursor;
    }
  }

  it.each([
    [1, 1, 1_200],
    [20, 20, 6_000],
    [MAX_HOSTS_OF_MINE, MAX_HOSTS_OF_MINE, 11_000],
    [MAX_HOSTS_OF_MINE + 1, 0, 1_000],
    [MAX_HOSTS, 0, 1_000],
  ])(
    'with %i of them bring %i, in less than %i bytes',
    async (hostCount, brought, limit) => {
      const store = await agencyWith(`agency-${String(hostCount)}`, hostCount);
      const { shops, bytes } = await mineOf(store.owner);
      console.log(`shop.mine at ${String(hostCount)} hosts: ${String(bytes)} bytes`);
      expect(shops[0]?.hosts).toHaveLength(brought);
      expect(shops[0]?.shop.hostCount).toBe(hostCount);
      expect(bytes).toBeLessThan(limit);
      const found = await allHosts(store);
      expect(new Set(found.map(({ name }) => name)).size).toBe(hostCount);
    },
    30_000,
  );

  it('come all or not at all, those of small stores first, however many stores there are', async () => {
    const person = 'works-for-many';
    const counts = [30, 3, 500, 8, 1];
    const shopIds = [];
    for (const count of counts) {
      const { shopId } = await agencyWith(`lender-${String(count)}`, count);
      await giveRole(cloud, { shopId, person, role: 'operator', joinedAt: NOW });
      shopIds.push(shopId);
    }
    const { shops } = await mineOf(callAs(cloud, person));
    const brought = shopIds.map((id) => shops.find(({ shop }) => shop.id === id)?.hosts.length);
    expect(brought).toEqual([0, 3, 0, 8, 1]);
  }, 30_000);

  it('are paged by a cursor that leads into no other store', async () => {
    const [store, other] = [await agencyWith('first', 101), await agencyWith('second', 101)];
    const { cursor } = await store.owner.ok('host.list', { shopId: store.shopId });
    const refused = await other.owner.refused('host.list', { shopId: other.shopId, cursor });
    expect(refused).toMatchObject({ code: 'invalid_input', fields: { cursor: 'bad_format' } });
  });
});
