import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { LocalCloud, LocalCloudOptions } from 'local-cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { recount } from '../../scripts/recount/recount';
import type { EndpointName } from '../../src/contract/endpoints';
import { buildPaid, buildPlan, buildRegistration } from '../testkit/builders';
import { callAs, newKey, startEmptyCloud, startTestCloud } from '../testkit/cloud';
import { openStore, progressOf, type TestStore } from '../testkit/stores';

const NOW = '2026-11-24T02:00:00.000Z';

describe('a cloud without space', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huadu-full-'));
  const dataDir = join(folder, 'data');
  let cloud: LocalCloud;
  let store: TestStore;
  let sessionId: string;
  const logged: string[] = [];
  const refused: { endpoint: EndpointName; input: object; requestKey: string }[] = [];
  const acknowledged: string[] = [];

  async function restart(options: Partial<LocalCloudOptions>): Promise<void> {
    await cloud.close();
    cloud = await startEmptyCloud({ dataDir, log: (line) => logged.push(line), ...options });
    cloud.setNow(NOW);
    store = { ...store, owner: callAs(cloud, 'owner') };
  }

  async function ledgerIds(): Promise<string[]> {
    const { shopId, owner } = store;
    const page = { shopId, sessionId: null, month: null, cursor: null };
    const { items, cursor } = await owner.ok('sales.ledger', page);
    expect(cursor).toBeNull();
    return items.map(({ id }) => id).sort();
  }

  /** Sends a write. @returns whether it was stored; anything but `storage_full` fails the test. */
  async function isStored(endpoint: EndpointName, input: object): Promise<boolean> {
    const requestKey = newKey();
    const answer = await store.owner.raw(endpoint, input, requestKey);
    if (answer.ok) {
      const { entry } = answer.data as { entry?: { id: string } };
      if (entry !== undefined) acknowledged.push(entry.id);
      return true;
    }
    expect(answer.error).toEqual({ code: 'storage_full' });
    refused.push({ endpoint, input, requestKey });
    return false;
  }

  beforeAll(async () => {
    cloud = await startTestCloud({ dataDir });
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
    const plan = buildPlan({ shopId: store.shopId, startAt: '2026-11-24T02:00:00.000Z' });
    const { session } = await store.owner.ok('liveSession.schedule', plan);
    sessionId = session.id;
    await store.owner.ok('liveSession.goLive', { sessionId, at: null, confirmed: [] });
    // The data may not grow from here on.
    await restart({ capacity: { database: 1 } });
  });
  afterAll(async () => {
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses writes with storage_full, and nothing else', async () => {
    const { shopId } = store;
    let count = 0;
    while (
      await isStored('sales.record', buildPaid(shopId, sessionId, { amountFen: 100 + count }))
    ) {
      count += 1;
    }
    for (let time = 0; time < 10; time += 1) {
      await isStored('liveSession.schedule', buildPlan({ shopId, title: '满'.repeat(20) }));
      await isStored('sales.record', buildPaid(shopId, sessionId, { amountFen: 1 }));
    }
    await isStored('liveSession.pause', { sessionId });
    await isStored('shop.register', buildRegistration({ name: '另一家' }));
    expect(refused.length).toBeGreaterThan(10);
    const lines = logged.filter((line) => line.includes('-501017'));
    expect(lines).toHaveLength(refused.length);
  });

  it('still reads, and holds what was acknowledged and no more', async () => {
    expect(await ledgerIds()).toEqual([...acknowledged].sort());
    expect((await progressOf(store)).year).toBe(2026);
    expect(recount(cloud.database)).toMatchObject({ differences: 0, entries: acknowledged.length });
  });

  it('takes the refused writes once there is space, each of them once', async () => {
    await restart({});
    for (const { endpoint, input, requestKey } of refused) {
      const first = await store.owner.raw(endpoint, input, requestKey);
      expect(first).toMatchObject({ ok: true });
      const again = await store.owner.raw(endpoint, input, requestKey);
      expect(again).toMatchObject({ ok: true });
    }
    const recorded = refused.filter(({ endpoint }) => endpoint === 'sales.record').length;
    expect((await ledgerIds()).length).toBe(acknowledged.length + recorded);
    expect(recount(cloud.database).differences).toBe(0);
  });
});
