import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { buildPaid } from '../testkit/builders';
import { newKey, startTestCloud } from '../testkit/cloud';
import { reachBySdk } from '../testkit/sdk';
import { NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';

let cloud: LocalCloud;
let store: TestStore;

beforeAll(async () => {
  cloud = await startTestCloud({ workers: 2 });
  cloud.setNow(NOW);
  reachBySdk(cloud);
  store = await openStore(cloud, 'patient');
});
afterAll(() => cloud.close());

/** Writes a session in a transaction that stays open. @returns how to end it */
async function hold(sessionId: string): Promise<() => Promise<void>> {
  const { tx } = await import('../../cloud/database/database');
  let end = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    end = resolve;
  });
  let written = (): void => undefined;
  const isWritten = new Promise<void>((resolve) => {
    written = resolve;
  });
  const holding = tx(async (t) => {
    await t.update('live_sessions', sessionId, { entriesAt: NOW });
    written();
    await gate;
  });
  await isWritten;
  return () => {
    end();
    return holding;
  };
}

describe('a write that keeps losing its race', () => {
  it('is busy before the platform ends it, stores nothing, and succeeds with the same key', async () => {
    const { id } = await sessionIn(store, 'ended');
    const input = buildPaid(store.shopId, id);
    const key = newKey();
    const release = await hold(id);
    const answer = await store.owner.raw('sales.record', input, key);
    expect(answer).toMatchObject({ ok: false, error: { code: 'busy' } });
    await release();
    expect(cloud.database.find('sales_entries', { shopId: store.shopId })).toEqual([]);
    expect((await store.owner.raw('sales.record', input, key)).ok).toBe(true);
  }, 60_000);
});
