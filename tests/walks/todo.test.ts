// What there is to do, in one call: the same as the four tabs and the months say.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud, WireCall } from 'local-cloud';
import type { LiveSessionTab } from '../../src/contract/live-session';
import { buildPaid } from '../testkit/builders';
import { callAs, startTestCloud } from '../testkit/cloud';
import { giveRole } from '../testkit/people';
import { NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';

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
  store = await openStore(cloud, `todo-${String(stores)}`);
});

const TABS = [
  ['onAir', 'on_air'],
  ['unconfirmed', 'unconfirmed'],
  ['toRecord', 'to_record'],
  ['upcoming', 'upcoming'],
] as const;

async function databaseCalls(call: () => Promise<unknown>): Promise<number> {
  const from = wire.length;
  await call();
  return wire.slice(from).filter(({ action }) => action.startsWith('database.')).length;
}

describe('liveSession.todo', () => {
  it('answers the first rows of each tab as the tabs themselves do', async () => {
    const { owner, shopId } = store;
    for (const state of ['scheduled', 'unconfirmed', 'live', 'ended', 'cancelled'] as const) {
      await sessionIn(store, state);
    }
    const { id: recorded } = await sessionIn(store, 'ended');
    await owner.ok('sales.record', buildPaid(shopId, recorded));
    const todo = await owner.ok('liveSession.todo', { shopId, year: 2026 });
    for (const [name, tab] of TABS) {
      const input: { shopId: string; tab: LiveSessionTab; cursor: null } = {
        shopId,
        tab,
        cursor: null,
      };
      const list = await owner.ok('liveSession.list', input);
      expect(todo[name], name).toEqual(list);
      expect(list.items.length, name).toBeGreaterThan(0);
    }
    const months = await owner.ok('liveSession.months', { shopId, hostId: null, year: 2026 });
    expect(todo.months).toEqual(months.months);
    expect(todo.months).toHaveLength(1);
  });

  it('takes three calls of the database, two without months', async () => {
    const { owner, shopId } = store;
    await sessionIn(store, 'ended');
    const whole = () => owner.ok('liveSession.todo', { shopId, year: 2026 });
    const rows = () => owner.ok('liveSession.todo', { shopId });
    expect([await databaseCalls(whole), await databaseCalls(rows)]).toEqual([3, 2]);
  });

  it('shows a host no money of others', async () => {
    const { owner, shopId } = store;
    const { id } = await sessionIn(store, 'ended');
    await owner.ok('sales.record', buildPaid(shopId, id));
    const person = `works-in-${String(stores)}`;
    await giveRole(cloud, { shopId, person, role: 'host', joinedAt: NOW });
    const seen = await callAs(cloud, person).ok('liveSession.todo', { shopId, year: 2026 });
    expect(seen.months).toEqual([]);
  });
});
