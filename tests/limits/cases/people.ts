import { expect } from 'vitest';

import { MAX_READ } from '../../../cloud/database/database';
import { HOSTS_PER_PAGE } from '../../../src/contract/host';
import { MAX_FACTS } from '../../../src/domain/incentive/declarations';
import { MAX_HOST_SHOPS, MAX_HOSTS } from '../../../src/domain/shop/shop';
import { callAs } from '../../testkit/cloud';
import { NOW, progressOf } from '../../testkit/stores';
import { inviteHost } from '../../testkit/teams';
import { digits, everyPage, type Kit, type LimitCases } from '../kit';

const FACT = 'local_streamer';

/**
 * So many statements of a host about one fact that pages of them moved away, the first one last.
 * @returns how many there are, and the first one.
 */
async function manyFacts(kit: Kit, pages: number) {
  const { owner, shopId, hostId } = kit.store;
  const declare = () =>
    owner.ok('applicant.declare', { shopId, hostId, fact: FACT, value: true, year: null });
  const [first] = (await declare()).facts;
  if (first === undefined) throw new Error('nothing was declared');
  kit.cloud.setNow('2026-11-25T02:00:00.000Z');
  for (let count = 0; count < 2; count += 1) await declare();
  const [fact] = kit.docOf('hosts', hostId)['facts'] as (typeof first)[];
  const kept = Array.from({ length: MAX_FACTS - 3 }, (_, index) => ({
    ...first,
    id: `${shopId}.dkept${digits(index)}`,
    withdrawnAt: '2026-11-25T02:00:00.000Z',
  }));
  const facts = kit.docOf('hosts', hostId)['facts'] as object[];
  await kit.change('hosts', hostId, { facts: [...facts, ...kept] });
  // Withdrawn ones move with the next statement.
  await declare();
  const [page] = kit.cloud.database.readAll('older_facts');
  if (page === undefined) throw new Error('no page moved');
  const { facts: moved } = page as { facts: object[] };
  expect([moved.length, fact?.id]).toEqual([100, first.id]);
  await kit.copies('older_facts', page, pages - 1, (index) => ({
    _id: `${shopId}.dcopy${digits(index)}`,
    movedAt: `2026-11-25T01:00:00.${digits(index).slice(-3)}Z`,
    facts: [{ ...first, id: `${shopId}.dcopy${digits(index)}`, withdrawnAt: NOW }],
  }));
  return { shopId, hostId, first, count: MAX_FACTS + 1 + pages - 1 };
}

/** Limits of reads of people, their stores and the schemes. */
export const PEOPLE = {
  ruleSets: {
    from: 'rule_sets',
    async pass(kit) {
      const before = await progressOf(kit.store);
      const first = kit.docOf('rule_sets', 'huadu-2020.v3');
      const ruleSet = first['ruleSet'] as object;
      const version = (index: number) => ({
        _id: `other.v${digits(index)}`,
        isCurrent: true,
        publishedAt: `2026-11-24T01:${String(index % 60).padStart(2, '0')}:00.000Z`,
        ruleSet: { ...ruleSet, ruleSetId: 'other', version: index + 1 },
      });
      await kit.copies('rule_sets', first, 101, version);
      // The schemes that were published before all of these are still answered with.
      const keysOf = ({ schemes }: { schemes: readonly { ruleSetKey: string }[] }) =>
        schemes.map(({ ruleSetKey }) => ruleSetKey);
      expect(keysOf(await progressOf(kit.store))).toEqual(expect.arrayContaining(keysOf(before)));
      kit.cloud.setNow('2026-11-26T02:00:00.000Z');
      const past = await progressOf(kit.store, { asOf: '2026-11-24' });
      expect(keysOf(past)).toEqual(expect.arrayContaining(keysOf(before)));
      expect(keysOf(past)).toContain('other.v101');
    },
  },
  shopsOfHost: {
    from: 'hosts',
    async pass(kit) {
      const { owner, shopId, hostId } = kit.store;
      const host = callAs(kit.cloud, 'host');
      const { personId: _nobody, ...doc } = kit.docOf('hosts', hostId);
      const shop = kit.docOf('shops', shopId);
      const shopOf = (index: number): string => `scopy000${digits(index)}`;
      const count = MAX_HOST_SHOPS;
      await kit.copies('shops', shop, count, (index) => ({ _id: shopOf(index) }));
      await kit.copies('hosts', doc, count, (index) => {
        const shopIdOfCopy = shopOf(index);
        return { _id: `${shopIdOfCopy}.hself`, shopId: shopIdOfCopy, personId: 'host' };
      });
      const hostIds = Array.from({ length: count }, (_, index) => `${shopOf(index)}.hself`);
      const person = { seats: {}, hostIds, verifier: null, unchecked: [], reports: null };
      await kit.cloud.database.put('people', 'host', person);
      const invitation = await inviteHost({ owner, shopId, hostId });
      const limit = { code: 'limit_reached', info: { limit: MAX_HOST_SHOPS } };
      expect(await host.refused('team.join', invitation)).toMatchObject(limit);
      const { places } = await host.ok('incentive.mine', { year: 2026, knownRuleSets: [] });
      expect(places).toHaveLength(MAX_HOST_SHOPS);
    },
  },
  hostsOfShops: {
    from: 'hosts',
    async pass(kit) {
      const { owner, shopId, hostId } = kit.store;
      const doc = kit.docOf('hosts', hostId);
      await kit.copies('hosts', doc, MAX_READ, (index) => ({
        _id: `${shopId}.hcopy${digits(index)}`,
        isRetired: index >= MAX_HOSTS,
      }));
      await kit.change('shops', shopId, { hostCount: MAX_READ + 1 });
      const ladder = { shopId, year: 2026, knownRuleSets: [] };
      const { hosts } = await owner.ok('incentive.hosts', ladder);
      expect(new Set(hosts.map(({ hostId: id }) => id)).size).toBe(MAX_READ + 1);
    },
  },
  hostsOfShop: {
    from: 'hosts',
    async pass(kit) {
      const { owner, shopId, hostId } = kit.store;
      const doc = kit.docOf('hosts', hostId);
      await kit.copies('hosts', doc, HOSTS_PER_PAGE, (index) => ({
        _id: `${shopId}.hcopy${digits(index)}`,
      }));
      const first = await owner.ok('host.list', { shopId });
      const rest = await owner.ok('host.list', { shopId, cursor: first.cursor });
      const ids = [...first.hosts, ...rest.hosts].map(({ id }) => id);
      expect([first.hosts.length, rest.hosts.length]).toEqual([HOSTS_PER_PAGE, 1]);
      expect([new Set(ids).size, rest.cursor]).toEqual([HOSTS_PER_PAGE + 1, null]);
    },
  },
  olderFacts: {
    from: 'older_facts',
    async pass(kit) {
      const { owner } = kit.store;
      const { shopId, hostId, count } = await manyFacts(kit, 2);
      const asked = { shopId, hostId, year: 2026, metric: FACT, month: null };
      const { items } = await everyPage<object>(async (cursor) => {
        const { leaves, cursor: next } = await owner.ok('incentive.explain', { ...asked, cursor });
        return { items: leaves.items, cursor: next };
      });
      expect(items).toHaveLength(count);
    },
  },
  factsMovedSince: {
    from: 'older_facts',
    async pass(kit) {
      const { shopId, hostId, first } = await manyFacts(kit, 11);
      kit.cloud.setNow('2026-11-26T02:00:00.000Z');
      const { facts } = await progressOf(kit.store, { hostId, asOf: '2026-11-24' });
      // The one that held at the end of that day has moved away since.
      expect(facts.map(({ id }) => id)).toContain(first.id);
      expect(first.id).toMatch(shopId);
    },
  },
} satisfies LimitCases;
