import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { MAX_PUBLIC_ACCOUNTS } from '../../src/contract/public';
import { MAX_ACCOUNTS } from '../../src/domain/shop/shop';
import { sendable } from '../../src/stores/drafts/sendable-edit';
import { callAs, startTestCloud } from '../testkit/cloud';
import {
  buildEdit,
  everythingIn,
  NOW,
  openStore,
  publish,
  type TestStore,
  versionOf,
} from '../testkit/stores';

describe('the accounts of a store', () => {
  let cloud: LocalCloud;
  let store: TestStore;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner', { lineOfBusiness: 'mcn', legalForm: 'company' });
  });
  afterAll(() => cloud.close());

  function newAccounts(count: number, from = 0) {
    return Array.from({ length: count }, (_, index) => ({
      id: null,
      platform: 'douyin' as const,
      name: `号${String(from + index)}`,
      hostId: null,
    }));
  }

  async function shopOf() {
    const { shops } = await store.owner.ok('shop.mine', {});
    const [own] = shops;
    if (own === undefined) throw new Error('the store is missing');
    return own.shop;
  }

  it('are at most 530, and an edit of all of them can be sent', async () => {
    // The edit leaves out the first account, which is kept.
    const edit = buildEdit(store, await versionOf(store), {
      accounts: newAccounts(MAX_ACCOUNTS - 1),
    });
    const { shop } = await store.owner.ok('shop.update', edit);
    expect(shop.accounts).toHaveLength(MAX_ACCOUNTS);
    const all = { accounts: [...shop.accounts], intro: '改了简介' };
    const edited = await store.owner.ok('shop.update', buildEdit(store, shop.version, all));
    expect(edited.shop).toMatchObject({ intro: '改了简介', accounts: shop.accounts });
  });

  it('can be edited with the longest names, of which only changed ones are sent', async () => {
    const long = (index: number) => `${String(index).padStart(4, '0')}${'号'.repeat(36)}`;
    const [doc] = cloud.database.find('shops', { _id: store.shopId });
    const stored = (doc?.['accounts'] as object[]).map((account, index) => ({
      ...account,
      name: long(index),
    }));
    await cloud.database.put('shops', store.shopId, { ...doc, accounts: stored });
    const shop = await shopOf();
    const edited = { accounts: [...shop.accounts], intro: '又改了简介' };
    const edit = buildEdit(store, shop.version, edited);
    const sent = sendable(edit, shop);
    expect(sent.accounts).toHaveLength(1);
    const { shop: after } = await store.owner.ok('shop.update', sent);
    expect(after).toMatchObject({ intro: '又改了简介', accounts: shop.accounts });
    const renamed = shop.accounts.map((account, index) =>
      index === 7 ? { ...account, name: '改名' } : account,
    );
    const rename = sendable(buildEdit(store, after.version, { accounts: renamed }), after);
    expect(rename.accounts).toEqual([renamed[7]]);
    expect((await store.owner.ok('shop.update', rename)).shop.accounts).toEqual(renamed);
  });

  it('grow no further, by an edit or by a host, and the store stays open', async () => {
    const before = everythingIn(cloud);
    const limit = { code: 'limit_reached', info: { limit: MAX_ACCOUNTS } };
    const edit = buildEdit(store, await versionOf(store), {
      accounts: newAccounts(1, MAX_ACCOUNTS),
    });
    expect(await store.owner.refused('shop.update', edit)).toMatchObject(limit);
    const account = { platform: 'douyin' as const, name: '新主播的号' };
    const host = { shopId: store.shopId, name: '新主播', account };
    expect(await store.owner.refused('host.add', host)).toMatchObject(limit);
    expect(everythingIn(cloud)).toEqual(before);
    await store.owner.ok('host.add', { ...host, account: null });
  });

  it.each([
    [MAX_PUBLIC_ACCOUNTS, MAX_PUBLIC_ACCOUNTS],
    [MAX_PUBLIC_ACCOUNTS + 1, MAX_PUBLIC_ACCOUNTS],
  ])(
    'of %i, public pages name %i, the store’s own first, and say how many',
    async (count, named) => {
      const other = await openStore(cloud, `owner-of-${String(count)}`);
      await publish(other);
      const [doc] = cloud.database.find('shops', { _id: other.shopId });
      const accounts = newAccounts(count).map((account, index) => ({
        ...account,
        id: `${other.shopId}.a${String(index)}`,
        hostId: index < 5 ? other.hostId : null,
        finderUserName: null,
        owners: [],
      }));
      await cloud.database.put('shops', other.shopId, { ...doc, accounts });
      const { shop } = await callAs(cloud, 'viewer').ok('shop.view', { shopId: other.shopId });
      expect(shop.accountCount).toBe(count);
      expect(shop.accounts).toHaveLength(named);
      expect(shop.accounts[0]?.name).toBe('号5');
    },
  );
});
