// A store with turnover: those who left stay on record and take no one's place.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud, WireCall } from 'local-cloud';
import type { CallAnswer } from '../../src/contract/envelope';
import { MAX_HOSTS, MAX_KEPT_HOSTS } from '../../src/domain/shop/shop';
import { startTestCloud } from '../testkit/cloud';
import { NOW, openStore, type TestStore } from '../testkit/stores';

const FULL = { code: 'limit_reached', info: { limit: MAX_HOSTS } };

describe('hosts who left', () => {
  let cloud: LocalCloud;
  let wire: WireCall[] = [];

  beforeAll(async () => {
    cloud = await startTestCloud({ workers: 4, onWire: (call) => wire.push(call) });
    cloud.setNow(NOW);
  });
  afterAll(() => cloud.close());

  const idOf = ({ shopId }: TestStore, index: number): string =>
    `${shopId}.h${String(index).padStart(12, '0')}`;
  const put = async (store: TestStore, index: number, isRetired: boolean): Promise<void> => {
    const [doc] = cloud.database.find('hosts', { _id: idOf(store, index) });
    await cloud.database.put('hosts', idOf(store, index), { ...doc, isRetired });
  };

  /** An agency that keeps so many hosts, of whom the last ones have left. */
  async function agency(name: string, kept: number, left: number): Promise<TestStore> {
    const store = await openStore(cloud, name, { lineOfBusiness: 'mcn' });
    const { owner, shopId } = store;
    const { host } = await owner.ok('host.add', { shopId, name: '样本', account: null });
    const [doc] = cloud.database.find('hosts', { _id: host.id });
    const copies = Array.from({ length: kept - 1 }, (_, index) => ({
      ...doc,
      _id: idOf(store, index),
      isRetired: index >= kept - 1 - left,
    }));
    await cloud.database.insert('hosts', copies);
    const [shop] = cloud.database.find('shops', { _id: shopId });
    await cloud.database.put('shops', shopId, { ...shop, hostCount: kept });
    return store;
  }

  const add = ({ owner, shopId }: TestStore, name = '新主播') =>
    owner.raw('host.add', { shopId, name, account: null });
  const comeBack = ({ owner }: TestStore, hostId: string) =>
    owner.raw('host.retire', { hostId, version: 1, isRetired: false });
  const errorOf = (answer: CallAnswer<unknown>) => (answer.ok ? 'ok' : answer.error);
  const present = ({ shopId }: TestStore): number =>
    cloud.database.find('hosts', { shopId, isRetired: false }).length;

  it('do not count: a full store takes one for each of them, and no more', async () => {
    const store = await agency('turnover', MAX_HOSTS, 0);
    expect(errorOf(await add(store))).toMatchObject(FULL);
    await store.owner.ok('host.retire', { hostId: idOf(store, 0), version: 1, isRetired: true });
    expect(errorOf(await add(store))).toBe('ok');
    expect(errorOf(await add(store))).toMatchObject(FULL);
    expect(present(store)).toBe(MAX_HOSTS);
  });

  it('come back only while there is room', async () => {
    const store = await agency('coming-back', MAX_HOSTS + 1, 1);
    const away = idOf(store, MAX_HOSTS - 1);
    expect(errorOf(await comeBack(store, away))).toMatchObject(FULL);
    await store.owner.ok('host.retire', { hostId: idOf(store, 0), version: 1, isRetired: true });
    expect(errorOf(await comeBack(store, away))).toBe('ok');
    expect(present(store)).toBe(MAX_HOSTS);
  });

  it(`stay on record until a store keeps ${String(MAX_KEPT_HOSTS)} of them`, async () => {
    const store = await agency('many-years', MAX_KEPT_HOSTS - 1, MAX_KEPT_HOSTS - 10);
    expect(errorOf(await add(store))).toBe('ok');
    const limit = { code: 'limit_reached', info: { limit: MAX_KEPT_HOSTS } };
    expect(errorOf(await add(store))).toMatchObject(limit);
    // One who is kept can still come back.
    expect(errorOf(await comeBack(store, idOf(store, MAX_KEPT_HOSTS - 3)))).toBe('ok');
  });

  it('never give one place to two who come at once', async () => {
    const store = await agency('at-once', MAX_HOSTS + 3, 4);
    const away = [1, 2, 3].map((back) => idOf(store, MAX_HOSTS + 2 - back));
    const outcomes = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      const before = present(store);
      const answers = await Promise.all([
        add(store, `新主播 ${String(round)}`),
        ...away.map((id) => comeBack(store, id)),
      ]);
      outcomes.add(answers.map((a) => (a.ok ? 'ok' : a.error.code)).join(' '));
      expect(present(store)).toBeLessThanOrEqual(MAX_HOSTS);
      // Room for one again, and those who came back are away again.
      for (const id of away) await cloud.database.put('hosts', id, { ...hostDoc(id), ...AWAY });
      for (let index = 0; present(store) >= before; index += 1) await put(store, index, true);
    }
    console.log([...outcomes].sort().join('; '));
  }, 60_000);

  const AWAY = { isRetired: true, version: 1 };
  const hostDoc = (id: string) => cloud.database.find('hosts', { _id: id })[0];

  it('cost a store with room no call', async () => {
    const store = await agency('small', 40, 10);
    wire = [];
    await comeBack(store, idOf(store, 38));
    expect(wire.filter(({ collection }) => collection === 'hosts')).toHaveLength(2);
    expect(wire.filter(({ collection }) => collection === 'shops')).toHaveLength(0);
  });
});
