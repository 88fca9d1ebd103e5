// What the home page shows, in one call: the same as the calls behind it say.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud, WireCall } from 'local-cloud';
import { buildPaid } from '../testkit/builders';
import { callAs, startTestCloud } from '../testkit/cloud';
import { giveRole } from '../testkit/people';
import { NOW, openStore, progressOf, sessionIn, type TestStore } from '../testkit/stores';

let cloud: LocalCloud;
let store: TestStore;
const wire: WireCall[] = [];

beforeAll(async () => {
  cloud = await startTestCloud({ onWire: (call) => wire.push(call) });
  cloud.setNow(NOW);
});
afterAll(() => cloud.close());

let stores = 0;
beforeEach(async () => {
  stores += 1;
  store = await openStore(cloud, `home-${String(stores)}`);
});

const inputOf = ({ shopId }: TestStore) => ({ shopId, year: 2026, knownRuleSets: [] });
const homeOf = (own: TestStore) => own.owner.ok('incentive.home', inputOf(own));

describe('incentive.home', () => {
  it('answers what there is to do as liveSession.todo, and the progress as incentive.progress', async () => {
    const { owner, shopId } = store;
    for (const state of ['scheduled', 'unconfirmed', 'live', 'ended'] as const) {
      await sessionIn(store, state);
    }
    const { id } = await sessionIn(store, 'ended');
    await owner.ok('sales.record', buildPaid(shopId, id));
    const { hasSessions, week: _week, progress, hosts, ...rows } = await homeOf(store);
    const { months: _months, ...todo } = await owner.ok('liveSession.todo', { shopId });
    expect(rows).toEqual(todo);
    expect(rows.onAir.items).toHaveLength(1);
    expect(progress).toEqual({ ...(await progressOf(store)), asOf: progress?.asOf });
    expect([hasSessions, hosts]).toEqual([true, null]);
  });

  it('tells a store without any session', async () => {
    expect((await homeOf(store)).hasSessions).toBe(false);
  });

  it('tells each day of the week from Monday, without cancelled sessions', async () => {
    const { owner, shopId } = store;
    await sessionIn(store, 'live');
    await sessionIn(store, 'cancelled');
    await sessionIn(store, 'ended');
    const { id } = await sessionIn(store, 'ended');
    const { figures } = await owner.ok('sales.record', buildPaid(shopId, id));
    const { week } = await homeOf(store);
    expect(week?.map(({ day }) => day)).toEqual(
      ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`),
    );
    const { session } = await owner.ok('liveSession.get', { sessionId: id });
    const day = week?.find((own) => own.day === session.bookedOn);
    expect(day).toMatchObject({ recorded: 1, toRecord: 1, net: figures.net });
    const total = week?.flatMap((own) => [own.planned, own.onAir, own.unconfirmed]);
    expect(total?.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('shows a host of the store no money and no progress', async () => {
    const { owner, shopId } = store;
    const { id } = await sessionIn(store, 'ended');
    await owner.ok('sales.record', buildPaid(shopId, id));
    const person = `looks-home-${String(stores)}`;
    await giveRole(cloud, { shopId, person, role: 'host', joinedAt: NOW });
    const seen = await callAs(cloud, person).ok('incentive.home', inputOf(store));
    expect([seen.progress, seen.hosts]).toEqual([null, null]);
    expect(seen.week?.flatMap(({ net }) => net ?? [])).toEqual([]);
  });

  it('refuses people of other stores', async () => {
    const refusal = await callAs(cloud, 'a-stranger').refused('incentive.home', inputOf(store));
    expect(refusal.code).toBe('not_found');
  });

  it('takes five calls of the database, its access included', async () => {
    await sessionIn(store, 'ended');
    const from = wire.length;
    await homeOf(store);
    const calls = wire.slice(from).filter(({ action }) => action.startsWith('database.'));
    expect(calls).toHaveLength(5);
  });
});
