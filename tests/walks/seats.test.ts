// How many stores a person has, and of which hosts they are, is decided in the transaction.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { OutputOf } from '../../src/contract/endpoints';
import type { CallAnswer } from '../../src/contract/envelope';
import { MAX_HOST_SHOPS, MAX_SHOPS } from '../../src/domain/shop/shop';
import { buildPlan, buildRegistration } from '../testkit/builders';
import { startChildCloud } from '../testkit/child-cloud';
import { callAs, newKey, startTestCloud, type TestCaller } from '../testkit/cloud';
import { giveRole } from '../testkit/people';
import { NOW, openStore, type TestStore } from '../testkit/stores';
import { inviteHost } from '../testkit/teams';

type Registered = OutputOf<'shop.register'>;

function codesOf(answers: readonly CallAnswer<unknown>[]): string[] {
  return answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort();
}

function repeat<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_value, index) => make(index)));
}

async function shopIdsOf(person: TestCaller): Promise<string[]> {
  return (await person.ok('shop.mine', {})).shops.map(({ shop }) => shop.id).sort();
}

/** A new host of a store, with an invitation to be them. */
async function invited({ owner, shopId }: TestStore, name: string) {
  const { host } = await owner.ok('host.add', { shopId, name, account: null });
  const join = await inviteHost({ owner, shopId, hostId: host.id });
  return { hostId: host.id, join };
}

describe('the places of a person', () => {
  let cloud: LocalCloud;

  beforeAll(async () => {
    cloud = await startTestCloud({ workers: 4 });
    cloud.setNow(NOW);
  });
  afterAll(() => cloud.close());

  const linkedTo = (person: string) => cloud.database.find('hosts', { personId: person });

  it('are twenty stores at most, of sixty that are registered at once', async () => {
    const eager = callAs(cloud, 'eager');
    const answers = await repeat(60, () => eager.raw('shop.register', buildRegistration()));
    const accepted = answers.flatMap((answer) =>
      answer.ok ? [(answer.data as Registered).shop.id] : [],
    );
    for (const code of codesOf(answers)) expect(['ok', 'limit_reached', 'busy']).toContain(code);
    // Refused ones left nothing, accepted ones are visible.
    expect(await shopIdsOf(eager)).toEqual(accepted.sort());
    expect(cloud.database.readAll('shops')).toHaveLength(accepted.length);
    for (let count = accepted.length; count < MAX_SHOPS; count += 1) {
      await eager.ok('shop.register', buildRegistration());
    }
    const refused = await eager.refused('shop.register', buildRegistration());
    expect(refused).toMatchObject({ code: 'limit_reached', info: { limit: MAX_SHOPS } });
    expect(await shopIdsOf(eager)).toHaveLength(MAX_SHOPS);
  }, 120_000);

  it('are one more in the last room, of two stores that are registered at once', async () => {
    const person = callAs(cloud, 'nearly-full');
    for (let count = 1; count < MAX_SHOPS; count += 1) {
      const shopId = `sfilled${String(count).padStart(5, '0')}`;
      await giveRole(cloud, { shopId, person: 'nearly-full', role: 'operator', joinedAt: NOW });
    }
    const key = newKey();
    const answers = await Promise.all([
      person.raw('shop.register', buildRegistration(), key),
      person.raw('shop.register', buildRegistration()),
    ]);
    expect(codesOf(answers)).toEqual(['limit_reached', 'ok']);
    // A repeat of the one that was accepted is not refused although all places are taken.
    const [first] = answers;
    if (first?.ok)
      expect(await person.ok('shop.register', buildRegistration(), key)).toEqual(first.data);
  });

  it('of earlier data are all visible and usable, beyond the limit too', async () => {
    const person = 'has-23';
    for (let index = 0; index < MAX_SHOPS + 3; index += 1) {
      const { shopId } = await openStore(cloud, `lender-${String(index)}`);
      await giveRole(cloud, { shopId, person, role: 'operator', joinedAt: NOW });
    }
    const shopIds = await shopIdsOf(callAs(cloud, person));
    expect(shopIds).toHaveLength(MAX_SHOPS + 3);
    for (const shopId of shopIds) {
      await callAs(cloud, person).ok('liveSession.schedule', buildPlan({ shopId }));
    }
    expect((await callAs(cloud, person).refused('shop.register', buildRegistration())).code).toBe(
      'limit_reached',
    );
  }, 60_000);

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'are one host of a store, with two codes at once (round %i)',
    async (round) => {
      const store = await openStore(cloud, `agency-${String(round)}`, { lineOfBusiness: 'mcn' });
      const person = `two-codes-${String(round)}`;
      const codes = [await invited(store, '甲'), await invited(store, '乙')];
      const answers = await Promise.all(
        codes.map((code) => callAs(cloud, person).raw('team.join', code.join)),
      );
      expect(codesOf(answers)).toEqual(['limit_reached', 'ok']);
      expect(linkedTo(person)).toHaveLength(1);
      const { places } = await callAs(cloud, person).ok('incentive.mine', {
        year: 2026,
        knownRuleSets: [],
      });
      expect(places).toHaveLength(1);
    },
  );

  it('stay one host of a store while they join, leave and join at once', async () => {
    const store = await openStore(cloud, 'busy-agency', { lineOfBusiness: 'mcn' });
    const person = 'comes-and-goes';
    const caller = callAs(cloud, person);
    for (let round = 0; round < 5; round += 1) {
      const [first, second] = [await invited(store, '先'), await invited(store, '后')];
      await caller.ok('team.join', first.join);
      const answers = await Promise.all([
        caller.raw('host.unlink', { hostId: first.hostId }),
        caller.raw('team.join', second.join),
        caller.raw('team.join', second.join, newKey()),
        store.owner.raw('host.unlink', { hostId: first.hostId }),
      ]);
      expect(codesOf(answers)).not.toContain('internal');
      const linked = linkedTo(person).map(({ _id }) => _id);
      const hasJoined = answers[1]?.ok === true || answers[2]?.ok === true;
      expect(linked).toEqual(hasJoined ? [second.hostId] : []);
      if (hasJoined) await caller.ok('host.unlink', { hostId: second.hostId });
    }
  });

  it('are free again for a store that unlinked them, as the same host or another', async () => {
    const store = await openStore(cloud, 'forgiving', { lineOfBusiness: 'mcn' });
    const { hostId, join: first } = await invited(store, '老');
    const person = callAs(cloud, 'returns');
    await person.ok('team.join', first);
    await store.owner.ok('host.unlink', { hostId });
    await person.ok('team.join', await inviteHost({ ...store, hostId }));
    await store.owner.ok('host.unlink', { hostId });
    await person.ok('team.join', (await invited(store, '新')).join);
    expect(linkedTo('returns')).toHaveLength(1);
    const [{ hostIds } = {}] = cloud.database.find('people', { _id: 'returns' });
    expect(hostIds).toEqual(linkedTo('returns').map(({ _id }) => _id));
  });

  it('are hosts of a hundred stores at most; one that a store took back makes room', async () => {
    const person = 'everywhere';
    const template = cloud.database.readAll('hosts')[0];
    const hostIds: string[] = [];
    for (let index = 0; index < MAX_HOST_SHOPS; index += 1) {
      const shopId = `sfull${String(index).padStart(7, '0')}`;
      const hostId = `${shopId}.hself`;
      const { _id, ...host } = { ...template, _id: hostId, shopId, personId: person };
      await cloud.database.put('hosts', _id, host);
      hostIds.push(hostId);
    }
    const kept = { seats: {}, hostIds, verifier: null, unchecked: [], reports: null };
    await cloud.database.put('people', person, kept);
    const store = await openStore(cloud, 'one-too-many');
    const last = await inviteHost(store);
    const refused = await callAs(cloud, person).refused('team.join', last);
    expect(refused).toMatchObject({ code: 'limit_reached', info: { limit: MAX_HOST_SHOPS } });
    const [, taken = ''] = hostIds;
    const [{ _id: _taken, ...left } = { _id: '' }] = cloud.database.find('hosts', { _id: taken });
    await cloud.database.put('hosts', taken, { ...left, personId: null });
    await callAs(cloud, person).ok('team.join', last);
    expect(linkedTo(person)).toHaveLength(MAX_HOST_SHOPS);
  }, 60_000);

  it('are named by no answer to another person, whatever code or host they try', async () => {
    const [store, other] = [await openStore(cloud, 'strict'), await openStore(cloud, 'strict-too')];
    const { code } = await inviteHost(store);
    const stranger = callAs(cloud, 'guesses');
    for (const [shopId, tried] of [
      [other.shopId, code],
      [store.shopId, 'nobodyscode0'],
    ]) {
      const refused = await stranger.refused('team.join', { shopId, code: tried });
      expect(refused.code).toBe('not_found');
    }
    expect(linkedTo('guesses')).toHaveLength(0);
    expect(cloud.database.find('people', { _id: 'guesses' })).toHaveLength(0);
  });
});

describe('a cloud that is killed while a person registers stores', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huadu-seats-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps what it acknowledged and the limit, also when all is sent again', async () => {
    let cloud = await startChildCloud(join(folder, 'data'));
    const acknowledged: string[] = [];
    const keys = Array.from({ length: 30 }, newKey);
    const input = buildRegistration();
    const send = async (requestKey: string): Promise<void> => {
      const answer = await cloud.call('eager', { endpoint: 'shop.register', input, requestKey });
      if (!answer.ok) return;
      acknowledged.push((answer.data as Registered).shop.id);
      if (acknowledged.length === 8) await cloud.end('SIGKILL');
    };
    const mine = async (): Promise<string[]> => {
      const answer = await cloud.call('eager', { endpoint: 'shop.mine', input: {} });
      if (!answer.ok) throw new Error(answer.error.code);
      const { shops } = answer.data as OutputOf<'shop.mine'>;
      return shops.map(({ shop }) => shop.id);
    };
    await Promise.allSettled(keys.map(send));
    expect(acknowledged.length).toBeGreaterThanOrEqual(8);
    cloud = await startChildCloud(join(folder, 'data'));
    expect(await mine()).toEqual(expect.arrayContaining(acknowledged));
    for (const key of keys) await send(key);
    expect((await mine()).sort()).toEqual([...new Set(acknowledged)].sort());
    expect(await mine()).toHaveLength(MAX_SHOPS);
    await cloud.end('SIGTERM');
  }, 120_000);
});
