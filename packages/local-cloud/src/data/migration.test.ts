import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
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
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Documents, readDocuments, writeDocuments } from './documents';
import { readDataVersion } from './lock';
import { migrateData, type MigrationOptions, type MigrationStep } from './migration';
import { migrateNotes, NEW_SCHEMA, OLD_NOTES, OLD_SCHEMA } from '../fixtures/notes';
import { startProbeCloud } from '../testing';

const NOW = '2026-11-28T00:00:00.000Z';
const MIGRATED = migrateNotes(1)(new Map([['notes', OLD_NOTES]]));

const folder = mkdtempSync(join(tmpdir(), 'local-cloud-migration-'));
/** A process that has opened a database cannot lock it: tests work on copies that none has opened. */
const written = join(folder, 'written');
let home = '';
let dataDir = '';
let copies = 0;

function freshCopy(): void {
  home = join(folder, String(copies++));
  dataDir = join(home, 'data');
  mkdirSync(home);
  cpSync(written, dataDir, { recursive: true });
}

function migrateNow(options: Partial<MigrationOptions> = {}) {
  return migrateData({
    dataDir,
    schema: NEW_SCHEMA,
    migrate: migrateNotes,
    now: NOW,
    ...options,
  });
}

/** Reads a copy, so that the folder itself can still be locked. */
function documentsIn(source: string): Documents {
  const copy = join(folder, `copy-${String(copies++)}`);
  cpSync(source, copy, { recursive: true });
  return readDocuments(copy);
}

function besides(): string[] {
  return readdirSync(home).filter((name) => name !== 'data');
}

beforeAll(() => {
  const draft = join(folder, 'draft');
  writeDocuments(draft, OLD_SCHEMA, new Map([['notes', OLD_NOTES]]));
  cpSync(draft, written, { recursive: true });
  mkdirSync(join(written, 'files'));
  writeFileSync(join(written, 'files', 'picture'), 'bytes');
  writeFileSync(join(written, 'mark.json'), '{}');
});
beforeEach(freshCopy);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('migrateData', () => {
  it('puts migrated documents in the place of the former and keeps the whole folder beside', () => {
    const done = migrateNow();
    const formerData = `${dataDir}.before-v2-20261128T000000000Z`;
    expect(done).toEqual({ from: 1, formerData });
    expect(readDataVersion(dataDir)).toBe(2);
    expect(documentsIn(dataDir)).toEqual(new Map([...MIGRATED].sort()));
    expect(readDataVersion(formerData)).toBe(1);
    expect(documentsIn(formerData)).toEqual(new Map([['notes', OLD_NOTES]]));
    for (const place of [dataDir, formerData]) {
      expect(readFileSync(join(place, 'files', 'picture'), 'utf8')).toBe('bytes');
      expect(readFileSync(join(place, 'mark.json'), 'utf8')).toBe('{}');
    }
    expect(readdirSync(dataDir).filter((name) => name.startsWith('cloud.db.'))).toEqual([]);
  });

  it('does nothing without data, and nothing to data of the schema’s version unless it is asked to', () => {
    expect(migrateNow({ dataDir: join(home, 'none') })).toBeNull();
    expect(migrateNow({ schema: OLD_SCHEMA })).toBeNull();
    expect(besides()).toEqual([]);
    const same = () => (documents: Documents) => documents;
    expect(migrateNow({ schema: OLD_SCHEMA, migrate: same, always: true })?.from).toBe(1);
    expect(documentsIn(dataDir)).toEqual(new Map([['notes', OLD_NOTES]]));
  });

  it('does not touch data of a version that is refused', () => {
    const before = readFileSync(join(dataDir, 'cloud.db'));
    const refuse = (from: number) => {
      throw new Error(`version ${String(from)} is newer`);
    };
    expect(() => migrateNow({ migrate: refuse })).toThrow('version 1 is newer');
    expect(readFileSync(join(dataDir, 'cloud.db'))).toEqual(before);
    expect(besides()).toEqual([]);
  });

  it('leaves the folder as it was when a document does not fit the schema', () => {
    const without = () => (documents: Documents) => documents;
    expect(() => migrateNow({ migrate: without })).toThrow('notes.length of "n0" is missing');
    expect(documentsIn(dataDir)).toEqual(new Map([['notes', OLD_NOTES]]));
    expect(besides()).toEqual([]);
  });
});

describe('a migration that is killed', () => {
  const script = fileURLToPath(new URL('../fixtures/migrate.ts', import.meta.url));
  const start = (...args: string[]): ChildProcess =>
    spawn(process.execPath, ['--import', 'tsx', script, dataDir, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });

  /** The folder is the former or the migrated one; afterwards it can be migrated, and is clean. */
  const expectWhole = (version: number | null): void => {
    const expected = version === 1 ? [['notes', OLD_NOTES] as const] : [...MIGRATED].sort();
    expect(documentsIn(dataDir)).toEqual(new Map(expected));
    migrateNow({ now: '2026-11-29T00:00:00.000Z' });
    expect(documentsIn(dataDir)).toEqual(new Map([...MIGRATED].sort()));
    expect(existsSync(join(dataDir, 'cloud.db.next'))).toBe(false);
    expect(besides().filter((name) => name.endsWith('.part'))).toEqual([]);
  };

  it.each<MigrationStep>(['migrate', 'write', 'copy', 'switch'])(
    'before the step “%s” leaves the former data and can be done again',
    async (step) => {
      expect(await once(start(step), 'exit')).toEqual([null, 'SIGKILL']);
      expect(readDataVersion(dataDir)).toBe(1);
      expectWhole(1);
    },
  );

  it('at any moment leaves the former data or the migrated ones', async () => {
    const startedAt = performance.now();
    await once(start(), 'exit');
    const duration = performance.now() - startedAt;
    for (const share of [0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1]) {
      freshCopy();
      const child = start();
      const timer = setTimeout(() => child.kill('SIGKILL'), duration * share);
      await once(child, 'exit');
      clearTimeout(timer);
      expectWhole(readDataVersion(dataDir));
    }
  });
});

describe('a local cloud that starts on data of another version', () => {
  it('migrates them first and reports it', async () => {
    const reported: unknown[] = [];
    const cloud = await startProbeCloud({
      dataDir,
      schema: NEW_SCHEMA,
      strict: true,
      migrate: migrateNotes,
      onMigrated: ({ from }) => reported.push(from),
    });
    const found = cloud.database.find('notes', { length: 96 });
    await cloud.close();
    expect(found).toHaveLength(30);
    expect(reported).toEqual([1]);
  });

  it('refuses them when it cannot migrate', async () => {
    const started = startProbeCloud({ dataDir, schema: NEW_SCHEMA });
    await expect(started).rejects.toThrow('schema version 1, this program works with 2');
  });
});
