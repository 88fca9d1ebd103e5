// What is counted of public pages: by whom, where it is kept, and who reads it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud, WireCall } from 'local-cloud';
import type { PageEvent } from '../../src/domain/audience/audience';
import { callAs, startTestCloud } from '../testkit/cloud';
import { NOW, openStore, publish, sessionIn, type TestStore } from '../testkit/stores';
import { joinAs } from '../testkit/teams';

/** Viewers who open a page at once. */
const CROWD = 1000;

describe('the counts of a public page', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let sessionId: string;
  let wire: WireCall[];

  beforeEach(async () => {
    wire = [];
    cloud = await startTestCloud({ onWire: (call) => wire.push(call) });
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
    await publish(store);
    sessionId = (await sessionIn(store, 'live')).id;
  });
  afterEach(() => cloud.close());

  const visitor = () => callAs(cloud);
  const open = (event: PageEvent, page: string | null = sessionId) =>
    visitor().raw('audience.count', { shopId: store.shopId, sessionId: page, event });
  const counted = async (page: string | null = sessionId) => {
    const input = { shopId: store.shopId, sessionId: page };
    const { counts } = await store.owner.ok('audience.read', input);
    return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  };

  it('tell sources and acts apart, and a session from its store', async () => {
    for (const event of ['chat', 'chat', 'moments', 'follow'] as const) await open(event);
    await open('discovery', null);
    expect(await counted()).toEqual({ chat: 2, moments: 1, follow: 1 });
    expect(await counted(null)).toEqual({ discovery: 1 });
  });

  it('lose none of a thousand viewers at once, at one call of the database each', async () => {
    for (let warm = 0; warm < 200; warm += 1) await open('chat');
    wire = [];
    const answers = await Promise.all(Array.from({ length: CROWD }, () => open('group')));
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    expect(wire).toHaveLength(CROWD);
    expect(await counted()).toEqual({ chat: 200, group: CROWD });
  });

  it('count the first viewers too, when many of them come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => open('chat')));
    const stored = answers.filter(({ ok }) => ok).length;
    expect(await counted()).toEqual({ chat: stored });
    expect(stored).toBe(100);
  });

  it('keep nothing of a person', async () => {
    await callAs(cloud, 'viewer').ok('audience.count', {
      shopId: store.shopId,
      sessionId,
      event: 'chat',
    });
    const stored = cloud.database.readAll('page_counts');
    expect(stored).toHaveLength(1);
    expect(stored[0]?._id).toMatch(new RegExp(`^${sessionId}:\\d+$`));
    expect(stored[0]).toMatchObject({ shopId: store.shopId, counts: { chat: 1 } });
    expect(Object.keys(stored[0] ?? {}).sort()).toEqual(['_id', 'counts', 'shopId']);
  });

  it('are not begun for a page that is not shown, or not there', async () => {
    const hidden = await openStore(cloud, 'other owner');
    const madeUp = `${store.shopId}.lmadeup000000`;
    for (const page of [
      { shopId: hidden.shopId, sessionId: null },
      { shopId: store.shopId, sessionId: madeUp },
    ]) {
      const refusal = await visitor().refused('audience.count', { ...page, event: 'chat' });
      expect(refusal.code).toBe('not_found');
    }
    const foreign = { shopId: hidden.shopId, sessionId, event: 'chat' };
    expect(await visitor().refused('audience.count', foreign)).toMatchObject({
      code: 'invalid_input',
      fields: { sessionId: 'not_in_store' },
    });
    expect(cloud.database.readAll('page_counts')).toEqual([]);
  });

  it('are read by those who work in the store, and by no other person', async () => {
    await open('chat');
    await joinAs(cloud, store, 'a host', 'host');
    const input = { shopId: store.shopId, sessionId };
    await callAs(cloud, 'a host').ok('audience.read', input);
    await openStore(cloud, 'other owner');
    for (const person of ['a stranger', 'other owner']) {
      const refusal = await callAs(cloud, person).refused('audience.read', input);
      expect(refusal.code).toBe('not_found');
    }
  });
});
