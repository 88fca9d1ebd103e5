// A team: invited by a code that works once, changed, removed and handed over by its one owner.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { unpackAnswer } from '../../cloud/repositories/kept-answers';
import { MAX_MEMBERS } from '../../src/domain/shop/team';
import { buildPaid } from '../testkit/builders';
import { callAs, newKey, startTestCloud } from '../testkit/cloud';
import { everythingIn, NOW, openStore, sessionIn } from '../testkit/stores';
import { inviteTo, joinAs } from '../testkit/teams';

const PHONE = '13812345678';

describe('a team', () => {
  let cloud: LocalCloud;

  beforeAll(async () => {
    cloud = await startTestCloud({ workers: 4 });
    cloud.setNow(NOW);
  });
  afterAll(() => cloud.close());

  const rolesOf = async (person: string, shopId: string) =>
    (await callAs(cloud, person).ok('shop.mine', {})).shops.flatMap(({ shop }) =>
      shop.id === shopId ? [shop.role] : [],
    );

  it('lets one of three people in who use a code at once, and keeps no code', async () => {
    const store = await openStore(cloud, 'boss');
    const join = await inviteTo(store, 'finance');
    expect(JSON.stringify(everythingIn(cloud))).not.toContain(join.code);
    const answers = await Promise.all(
      ['x', 'y', 'z'].map((person) => callAs(cloud, person).raw('team.join', join)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const kept = cloud.database.readAll('changes').flatMap(({ answer }) => {
      return typeof answer === 'string' ? [JSON.stringify(unpackAnswer(answer))] : [];
    });
    expect(kept.join('\n')).not.toContain(join.code);
  });

  it('puts a removed person out with their next call', async () => {
    const store = await openStore(cloud, 'remover');
    const { owner, shopId } = store;
    const { id: sessionId } = await sessionIn(store, 'ended');
    const memberId = await joinAs(cloud, store, 'goes', 'operator');
    await callAs(cloud, 'goes').ok('liveSession.get', { sessionId });
    await owner.ok('team.remove', { shopId, memberId });
    expect((await callAs(cloud, 'goes').refused('liveSession.get', { sessionId })).code).toBe(
      'not_found',
    );
    const { team } = await owner.ok('team.list', { shopId });
    expect(team.lines.map(({ step }) => step)).toEqual(['removed', 'joined', 'invited']);
  });

  it('is handed over once, on two phones and two taps, and always has one owner', async () => {
    const store = await openStore(cloud, 'former');
    const { owner, shopId } = store;
    const memberId = await joinAs(cloud, store, 'next', 'operator');
    await joinAs(cloud, store, 'beside', 'finance');
    const { code } = await owner.ok('team.offer', { shopId, memberId });
    const beside = await callAs(cloud, 'beside').refused('team.join', { shopId, code });
    expect(beside.code).toBe('not_found');
    const next = callAs(cloud, 'next');
    const key = newKey();
    const taps = await Promise.all([
      next.raw('team.join', { shopId, code }, key),
      next.raw('team.join', { shopId, code }, key),
      next.raw('team.join', { shopId, code }),
    ]);
    expect(taps.some(({ ok }) => ok)).toBe(true);
    expect(await rolesOf('next', shopId)).toEqual(['owner']);
    expect(await rolesOf('former', shopId)).toEqual(['operator']);
    expect((await owner.refused('team.list', { shopId })).code).toBe('not_allowed');
    const { team } = await next.ok('team.list', { shopId });
    expect(team.members.filter(({ role }) => role === 'owner')).toHaveLength(1);
  });

  it('shows a host their own money only, and a floor manager none', async () => {
    const store = await openStore(cloud, 'mcn', { lineOfBusiness: 'mcn' });
    const { owner, shopId } = store;
    await joinAs(cloud, store, 'own', 'host');
    await joinAs(cloud, store, 'other', 'host');
    await joinAs(cloud, store, 'floor', 'floor_manager');
    const { hosts } = await owner.ok('host.list', { shopId });
    const hostIds = hosts.map(({ id }) => id);
    const { id: sessionId } = await sessionIn({ ...store, hostId: hostIds[0] ?? '' }, 'ended', {
      hostIds,
      goalFen: 777,
    });
    for (const [index, { id: hostId }] of hosts.entries()) {
      const target = { of: 'session', sessionId, hostId } as const;
      await owner.ok(
        'sales.record',
        buildPaid(shopId, sessionId, { target, amountFen: 100 + index }),
      );
    }
    const ownId = hosts.find(({ name }) => name === 'own')?.id ?? '';
    const ownFen = 100 + hostIds.indexOf(ownId);
    const own = (await callAs(cloud, 'own').ok('liveSession.get', { sessionId })).session;
    expect([own.figures.paidFen, own.hostFigures.length, own.goalFen]).toEqual([ownFen, 1, null]);
    const floor = (await callAs(cloud, 'floor').ok('liveSession.get', { sessionId })).session;
    expect([floor.figures.paidFen, floor.hostFigures, floor.goalFen]).toEqual([null, [], null]);
    const list = { shopId, tab: 'all', cursor: null } as const;
    const [row] = (await callAs(cloud, 'own').ok('liveSession.list', list)).items;
    expect(row?.figures.paidFen).toBe(ownFen);
    const ledger = { shopId, sessionId, month: null, cursor: null };
    expect((await callAs(cloud, 'own').refused('sales.ledger', ledger)).code).toBe('not_allowed');
  });

  it('has a bounded number of people beside its hosts', async () => {
    const store = await openStore(cloud, 'many');
    const { owner, shopId } = store;
    await joinAs(cloud, store, 'first', 'operator');
    const [team] = cloud.database.find('teams', { _id: shopId });
    const { _id: _shopId, ...fields } = team ?? { _id: '' };
    const members = (fields as unknown as { members: object[] }).members;
    const added = Array.from({ length: MAX_MEMBERS - 1 }, (_, index) => ({
      ...members[1],
      id: `m${String(index + 10)}`,
      personId: `more-${String(index)}`,
    }));
    await cloud.database.put('teams', shopId, { ...fields, members: [...members, ...added] });
    const asked = { shopId, role: 'operator', name: '小王', hostId: null };
    const refused = await owner.refused('team.invite', asked);
    expect(refused).toMatchObject({ code: 'limit_reached', info: { limit: MAX_MEMBERS } });
  });
});

describe('a private phone number', () => {
  it('is readable nowhere in the database, and comes back to its owner and at a repeat', async () => {
    const cloud = await startTestCloud();
    cloud.setNow(NOW);
    const { shopId } = await openStore(cloud, 'private', { phone: PHONE });
    const [mine] = (await callAs(cloud, 'private').ok('shop.mine', {})).shops;
    expect([mine?.shop.id, mine?.shop.phone]).toEqual([shopId, PHONE]);
    const kept = cloud.database.readAll('changes').flatMap(({ answer }) => {
      return typeof answer === 'string' ? [JSON.stringify(unpackAnswer(answer))] : [];
    });
    expect(JSON.stringify(everythingIn(cloud)) + kept.join('\n')).not.toContain(PHONE);
    await cloud.close();
  });
});
