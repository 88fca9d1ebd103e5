import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { listStoredFiles } from './data';
import { startFixtureCloud } from './fixtures/cloud';
import type { ProbeCloud } from './testing';

const KB = 1024;
const FULL = { ok: false, errCode: -501001, errMsg: expect.stringContaining('-501017') as string };

let dataDir = '';
let cloud: ProbeCloud;

async function start(database: number, files: number): Promise<void> {
  cloud = await startFixtureCloud({ dataDir, workers: 1, capacity: { database, files } });
}

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'local-cloud-full-'));
  await start(160 * KB, 100 * KB);
});
afterEach(async () => {
  await cloud.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function ids(collection = 'plain'): unknown[] {
  return cloud.database.readAll(collection).map((doc) => doc['_id']);
}

/** Adds documents until one is refused. @returns the ids of those that were acknowledged */
async function fill(prefix = 'd'): Promise<string[]> {
  const added: string[] = [];
  for (let n = 0; ; n += 1) {
    const result = await cloud.probe(
      async ({ db, args }) => {
        const data = { _id: args, text: 'x'.repeat(3000) };
        return (await db.collection('plain').add({ data }))._id;
      },
      `${prefix}${String(n)}`,
    );
    if (!result.ok) {
      expect(result).toEqual(FULL);
      return added;
    }
    added.push(result.value);
  }
}

describe('documents beyond the capacity', () => {
  it('are refused one by one, and those before stay', async () => {
    const added = await fill();
    expect(added.length).toBeGreaterThan(10);
    expect(ids()).toEqual(added);
  });

  it('can be read and removed, and then there is room again', async () => {
    const added = await fill();
    const read = async (): Promise<number> =>
      cloud.value(async ({ db }) => (await db.collection('plain').count()).total);
    expect(await read()).toBe(added.length);
    await cloud.value(async ({ db }) => db.collection('plain').doc('d3').remove());
    await cloud.value(async ({ db }) =>
      db.collection('plain').add({ data: { _id: 'new', text: 'y'.repeat(3000) } }),
    );
    expect(ids()).toEqual([...added.filter((id) => id !== 'd3'), 'new']);
  });

  it('end a transaction of which nothing is stored, and its locks', async () => {
    await cloud.database.put('counters', 'a', { n: 0 });
    await fill();
    const before = ids('things');
    const result = await cloud.probe(async ({ db, _ }) => {
      const t = await db.startTransaction();
      await t
        .collection('counters')
        .doc('a')
        .update({ data: { n: _.inc(1) } });
      for (let n = 0; n < 5; n += 1) {
        await t
          .collection('things')
          .add({ data: { _id: `t${String(n)}`, tags: ['x'.repeat(3000)] } });
      }
      await t.commit();
    });
    expect(result).toMatchObject({ ok: false, errMsg: FULL.errMsg });
    expect(ids('things')).toEqual(before);
    expect(cloud.database.find('things', { tags: 'x'.repeat(3000) })).toEqual([]);
    expect(cloud.database.readAll('counters')).toEqual([{ _id: 'a', n: 0 }]);
    await cloud.value(async ({ db }) => db.collection('plain').doc('d1').remove());
    await cloud.value(async ({ db }) =>
      db
        .collection('counters')
        .doc('a')
        .update({ data: { n: 7 } }),
    );
    expect(cloud.database.readAll('counters')).toEqual([{ _id: 'a', n: 7 }]);
  });

  it('leave an update of many documents as a whole', async () => {
    await fill();
    const before = cloud.database.readAll('plain');
    const result = await cloud.probe(async ({ db, _ }) =>
      db
        .collection('plain')
        .where({ _id: _.exists(true) })
        .update({ data: { more: 'z'.repeat(5000) } }),
    );
    expect(result).toMatchObject(FULL);
    expect(cloud.database.readAll('plain')).toEqual(before);
  });

  it('find room with a larger capacity; with a smaller one nothing is lost', async () => {
    const added = await fill();
    await cloud.close();
    await start(100 * KB, 0);
    expect(ids()).toEqual(added);
    expect(await fill('e')).toEqual([]);
    await cloud.close();
    await start(400 * KB, 0);
    await cloud.database.put('plain', 'more', { text: 'x'.repeat(3000) });
    expect(ids()).toEqual([...added, 'more']);
  });
});

describe('files beyond the capacity', () => {
  const stored = (): (string | null)[] =>
    listStoredFiles(join(dataDir, 'files')).map(({ cloudPath }) => cloudPath);

  const upload = (cloudPath: string, kb: number) =>
    cloud.probe(
      async ({ cloud: sdk, args }) =>
        sdk.uploadFile({
          cloudPath: args.cloudPath,
          fileContent: Buffer.alloc(args.kb * 1024, 97),
        }),
      { cloudPath, kb },
    );

  it('are refused through the SDK, and nothing of them stays', async () => {
    expect(await upload('a.txt', 60)).toMatchObject({ ok: true });
    expect(await upload('b.txt', 60)).toMatchObject({ ok: false, errMsg: FULL.errMsg });
    expect(stored()).toEqual(['a.txt']);
    expect(readdirSync(join(dataDir, 'files')).filter((name) => name !== '.secret')).toHaveLength(
      2,
    );
    // A file may be replaced by one that fits in its place, and is kept when the new one does not.
    expect(await upload('a.txt', 101)).toMatchObject({ ok: false });
    expect(await upload('a.txt', 100)).toMatchObject({ ok: true });
    await cloud.value(async ({ cloud: sdk }) =>
      sdk.deleteFile({ fileList: ['cloud://local-env.local-bucket/a.txt'] }),
    );
    expect(await upload('b.txt', 60)).toMatchObject({ ok: true });
    expect(stored()).toEqual(['b.txt']);
  });

  it('are refused to a mini program with the number of the documents', async () => {
    const put = async (path: string): Promise<[number, unknown]> => {
      const headers = { 'x-person': 'ana' };
      const body = 'x'.repeat(60 * KB);
      const response = await fetch(`${cloud.url}/files/${path}`, { method: 'PUT', headers, body });
      return [response.status, await response.json()];
    };
    expect(await put('a.txt')).toEqual([200, { fileID: 'cloud://local-env.local-bucket/a.txt' }]);
    expect(await put('b.txt')).toEqual([507, { errCode: -501017, errMsg: FULL.errMsg }]);
    expect(stored()).toEqual(['a.txt']);
  });
});

const small = fileURLToPath(new URL('./fixtures/small-disk.sh', import.meta.url));
const canMount = spawnSync('sh', [small, 'true']).status === 0;

// A disk of 1 MB takes a namespace of one's own, which not every system grants.
describe.skipIf(!canMount)('a disk that is full', () => {
  it('refuses documents, transactions and files as a capacity does, and recovers', () => {
    const script = fileURLToPath(new URL('./fixtures/fill-disk.ts', import.meta.url));
    const run = spawnSync('sh', [small, process.execPath, '--import', 'tsx', script], {
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(JSON.parse(run.stdout)).toEqual({
      document: 'DISK_EXHAUSTED',
      isWhole: true,
      file: 'DISK_EXHAUSTED',
      files: [],
      after: 'written',
    });
  });
});
