import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SCHEMA } from '../../cloud/database/schema';
import { keyOfPath, listStoredFiles, openData, openSnapshot } from 'local-cloud/data';
import { recount } from '../recount/recount';
import { seedDemo } from '../../demo/demo';
import { startTestCloud } from '../../tests/testkit/cloud';
import { makeBackup } from './make';
import { type Manifest, parseManifest, renderManifest, seal } from './manifest';
import { restoreBackup } from './put-back';
import { verifyBackup } from './verify';

const NOW = '2026-11-23T12:00:00.000Z';
const PATH = 'shops/s1/封面 cover.jpg';
/** A collection that the schema does not declare, with documents that are not in order. */
const AT_RUN_TIME = 'made_at_run_time';
const ODD_DOCS = [
  { _id: 'é', at: new Date(NOW), text: 'two\nlines, 中文, \u2028' },
  { _id: 'b', n: 1.5, none: null, big: 2 ** 53, list: [1, { deep: [new Date(0), {}] }] },
  { _id: 'B', at: new Date(-1) },
];
const BYTES = Buffer.from([0, 255, 10, 13, 128]);

const folder = mkdtempSync(join(tmpdir(), 'huadu-backup-'));
const dataDir = join(folder, 'data');
const backup = join(folder, 'backup');
let made: Manifest;
let copies = 0;

/** A copy of the back-up that a test may damage. */
function copyOfBackup(): string {
  const copy = join(folder, `copy-${String(copies++)}`);
  cpSync(backup, copy, { recursive: true });
  return copy;
}

const fresh = (): string => join(folder, `restored-${String(copies++)}`);

beforeAll(async () => {
  const cloud = await startTestCloud({ dataDir });
  try {
    await seedDemo(cloud, NOW);
  } finally {
    await cloud.close();
  }
  const data = openData(dataDir, SCHEMA);
  data.database.createCollection(AT_RUN_TIME);
  await data.database.insert(AT_RUN_TIME, ODD_DOCS);
  data.putFile(PATH, BYTES);
  data.close();
  // As an older version stored it: bytes without their path.
  writeFileSync(join(dataDir, 'files', keyOfPath('old.jpg')), 'old');
  writeFileSync(join(dataDir, 'demo.json'), '{"seededOn":"2026-11-23"}\n');
  made = makeBackup({ dataDir, target: backup, now: NOW });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a back-up', () => {
  it('lists every collection with its documents, every stored file, and other files', () => {
    const source = openSnapshot(dataDir);
    const counted = source.collections().map((name) => [name, source.readAll(name).length]);
    source.close();
    expect(counted.length).toBeGreaterThanOrEqual(10);
    expect(made.collections.map(({ name, documents }) => [name, documents])).toEqual(counted);
    expect(
      made.collections.find(({ name }) => name === 'sales_entries')?.documents,
    ).toBeGreaterThan(50);
    expect(made.files.map(({ cloudPath, bytes }) => [cloudPath, bytes]).sort()).toEqual(
      [
        [null, 3],
        [PATH, BYTES.length],
      ].sort(),
    );
    expect(made.others.map(({ file }) => file)).toEqual(['others/demo.json']);
    expect(verifyBackup(backup)).toEqual(made);
  });

  it('holds no secret, and has the hashes that sha256sum prints', () => {
    const names = readdirSync(backup, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.includes('.secret'))).toEqual([]);
    const { stdout } = spawnSync('sha256sum', ['shops.jsonl'], { cwd: backup, encoding: 'utf8' });
    const shops = made.collections.find(({ name }) => name === 'shops');
    expect(stdout).toBe(`${shops?.sha256 ?? ''}  shops.jsonl\n`);
  });

  it('differs only in its time when it is made again', () => {
    const later = '2026-11-24T12:00:00.000Z';
    const again = makeBackup({ dataDir, target: join(folder, 'again'), now: later });
    expect(again).toEqual({ ...made, madeAt: later, sha256: again.sha256 });
    expect(again.sha256).not.toBe(made.sha256);
  });

  it('refuses a target that exists, and leaves nothing behind when it fails', () => {
    expect(() => makeBackup({ dataDir, target: backup, now: NOW })).toThrow('exists');
    const nowhere = join(folder, 'nowhere');
    const target = join(folder, 'of-nothing');
    expect(() => makeBackup({ dataDir: nowhere, target, now: NOW })).toThrow(nowhere);
    expect(readdirSync(folder).filter((name) => name.startsWith('of-nothing'))).toEqual([]);
  });
});

describe('restoring', () => {
  it('writes the same data: equal checksums, and kept totals that equal a recount', async () => {
    const restored = fresh();
    const outcome = restoreBackup({ from: backup, dataDir: restored, now: NOW });
    expect(outcome).toEqual({ manifest: made, migrated: null, formerData: null });
    const again = makeBackup({ dataDir: restored, target: fresh(), now: NOW });
    expect(again).toEqual(made);
    const snapshot = openSnapshot(restored);
    expect(recount(snapshot)).toMatchObject({ differences: 0 });
    const odd = snapshot.readAll(AT_RUN_TIME);
    snapshot.close();
    expect(
      listStoredFiles(join(restored, 'files'))
        .map(({ cloudPath }) => cloudPath)
        .sort(),
    ).toEqual([PATH, null].sort());
    expect(readFileSync(join(restored, 'files', keyOfPath(PATH)))).toEqual(BYTES);
    expect(readFileSync(join(restored, 'demo.json'), 'utf8')).toContain('2026-11-23');
    const cloud = await startTestCloud({ dataDir: restored });
    const shops = cloud.database.find('shops', { isListed: true });
    await cloud.close();
    expect(shops.length).toBeGreaterThan(0);
    expect(odd).toEqual(['B', 'b', 'é'].map((id) => ODD_DOCS.find(({ _id }) => _id === id)));
  });

  it('refuses one flipped byte in any file, names the file, and writes nothing', () => {
    const files = [...made.collections, ...made.files, ...made.others].map(({ file }) => file);
    for (const file of [
      ...files.filter((name) => readFileSync(join(backup, name)).length > 0),
      'manifest.json',
    ]) {
      const damaged = copyOfBackup();
      const bytes = readFileSync(join(damaged, file));
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      writeFileSync(join(damaged, file), bytes);
      const target = fresh();
      expect(() => restoreBackup({ from: damaged, dataDir: target, now: NOW }), file).toThrow(
        `damaged: ${file} (`,
      );
      expect(existsSync(target)).toBe(false);
    }
  });

  it('refuses a file that is missing, cut off or longer, and names it', () => {
    const change: ((file: string) => void)[] = [
      (file) => rmSync(file),
      (file) => writeFileSync(file, readFileSync(file).subarray(0, -1)),
      (file) => appendFileSync(file, '\n'),
    ];
    for (const damage of change) {
      const damaged = copyOfBackup();
      damage(join(damaged, 'hosts.jsonl'));
      expect(() => verifyBackup(damaged)).toThrow('damaged: hosts.jsonl (');
    }
  });

  it('refuses a resealed manifest with another count, or with a path out of the folder', () => {
    const reseal = (change: (body: Manifest) => void): string => {
      const copy = copyOfBackup();
      const file = join(copy, 'manifest.json');
      const body = parseManifest(readFileSync(file, 'utf8'));
      change(body);
      const { sha256: _old, ...rest } = body;
      writeFileSync(file, renderManifest(seal(rest)));
      return copy;
    };
    const counted = reseal(({ collections }) => collections.forEach((each) => each.documents++));
    expect(() => verifyBackup(counted)).toThrow(/damaged: \w+\.jsonl \(Error: \d+ documents/);
    const out = reseal(({ others }) => others.forEach((each) => (each.file = '../data/demo.json')));
    expect(() => verifyBackup(out)).toThrow('damaged: manifest.json');
  });

  it('refuses a folder that is not empty, and names the option that replaces it', () => {
    const target = fresh();
    mkdirSync(target);
    writeFileSync(join(target, 'note.txt'), 'mine');
    expect(() => restoreBackup({ from: backup, dataDir: target, now: NOW })).toThrow('--replace');
    expect(readdirSync(target)).toEqual(['note.txt']);
  });

  it('moves the former data beside the folder when it replaces them', () => {
    const target = fresh();
    mkdirSync(target);
    writeFileSync(join(target, 'note.txt'), 'mine');
    const options = { from: backup, dataDir: `${target}/`, replace: true, now: NOW };
    const { formerData } = restoreBackup(options);
    expect(formerData).toBe(`${target}.before-20261123T120000000Z`);
    expect(readdirSync(formerData ?? '')).toEqual(['note.txt']);
    expect(existsSync(join(target, 'cloud.db'))).toBe(true);
  });

  it('leaves the folder as it was when the documents cannot be written', () => {
    const twice = copyOfBackup();
    const file = join(twice, 'manifest.json');
    const { sha256: _old, ...body } = parseManifest(readFileSync(file, 'utf8'));
    // One collection listed twice: the checksums are right, but it cannot be written.
    const collections = [...body.collections, ...body.collections.slice(-1)];
    writeFileSync(file, renderManifest(seal({ ...body, collections })));
    const target = fresh();
    expect(() => restoreBackup({ from: twice, dataDir: target, now: NOW })).toThrow(
      'duplicate key',
    );
    expect(readdirSync(folder).filter((name) => join(folder, name).startsWith(target))).toEqual([]);
  });
});

describe('the commands', () => {
  const run = (script: string, ...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
      encoding: 'utf8',
    });

  it('back up, check and restore, and print the folders', () => {
    const [target, restored] = [fresh(), fresh()];
    expect(run('backup', '--data', dataDir, '--to', target)).toMatchObject({ status: 0 });
    const checked = run('restore', '--from', target, '--check');
    expect(checked.stdout).toContain('is whole; nothing was restored');
    const done = run('restore', '--from', target, '--data', restored);
    expect(done.stdout).toContain(`restored into ${restored}, read back and compared`);
    const again = run('restore', '--from', target, '--data', restored);
    expect(again).toMatchObject({ status: 1, stdout: '' });
    expect(again.stderr).toContain('--replace');
  });

  it('print their usage after an error', () => {
    expect(run('restore').stderr).toContain('npm run restore -- --from');
    expect(run('backup', '--data', join(folder, 'nowhere')).stderr).toContain('npm run backup');
  });
});
