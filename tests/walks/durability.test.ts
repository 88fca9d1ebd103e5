import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { recount, type RecountReport } from '../../scripts/recount/recount';
import { openData, openSnapshot } from 'local-cloud/data';
import { SCHEMA } from '../../cloud/database/schema';
import type { EndpointName, OutputOf } from '../../src/contract/endpoints';
import { buildPaid, buildRegistration } from '../testkit/builders';
import { type ChildCloud, startChildCloud } from '../testkit/child-cloud';
import { newKey } from '../testkit/cloud';

const WRITERS = 6;
/** The number of acknowledged writes after which the process is killed, while others are sent. */
const KILL_AFTER = 60;
const PERSON = 'owner';

/** A write as it was sent; acknowledged writes are kept separately. */
interface Sent {
  requestKey: string;
  input: ReturnType<typeof buildPaid>;
}

describe('a cloud that is killed during a burst of sales', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huadu-kill-'));
  const dataDir = join(folder, 'data');
  let cloud: ChildCloud;
  let shopId: string;
  let sessionIds: string[];
  const sent = new Map<string, Sent>();
  const acknowledged = new Map<string, string>();

  const ok = async <N extends EndpointName>(endpoint: N, input: object): Promise<OutputOf<N>> => {
    const answer = await cloud.call(PERSON, { endpoint, input, requestKey: newKey() });
    if (!answer.ok) throw new Error(`${endpoint}: ${JSON.stringify(answer.error)}`);
    return answer.data as OutputOf<N>;
  };
  const ledger = async (): Promise<OutputOf<'sales.ledger'>['items']> => {
    const items: OutputOf<'sales.ledger'>['items'] = [];
    for (let cursor: string | null = null; ;) {
      const asked = { shopId, sessionId: null, month: null, cursor };
      const page: OutputOf<'sales.ledger'> = await ok('sales.ledger', asked);
      items.push(...page.items);
      if (page.cursor === null) return items;
      cursor = page.cursor;
    }
  };
  const recountFile = (): RecountReport => {
    const snapshot = openSnapshot(dataDir);
    const report = recount(snapshot);
    snapshot.close();
    return report;
  };
  const send = async ({ requestKey, input }: Sent): Promise<void> => {
    const answer = await cloud.call(PERSON, { endpoint: 'sales.record', input, requestKey });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    const { entry } = answer.data as OutputOf<'sales.record'>;
    acknowledged.set(requestKey, entry.id);
  };

  beforeAll(async () => {
    cloud = await startChildCloud(dataDir);
    shopId = (await ok('shop.register', buildRegistration())).shop.id;
    const none = { hostIds: [], accountId: null, figure: null };
    sessionIds = [];
    for (const day of ['2021-03-01', '2021-12-31', '2022-01-01']) {
      const when = { precision: 'day', day };
      const { session } = await ok('liveSession.backfill', { shopId, title: day, when, ...none });
      sessionIds.push(session.id);
    }
  }, 60_000);
  afterAll(async () => {
    await cloud.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('loses no acknowledged sale and keeps the sums equal to the ledger', async () => {
    const write = async (): Promise<void> => {
      for (;;) {
        const sessionId = sessionIds[sent.size % sessionIds.length] ?? '';
        const input = buildPaid(shopId, sessionId, { amountFen: 1000 + sent.size });
        const next = { requestKey: newKey(), input };
        sent.set(next.requestKey, next);
        await send(next);
        if (acknowledged.size >= KILL_AFTER) void cloud.end('SIGKILL');
      }
    };
    // Each writer continues until its connection breaks.
    await Promise.allSettled(Array.from({ length: WRITERS }, write));
    expect(acknowledged.size).toBeGreaterThanOrEqual(KILL_AFTER);
    expect(sent.size).toBeGreaterThan(acknowledged.size);
    expect(recountFile().differences).toBe(0);

    cloud = await startChildCloud(dataDir);
    const stored = new Set((await ledger()).map(({ id }) => id));
    expect([...acknowledged.values()].filter((id) => !stored.has(id))).toEqual([]);
    expect(stored.size).toBeLessThanOrEqual(sent.size);
    expect(recountFile()).toMatchObject({ entries: stored.size, differences: 0 });
  }, 90_000);

  it('stores each sale once when all of them are sent again', async () => {
    const first = new Map(acknowledged);
    for (const each of sent.values()) await send(each);
    for (const [key, id] of first) expect(acknowledged.get(key)).toBe(id);
    expect((await ledger()).length).toBe(sent.size);
    expect(recountFile()).toMatchObject({ entries: sent.size, differences: 0 });
  }, 60_000);

  it('keeps everything across an ordinary restart', async () => {
    const before = await ledger();
    await cloud.end('SIGTERM');
    cloud = await startChildCloud(dataDir);
    expect(await ledger()).toEqual(before);
  }, 60_000);

  it('is recounted by npm run recount while it runs, which fails on a difference', async () => {
    const run = () =>
      spawnSync(process.execPath, ['--import', 'tsx', 'scripts/recount.ts', '--data', dataDir], {
        encoding: 'utf8',
      });
    const exact = run();
    expect(exact.stdout).toContain(`${String(sent.size)} entries recounted, 0 differences`);
    expect(exact.status).toBe(0);

    await cloud.end('SIGTERM');
    const data = openData(dataDir, SCHEMA);
    const [session] = data.database.readAll('live_sessions');
    const [part] = session?.['scopes'] as { totals: object }[];
    const scopes = [{ ...part, totals: { ...part?.totals, paidFen: 1 } }];
    await data.database.put('live_sessions', String(session?.['_id']), { ...session, scopes });
    data.close();
    const wrong = run();
    expect(wrong.stdout).toContain('1 differences');
    expect(wrong.stdout).toContain('"paidFen":1,');
    expect(wrong.status).toBe(1);
    cloud = await startChildCloud(dataDir);
  }, 60_000);

  it('is not created by npm run recount, which names the folder without data', () => {
    const nowhere = join(folder, 'nowhere');
    const run = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/recount.ts', '--data', nowhere],
      { encoding: 'utf8' },
    );
    expect([run.status, run.stderr]).toEqual([1, expect.stringContaining(nowhere)]);
  });
});
