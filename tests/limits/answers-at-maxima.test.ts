// Answers about stores and hosts that hold as much as the limits allow, in bytes: WeChat carries no
// answer above one megabyte, and a phone on a train should not wait for one of half of it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { OutputOf } from '../../src/contract/endpoints';
import { HOSTS_PER_PAGE } from '../../src/contract/host';
import { MAX_HOSTS_OF_MINE, type ShopWithHosts } from '../../src/contract/shop';
import { MAX_FACTS } from '../../src/domain/incentive/declarations';
import { MAX_ACCOUNTS, MAX_HOSTS, MAX_KEPT_HOSTS, MAX_SHOPS } from '../../src/domain/shop/shop';
import { buildPaid } from '../testkit/builders';
import { callAs } from '../testkit/cloud';
import { giveRole } from '../testkit/people';
import { NOW, openStore, progressOf, publish } from '../testkit/stores';
import { digits, everyPage, Kit } from './kit';

const MAX_ANSWER = 1_000_000;
const KIB = 1024;
/** Years with readings of every account. */
const YEARS = [2024, 2025, 2026];

const LONG_NAME = '直'.repeat(40);

function bytesOf(name: string, answer: unknown): number {
  const bytes = Buffer.byteLength(JSON.stringify(answer));
  console.log(`${name}: ${String(bytes)} bytes`);
  return bytes;
}

function factsOf(shopId: string) {
  return Array.from({ length: MAX_FACTS }, (_, index) => ({
    id: `${shopId}.dfact${digits(index)}`,
    fact: 'operating_revenue',
    value: 9_000_000_000_000,
    year: 2026,
    declaredAt: NOW,
    withdrawnAt: index === 0 ? null : NOW,
  }));
}

function accountsOf(shopId: string, hostId: string | null) {
  return Array.from({ length: MAX_ACCOUNTS }, (_, index) => ({
    id: `${shopId}.a${digits(index)}0000000`,
    platform: 'xiaohongshu',
    name: LONG_NAME,
    hostId,
    finderUserName: null,
    owners: [],
  }));
}

function followersOf(shopId: string) {
  const readings = (year: number) =>
    accountsOf(shopId, null).map(({ id: accountId, platform }, index) => [
      `a${digits(index)}0000000`,
      { accountId, platform, count: 100_000_000, readOn: `${String(year)}-11-20` },
    ]);
  return Object.fromEntries(YEARS.map((year) => [year, Object.fromEntries(readings(year))]));
}

describe('an answer at the limits', () => {
  let kit: Kit;

  beforeEach(async () => {
    kit = await Kit.open();
  });
  afterEach(() => kit.cloud.close());

  /** Fills a store with accounts, readings and statements, as many as it may have. */
  async function fill(shopId: string): Promise<void> {
    await kit.change('shops', shopId, {
      name: LONG_NAME,
      lineOfBusiness: 'mcn',
      accounts: accountsOf(shopId, null),
      followersByYear: followersOf(shopId),
      facts: factsOf(shopId),
    });
  }

  /** Copies of the store's host, with statements as many as they may have. */
  async function addHosts(count: number, fields: object = {}): Promise<void> {
    const { shopId, hostId } = kit.store;
    const doc = { ...kit.docOf('hosts', hostId), name: LONG_NAME, ...fields };
    await kit.copies('hosts', doc, count, (index) => ({ _id: `${shopId}.hcopy${digits(index)}` }));
    await kit.change('shops', shopId, { hostCount: count + 1 });
  }

  it('of one’s own stores comes in pages that each fit, with every store once', async () => {
    const person = 'works-everywhere';
    for (let index = 0; index < MAX_SHOPS; index += 1) {
      const { shopId } = await openStore(kit.cloud, `owner-${String(index)}`);
      await fill(shopId);
      await giveRole(kit.cloud, { shopId, person, role: 'operator', joinedAt: NOW });
    }
    const read = callAs(kit.cloud, person);
    const { items, pages } = await everyPage<ShopWithHosts>(async (cursor) => {
      const page: OutputOf<'shop.mine'> = await read.ok('shop.mine', { cursor });
      expect(bytesOf('shop.mine', page)).toBeLessThan(MAX_ANSWER);
      return { items: page.shops, cursor: page.cursor };
    });
    expect(new Set(items.map(({ shop }) => shop.id)).size).toBe(MAX_SHOPS);
    expect([items.length, pages > 1]).toEqual([MAX_SHOPS, true]);
  }, 60_000);

  it('of one’s own stores leaves out hosts of whom too much is on record', async () => {
    const { owner, shopId } = kit.store;
    await addHosts(MAX_HOSTS_OF_MINE - 1, { facts: factsOf(shopId) });
    const { shops } = await owner.ok('shop.mine', {});
    expect(bytesOf(`shop.mine, ${String(MAX_HOSTS_OF_MINE)} hosts`, shops)).toBeLessThan(20 * KIB);
    expect([shops[0]?.hosts.length, shops[0]?.shop.hostCount]).toEqual([0, MAX_HOSTS_OF_MINE]);
  });

  it('of the hosts of a store comes in pages that each fit, with every host once', async () => {
    const { owner, shopId } = kit.store;
    await addHosts(HOSTS_PER_PAGE - 1, { facts: factsOf(shopId) });
    const { items, pages } = await everyPage(async (cursor) => {
      const page = await owner.ok('host.list', { shopId, cursor });
      expect(bytesOf('host.list', page)).toBeLessThan(MAX_ANSWER);
      return { items: page.hosts, cursor: page.cursor };
    });
    expect(new Set(items.map(({ id }) => id)).size).toBe(HOSTS_PER_PAGE);
    expect([items.length, pages > 1]).toEqual([HOSTS_PER_PAGE, true]);
  });

  it('of a store’s public page is within 10 KiB, whatever hosts and accounts it has', async () => {
    const { shopId } = kit.store;
    await publish(kit.store);
    await fill(shopId);
    const hostNames = Array.from({ length: MAX_KEPT_HOSTS }, (_, index) => [
      `hcopy${digits(index)}`,
      LONG_NAME,
    ]);
    await kit.change('storefronts', shopId, { hostNames: Object.fromEntries(hostNames) });
    const page = await callAs(kit.cloud, 'viewer').ok('shop.view', { shopId });
    expect(bytesOf('shop.view', page)).toBeLessThan(10 * KIB);
    expect(page.shop.accountCount).toBe(MAX_ACCOUNTS);
  });

  it('of progress of a store with very many hosts is within 20 KiB beside the schemes', async () => {
    await addHosts(MAX_HOSTS - 1);
    await kit.change('shops', kit.store.shopId, { lineOfBusiness: 'mcn' });
    const { schemes } = await progressOf(kit.store);
    const knownRuleSets = schemes.map(({ ruleSetKey }) => ruleSetKey);
    const progress = await progressOf(kit.store, { knownRuleSets });
    expect(bytesOf('incentive.progress, 500 hosts', progress)).toBeLessThan(20 * KIB);
  });

  it('of progress stays small with every account and statement', async () => {
    await fill(kit.store.shopId);
    const progress = await progressOf(kit.store);
    expect(bytesOf('incentive.progress', progress)).toBeLessThan(200 * KIB);
    const earlier = await progressOf(kit.store, { asOf: '2026-11-23' });
    expect(bytesOf('incentive.progress, an earlier day', earlier)).toBeLessThan(200 * KIB);
  });

  it.each([
    ['who are present', MAX_HOSTS],
    ['whom a store may keep', MAX_KEPT_HOSTS],
  ])('of the ladder holds all hosts %s', async (_who, count) => {
    const { owner, shopId, hostId } = kit.store;
    const target = { of: 'day', bookedOn: '2026-11-20', accountId: null } as const;
    await owner.ok('sales.record', buildPaid(shopId, '', { target: { ...target, hostId } }));
    await kit.change('shops', shopId, { lineOfBusiness: 'mcn' });
    await addHosts(count - 1);
    await kit.copies(
      'year_totals',
      kit.docOf('year_totals', `${hostId}:2026`),
      count - 1,
      (index) => {
        const subjectId = `${shopId}.hcopy${digits(index)}`;
        return { _id: `${subjectId}:2026`, subjectId };
      },
    );
    const ladder = await owner.ok('incentive.hosts', { shopId, year: 2026, knownRuleSets: [] });
    expect(ladder.hosts).toHaveLength(count);
    const bytes = bytesOf(`incentive.hosts, ${String(count)} hosts`, ladder);
    expect(bytes).toBeLessThan(MAX_ANSWER);
  });
});
