// A person joins as a host of several stores, and sees what they sold in those that agree.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { salesAward, standingOn } from '../../src/domain/incentive/standing';
import { buildPaid } from '../testkit/builders';
import { callAs, startTestCloud, type TestCaller } from '../testkit/cloud';
import { everythingIn, NOW, openStore, type TestStore } from '../testkit/stores';
import { inviteHost } from '../testkit/teams';

const WAN = 1_000_000;
const DAY = '2026-11-20';

describe('a linked host', () => {
  let cloud: LocalCloud;
  let host: TestCaller;
  const stores: TestStore[] = [];
  const mine = () => host.ok('incentive.mine', { year: 2026, knownRuleSets: [] });

  const sell = async ({ owner, shopId, hostId, accountId }: TestStore, fen: number) => {
    const target = { of: 'day', bookedOn: DAY, hostId, accountId } as const;
    await owner.ok('sales.record', buildPaid(shopId, '', { target, amountFen: fen }));
  };
  const read = ({ owner, shopId, accountId }: TestStore, count: number) =>
    owner.ok('applicant.recordFollowers', { shopId, accountId, count, readOn: DAY });

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    host = callAs(cloud, 'the-host');
    for (const owner of ['first', 'second', 'third']) stores.push(await openStore(cloud, owner));
    for (const [index, store] of stores.entries()) {
      await sell(store, (index + 6) * 100 * WAN);
      await read(store, 300_000 * (index + 1));
    }
  });
  afterAll(() => cloud.close());

  it('sees an empty list before joining any store', async () => {
    expect(await mine()).toMatchObject({ places: [], net: null, schemes: [{}] });
  });

  it('sees the invitation and joins, after which the code is not valid any more', async () => {
    const [first] = stores;
    const join = await inviteHost(first as TestStore, true);
    const { code } = join;
    const invited = await host.ok('team.invitation', { code });
    const { shopId, hostId } = first as TestStore;
    expect(invited).toMatchObject({ shopId, hostId, role: 'host', yourRole: null });
    await host.ok('team.join', join);
    const another = callAs(cloud, 'another');
    expect((await another.refused('team.invitation', { code })).code).toBe('not_found');
    expect((await another.refused('team.join', join)).code).toBe('not_found');
  });

  it('sees the sum over the stores that share it; the other is listed without a sum', async () => {
    for (const [index, store] of stores.entries()) {
      if (index > 0) await host.ok('team.join', await inviteHost(store, index === 1));
    }
    const { places, net, schemes } = await mine();
    expect(places.map(({ isSharingSums, net: own }) => [isSharingSums, own?.low ?? null])).toEqual([
      [true, 600 * WAN],
      [true, 700 * WAN],
      [false, null],
    ]);
    expect(net).toEqual({ low: 1300 * WAN, high: 1300 * WAN });
    const [tier] = schemes[0]?.progress.awards[0]?.tiers ?? [];
    // 13 million in both, and 600,000 followers of the larger account; the third store shares nothing.
    expect(tier?.byFigures).toBe('met');
    expect(tier?.conditions.map(({ low }) => low)).toEqual([1300 * WAN, 600_000]);
  });

  it('sees the sums of a store only while it shares them', async () => {
    const third = stores[2] as TestStore;
    const { owner, hostId } = third;
    const share = (isSharingSums: boolean) => owner.ok('host.share', { hostId, isSharingSums });
    expect((await share(true)).host.isLinked).toBe(true);
    expect((await mine()).net?.low).toBe(2100 * WAN);
    await share(false);
    expect((await mine()).net?.low).toBe(1300 * WAN);
  });

  it('has no answer to a fact that two stores state differently', async () => {
    for (const [index, { owner, shopId, hostId }] of stores.slice(0, 2).entries()) {
      const fact = { fact: 'local_streamer' as const, value: index === 0, year: null };
      await owner.ok('applicant.declare', { shopId, hostId, ...fact });
    }
    const { schemes } = await mine();
    const confirms = schemes[0]?.progress.awards[0]?.tiers[0]?.toConfirm ?? [];
    expect(confirms.find(({ fact }) => fact === 'local_streamer')?.state).toBe('unanswered');
  });

  it('is unlinked by the host or by the store, and by no other person', async () => {
    const [first, second] = stores as [TestStore, TestStore];
    const before = everythingIn(cloud);
    const refused = await second.owner.refused('host.unlink', { hostId: first.hostId });
    expect(refused.code).toBe('not_found');
    expect(everythingIn(cloud)).toEqual(before);
    await host.ok('host.unlink', { hostId: first.hostId });
    await second.owner.ok('host.unlink', { hostId: second.hostId });
    expect((await mine()).places).toHaveLength(1);
    const ledger = { shopId: first.shopId, sessionId: null, month: null, cursor: null };
    expect((await first.owner.ok('sales.ledger', ledger)).items).toHaveLength(1);
  });

  it('is the only one of three people who use a code at the same time', async () => {
    const join = await inviteHost(stores[0] as TestStore, true);
    const phones = ['phone-a', 'phone-b', 'phone-c'].map((person) =>
      callAs(cloud, person).raw('team.join', join, `key-of-${person}`),
    );
    const answers = await Promise.all(phones);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('cannot be two hosts of one store, nor use an expired code', async () => {
    const [first, second] = stores as [TestStore, TestStore];
    const newcomer = callAs(cloud, 'newcomer');
    await newcomer.ok('team.join', await inviteHost(second, true));
    const { shopId } = second;
    const { host: other } = await second.owner.ok('host.add', {
      shopId,
      name: '乙',
      account: null,
    });
    const twice = await inviteHost({ ...second, hostId: other.id }, true);
    expect((await newcomer.refused('team.join', twice)).code).toBe('limit_reached');
    await first.owner.ok('host.unlink', { hostId: first.hostId });
    const old = await inviteHost(first, true);
    cloud.setNow('2026-11-28T00:00:00.000Z');
    expect((await newcomer.refused('team.join', old)).code).toBe('not_found');
    expect((await newcomer.refused('team.invitation', { code: old.code })).code).toBe('not_found');
    cloud.setNow(NOW);
  });

  it('is not identified in any answer', async () => {
    const { owner, shopId } = stores[2] as TestStore;
    const text = JSON.stringify([await owner.ok('host.list', { shopId }), await mine()]);
    expect(text).not.toMatch(/the-host|personId|inviteCode/);
  });
});

describe('the hosts of a store on the ladder', () => {
  it('are listed nearest to the next tier first, whatever blocks it, then without a record', async () => {
    const cloud = await startTestCloud();
    cloud.setNow(NOW);
    const store = await openStore(cloud, 'mcn', { lineOfBusiness: 'mcn' });
    const { owner, shopId } = store;
    const sold = { 远: 300, 近: 950, 顶: 6000, 无: 0 };
    for (const [name, wan] of Object.entries(sold)) {
      const { host } = await owner.ok('host.add', { shopId, name, account: null });
      const target = { of: 'day', bookedOn: DAY, hostId: host.id, accountId: null } as const;
      const paid = buildPaid(shopId, '', { target, amountFen: wan * WAN });
      if (wan > 0) await owner.ok('sales.record', paid);
    }
    const asked = { shopId, year: 2026, knownRuleSets: [] };
    const { hosts, ladder, ruleSets } = await owner.ok('incentive.hosts', asked);
    expect(hosts.map(({ name }) => name).filter((name) => name in sold)).toEqual([
      '顶',
      '近',
      '远',
      '无',
    ]);
    const near = hosts.find(({ name }) => name === '近');
    expect(near).toMatchObject({
      net: { low: 950 * WAN },
      gapFen: 50 * WAN + 1,
      reachedTierId: null,
    });
    expect(near?.missing).toEqual(['no_follower_reading']);
    // The row's blocker is that of the host's own progress: the amount, or the unread followers.
    for (const { hostId, standing } of hosts) {
      const own = await owner.ok('incentive.progress', { ...asked, hostId, asOf: null });
      const award = salesAward(own.schemes[0]?.progress ?? null);
      expect(award && standingOn(award)).toMatchObject(standing);
    }
    expect(ladder).toEqual({ ruleSetKey: 'huadu-2020.v3', awardId: 'HD-ANCHOR' });
    expect(ruleSets).toHaveLength(1);
    // How much may still be returned is unknown for the store as a whole: null, not 0.
    const whole = await owner.ok('incentive.progress', { ...asked, hostId: null, asOf: null });
    expect(whole.sums?.exactNetFen).toBe(7250 * WAN);
    expect(whole).toMatchObject({ settlement: null, path: null });
    await cloud.close();
  });
});
