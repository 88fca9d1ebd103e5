import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { EndpointName, InputOf } from '../../src/contract/endpoints';
import { buildPlan } from '../testkit/builders';
import { callAs, startTestCloud } from '../testkit/cloud';
import { NOW, openStore, publishVerified, type TestStore } from '../testkit/stores';

const REFUSED = { code: 'invalid_input', fields: { cursor: 'bad_format' } };
const PLANS = 45;

describe('a cursor', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let other: TestStore;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
    other = await openStore(cloud, 'owner', { name: '另一家' });
    for (const { shopId, hostId } of [store, other]) {
      const mine = { shopId, hostIds: [hostId] };
      for (let index = 0; index < PLANS; index += 1) {
        const startAt = new Date(Date.parse('2026-12-01T12:00:00.000Z') + index * 86_400_000);
        const endAt = new Date(startAt.getTime() + 3_600_000);
        const times = { startAt: startAt.toISOString(), endAt: endAt.toISOString() };
        await store.owner.ok('liveSession.schedule', buildPlan({ ...mine, ...times }));
      }
    }
    await publishVerified(cloud, store);
    await publishVerified(cloud, other);
  });
  afterAll(() => cloud.close());

  async function cursorOf<N extends EndpointName>(name: N, input: InputOf<N>): Promise<string> {
    const page = (await store.owner.ok(name, input)) as { cursor: string | null };
    if (page.cursor === null) throw new Error(`${name} has one page`);
    return page.cursor;
  }

  it('leads on in the list that gave it, and into no other tab, store or list', async () => {
    const { shopId } = store;
    const list = { shopId, tab: 'upcoming', cursor: null } as const;
    const cursor = await cursorOf('liveSession.list', list);
    const { items } = await store.owner.ok('liveSession.list', { ...list, cursor });
    expect(items).not.toHaveLength(0);
    const ledger = { shopId, sessionId: null, month: null, isUnassigned: false, cursor };
    for (const [name, input] of [
      ['liveSession.list', { ...list, tab: 'all', cursor }],
      ['liveSession.list', { ...list, shopId: other.shopId, cursor }],
      ['sales.ledger', ledger],
      ['liveSession.search', { shopId, words: '专场', cursor }],
    ] as const) {
      expect(await store.owner.refused(name, input), name).toEqual(REFUSED);
    }
  });

  it('of the public page is bound to its store and its list', async () => {
    const viewer = callAs(cloud);
    const page = { shopId: store.shopId, which: 'ahead', cursor: null } as const;
    const { cursor } = await viewer.ok('shop.sessions', page);
    expect(cursor).not.toBeNull();
    await viewer.ok('shop.sessions', { ...page, cursor });
    for (const change of [{ shopId: other.shopId }, { which: 'past' as const }]) {
      expect(await viewer.refused('shop.sessions', { ...page, ...change, cursor })).toEqual(
        REFUSED,
      );
    }
    expect(await viewer.refused('discover.ahead', { cursor })).toEqual(REFUSED);
  });

  it('that was cut, typed or changed is refused', async () => {
    const list = { shopId: store.shopId, tab: 'upcoming', cursor: null } as const;
    const cursor = await cursorOf('liveSession.list', list);
    for (const wrong of ['', 'x', cursor.slice(1), `\u200b${cursor}`, cursor.toUpperCase()]) {
      expect(await store.owner.refused('liveSession.list', { ...list, cursor: wrong })).toEqual(
        REFUSED,
      );
    }
  });
});
