import { expect } from 'vitest';

import { MAX_HOST_SHOPS, MAX_HOSTS } from '../../../src/domain/shop/shop';
import { callAs } from '../../testkit/cloud';
import { NOW, progressOf } from '../../testkit/stores';
import { change, copies, digits, docOf, type LimitCase, type LimitName } from '../kit';

/** Limits of reads of people, their stores and the schemes. */
export const PEOPLE = {
  ruleSets: {
    from: 'rule_sets',
    async pass(kit) {
      const before = await progressOf(kit.store);
      const first = docOf(kit, 'rule_sets', 'huadu-2020.v3');
      const ruleSet = first['ruleSet'] as object;
      const version = (index: number) => ({
        _id: `other.v${digits(index)}`,
        isCurrent: true,
        publishedAt: `2026-11-24T01:${String(index % 60).padStart(2, '0')}:00.000Z`,
        ruleSet: { ...ruleSet, ruleSetId: 'other', version: index + 1 },
      });
      await copies(kit, 'rule_sets', first, 101, version);
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
      const { personId: _nobody, ...doc } = docOf(kit, 'hosts', hostId);
      const shop = docOf(kit, 'shops', shopId);
      const shopOf = (index: number): string => `scopy000${digits(index)}`;
      const count = MAX_HOST_SHOPS;
      await copies(kit, 'shops', shop, count, (index) => ({ _id: shopOf(index) }));
      await copies(kit, 'hosts', doc, count, (index) => {
        const shopIdOfCopy = shopOf(index);
        return { _id: `${shopIdOfCopy}.hself`, shopId: shopIdOfCopy, personId: 'host' };
      });
      const hostIds = Array.from({ length: count }, (_, index) => `${shopOf(index)}.hself`);
      await kit.cloud.database.put('people', 'host', { seats: {}, hostIds });
      const { host: invited } = await owner.ok('host.invite', {
        shopId,
        hostId,
        isSharingSums: true,
      });
      const code = docOf(kit, 'hosts', invited.id)['inviteCode'];
      const limit = { code: 'limit_reached', info: { limit: MAX_HOST_SHOPS } };
      expect(await host.refused('host.join', { hostId, code })).toMatchObject(limit);
      const { places } = await host.ok('incentive.mine', { year: 2026, knownRuleSets: [] });
      expect(places).toHaveLength(MAX_HOST_SHOPS);
    },
  },
  hostsOfShops: {
    from: 'hosts',
    // A store has fewer hosts than a read returns: one more is refused.
    reaches: MAX_HOSTS,
    async pass(kit) {
      const { owner, shopId, hostId } = kit.store;
      const doc = docOf(kit, 'hosts', hostId);
      await copies(kit, 'hosts', doc, MAX_HOSTS - 1, (index) => ({
        _id: `${shopId}.hcopy${digits(index)}`,
        addedAt: NOW,
      }));
      await change(kit, 'shops', shopId, { hostCount: MAX_HOSTS });
      const limit = { code: 'limit_reached', info: { limit: MAX_HOSTS } };
      const added = { shopId, name: '再一位', account: null };
      expect(await owner.refused('host.add', added)).toMatchObject(limit);
      expect((await owner.ok('host.list', { shopId })).hosts).toHaveLength(MAX_HOSTS);
    },
  },
} satisfies Partial<Record<LimitName, LimitCase>>;
