import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { decodeDoc, type Doc, openSnapshot } from 'local-cloud/data';
import { recount, type RecountSource } from '../recount/recount';
import type { OutputOf } from '../../src/contract/endpoints';
import { buildPaid, buildRegistration } from '../../tests/testkit/builders';
import { type ChildCloud, startChildCloud } from '../../tests/testkit/child-cloud';
import { newKey } from '../../tests/testkit/cloud';
import { makeBackup } from './make';
import { restoreBackup } from './put-back';
import { readFolder } from './read-folder';

const NOW = '2026-11-23T12:00:00.000Z';
const ROUNDS = 3;

/** Records one sale after another, in a thread that continues while this thread is blocked. */
const WRITER = `
const { parentPort, workerData } = require('node:worker_threads');
const { url, input } = workerData;
let isOver = false;
parentPort.on('message', () => { isOver = true; });
const headers = { 'content-type': 'application/json', 'x-person': 'owner' };
const write = async (index) => {
  const event = { endpoint: 'sales.record', input, requestKey: 'writer-key-' + String(index) };
  const response = await fetch(url + '/fn/api', { method: 'POST', headers, body: JSON.stringify(event) });
  const { result } = await response.json();
  if (!result.ok) throw new Error(JSON.stringify(result.error));
};
(async () => {
  let index = 0;
  for (; !isOver; index++) await write(index);
  parentPort.postMessage(index);
  parentPort.close();
})();
`;

describe('a running cloud', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huadu-backup-running-'));
  const dataDir = join(folder, 'data');
  let cloud: ChildCloud;
  let shopId = '';
  let sessionId = '';

  const ok = async <Output>(endpoint: string, input: object): Promise<Output> => {
    const answer = await cloud.call('owner', { endpoint, input, requestKey: newKey() });
    if (!answer.ok) throw new Error(`${endpoint}: ${JSON.stringify(answer.error)}`);
    return answer.data as Output;
  };

  beforeAll(async () => {
    cloud = await startChildCloud(dataDir);
    shopId = (await ok<OutputOf<'shop.register'>>('shop.register', buildRegistration())).shop.id;
    const none = { hostIds: [], accountId: null, figure: null };
    const when = { precision: 'day', day: '2021-03-01' };
    const asked = { shopId, title: 'a night', when, ...none };
    sessionId = (await ok<OutputOf<'liveSession.backfill'>>('liveSession.backfill', asked)).session
      .id;
  }, 60_000);
  afterAll(async () => {
    await cloud.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** Reads the folder slowly, so that writes happen while it is read. */
  const readSlowly = (): RecountSource => {
    const docs = new Map<string, Doc[]>();
    readFolder(dataDir, (file, bytes) => {
      const lines = bytes.toString().split('\n').slice(0, -1);
      docs.set(file.replace('.jsonl', ''), file.endsWith('.jsonl') ? lines.map(decodeDoc) : []);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40);
    });
    return { readAll: (collection) => docs.get(collection) ?? [] };
  };
  const entriesNow = (): number => {
    const snapshot = openSnapshot(dataDir);
    const { length } = snapshot.readAll('sales_entries');
    snapshot.close();
    return length;
  };

  it('is read at one moment: entries and sums are of the same transactions', async () => {
    const input = buildPaid(shopId, sessionId, { amountFen: 1000 });
    const writer = new Worker(WRITER, { eval: true, workerData: { url: cloud.url, input } });
    try {
      for (let round = 0; round < ROUNDS; round++) {
        const before = entriesNow();
        const report = recount(readSlowly());
        expect(report).toMatchObject({ differences: 0 });
        expect(report.entries).toBeGreaterThanOrEqual(before);
        expect(entriesNow()).toBeGreaterThan(report.entries);
      }
    } finally {
      writer.postMessage('end');
      await once(writer, 'message');
    }
  }, 90_000);

  it('is not replaced by a restore while it uses its folder', async () => {
    const from = join(folder, 'last');
    makeBackup({ dataDir, target: from, now: NOW });
    const asked = { from, dataDir, replace: true, now: NOW };
    expect(() => restoreBackup(asked)).toThrow('in use by another local cloud');
    expect(readdirSync(folder).filter((name) => name.startsWith('data'))).toEqual(['data']);

    await cloud.end('SIGTERM');
    // A copy, because this process has opened the first folder and cannot lock it.
    const stopped = join(folder, 'stopped');
    cpSync(dataDir, stopped, { recursive: true });
    const { formerData } = restoreBackup({ ...asked, dataDir: stopped });
    expect(existsSync(join(formerData ?? '', 'cloud.db'))).toBe(true);
    cloud = await startChildCloud(stopped);
    const { items } = await ok<OutputOf<'sales.ledger'>>('sales.ledger', {
      shopId,
      sessionId: null,
      month: null,
      cursor: null,
    });
    expect(items.length).toBeGreaterThan(0);
  }, 60_000);
});
