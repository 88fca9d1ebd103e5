import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { LocalCloud } from 'local-cloud';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { addMinutes } from '../../src/domain/time';
import { buildPaid, buildPlan } from '../testkit/builders';
import { callAs, contentOf, newKey, startTestCloud } from '../testkit/cloud';
import { NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';

const SEVEN_DAYS = 7 * 24 * 60;

interface Kept {
  readonly _id: string;
  readonly endpoint: string;
  readonly answer: string | null;
}

function changesOf(cloud: LocalCloud): readonly Kept[] {
  return cloud.database.readAll('changes') as unknown as Kept[];
}

function answersIn(cloud: LocalCloud): number {
  return changesOf(cloud).filter(({ answer }) => answer !== null).length;
}

function bytesOf(docs: readonly unknown[]): number {
  return docs.reduce<number>((sum, doc) => sum + Buffer.byteLength(JSON.stringify(doc)), 0);
}

describe('the answers of writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huadu-answers-'));
  let cloud: LocalCloud;
  let names = 0;

  /** Starts a cloud on a folder; again on the same one after a restart. */
  const start = async (dataDir: string, now: string, onWrite = (): void => undefined) => {
    cloud = await startTestCloud({
      dataDir,
      onWire: ({ action, collection }) => {
        if (collection === 'changes' && action === 'database.modifyDocument') onWrite();
      },
    });
    cloud.setNow(now);
  };
  const newFolder = (): string => join(folder, String((names += 1)));
  afterEach(async () => {
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are kept for seven days over restarts, and the key of a write for good', async () => {
    const dataDir = newFolder();
    await start(dataDir, NOW);
    const { owner, shopId } = await openStore(cloud, 'owner');
    const key = newKey();
    const target = { of: 'day', bookedOn: '2026-11-20', hostId: null, accountId: null } as const;
    const paid = { ...buildPaid(shopId, ''), target };
    const first = await owner.raw('sales.record', paid, key);
    expect(first.ok).toBe(true);
    const written = answersIn(cloud);
    await cloud.close();

    await start(dataDir, addMinutes(NOW, SEVEN_DAYS - 1));
    await cloud.trigger('timer');
    expect(answersIn(cloud)).toBe(written);
    const again = await callAs(cloud, 'owner').raw('sales.record', paid, key);
    expect(contentOf(again)).toEqual(contentOf(first));
    await cloud.close();

    await start(dataDir, addMinutes(NOW, SEVEN_DAYS + 1));
    await cloud.trigger('timer');
    expect(answersIn(cloud)).toBe(0);
    const later = callAs(cloud, 'owner');
    expect(await later.refused('sales.record', paid, key)).toEqual({ code: 'already_stored' });
    const other = { ...paid, amountFen: 2 };
    expect(await later.refused('sales.record', other, key)).toEqual({ code: 'request_key_reused' });
    expect(cloud.database.readAll('sales_entries')).toHaveLength(1);
  });

  it('lose no record where the timer is killed between two steps, and the next run goes on', async () => {
    const dataDir = newFolder();
    let steps = 0;
    await start(dataDir, NOW, () => (steps += 1));
    await openStore(cloud, 'owner');
    const [record] = changesOf(cloud);
    const old = Array.from({ length: 700 }, (_, index) => ({
      ...record,
      _id: `old${String(index)}`,
      answerEndsAt: NOW,
    }));
    await cloud.database.insert('changes', old);
    const run = cloud.trigger('timer').catch(() => undefined);
    await vi.waitFor(() => expect(steps).toBe(2), { interval: 1, timeout: 10_000 });
    await Promise.all([cloud.close(), run]);

    await start(dataDir, NOW);
    expect(changesOf(cloud)).toHaveLength(701);
    // One step of 200 or two are done, and the record that is not old.
    expect([301, 501]).toContain(answersIn(cloud));
    await cloud.trigger('timer');
    expect(changesOf(cloud)).toHaveLength(701);
    expect(changesOf(cloud).filter(({ answer }) => answer !== null)).toEqual([record]);
  });

  it('weigh little, and after seven days only what recognises a key is left', async () => {
    await start(newFolder(), NOW);
    const store = await openStore(cloud, 'owner');
    await writeOften(store);
    const records = changesOf(cloud);
    const before = bytesOf(records) / records.length;
    cloud.setNow(addMinutes(NOW, SEVEN_DAYS + 1));
    await cloud.trigger('timer');
    const after = bytesOf(changesOf(cloud)) / records.length;
    const [kept, left] = [before, after].map((bytes) => `${bytes.toFixed(0)} bytes`);
    process.stdout.write(`record of a write: ${kept} with its answer, ${left} without\n`);
    expect(before).toBeLessThan(1_300);
    expect(after).toBeLessThan(300);
  });
});

/** The writes of an evening: it is planned and run, and ten amounts are recorded and undone. */
async function writeOften(store: TestStore): Promise<void> {
  const { owner, shopId, hostId } = store;
  await owner.ok('liveSession.schedule', buildPlan({ shopId, hostIds: [hostId] }));
  const { id } = await sessionIn(store, 'ended');
  for (let amountFen = 1_000; amountFen < 1_010; amountFen += 1) {
    const { entry } = await owner.ok('sales.record', buildPaid(shopId, id, { amountFen }));
    await owner.ok('sales.undo', { shopId, entryId: entry.id, isWhole: false });
  }
}
