import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openData, readDocuments, writeDocuments } from 'local-cloud/data';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { SCHEMA } from '../../cloud/database/schema';
import { HISTORY } from '../../cloud/migrations/history';
import type { Collections, StoredDoc } from '../../cloud/migrations/migration';
import { NEXT_HISTORY, NEXT_MIGRATION } from '../../tests/testkit/written-data/next-version';
import { unpackWritten, WRITTEN_VERSIONS } from '../../tests/testkit/written-data/unpack';
import { ledgerOfToday } from '../../tests/testkit/written-data/ledger';
import { readFolder } from '../backup/read-folder';
import { recount } from '../recount/recount';
import { migrateFolder, planFolder } from './folder';

const NOW = '2026-11-28T00:00:00.000Z';
const NEXT = NEXT_HISTORY.schema.version;

const folder = mkdtempSync(join(tmpdir(), 'huadu-migrate-'));
let cases = 0;
let home = '';
let dataDir = '';

beforeEach(() => {
  home = join(folder, String(cases++));
  dataDir = join(home, 'data');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads from a copy, because a process that has opened a database cannot lock it. */
function readCopy(source: string): { collections: Collections; hashes: string[] } {
  const copy = join(folder, `copy-${String(cases++)}`);
  cpSync(source, copy, { recursive: true });
  const { collections, files, others } = readFolder(copy, () => undefined);
  const hashes = [...collections, ...files, ...others].map(({ file, sha256 }) => file + sha256);
  return { collections: readDocuments(copy) as Collections, hashes };
}

function differencesIn(collections: Collections): number {
  return recount({ readAll: (name) => [...(collections.get(name) ?? [])] }).differences;
}

function besides(): string[] {
  return readdirSync(home).filter((name) => name.startsWith('data.'));
}

describe.each(WRITTEN_VERSIONS)('a data folder written by schema version %i', (version) => {
  beforeEach(() => unpackWritten(version, home));

  it('is brought to today’s version; the former folder is kept beside as it was', () => {
    const before = readCopy(dataDir);
    const migrated = migrateFolder({ dataDir, now: NOW });
    expect(migrated).toMatchObject({ from: version, to: SCHEMA.version });
    const former = `${dataDir}.before-v${String(SCHEMA.version)}-20261128T000000000Z`;
    expect(migrated?.formerData).toBe(former);
    expect(readCopy(former).hashes).toEqual(before.hashes);
    const { collections } = readCopy(dataDir);
    expect(collections.get('sales_entries')).toEqual(
      ledgerOfToday(before.collections.get('sales_entries')),
    );
    expect(collections.get('schema_versions')).toEqual([
      ...(before.collections.get('schema_versions') ?? []),
      { _id: `v${String(SCHEMA.version)}`, version: SCHEMA.version, since: NOW },
    ]);
    expect(differencesIn(collections)).toBe(0);
    expect(readFileSync(join(dataDir, 'demo.json'), 'utf8')).toContain('2026-11-23');
    expect(readdirSync(join(dataDir, 'files'))).toEqual(readdirSync(join(former, 'files')));
    expect(besides()).toHaveLength(1);
  });

  it('opens in a strict cloud afterwards, and is not migrated twice', () => {
    migrateFolder({ dataDir, now: NOW });
    expect(migrateFolder({ dataDir, now: NOW })).toBeNull();
    const data = openData(dataDir, SCHEMA, { strict: true });
    expect(data.database.readAll('shops')).toHaveLength(2);
    data.close();
  });

  it('is planned without changing anything', () => {
    const plan = planFolder({ dataDir, now: NOW });
    const steps = HISTORY.migrations.filter(({ from }) => from >= version);
    expect(plan.steps).toEqual(steps);
    expect(readFileSync(join(dataDir, 'cloud.db')).readUInt32BE(60)).toBe(version);
    expect(besides()).toEqual([]);
  });
});

describe('a made-up next version', () => {
  beforeEach(() => unpackWritten(3, home));

  it('changes, removes and adds documents, and counts them by collection', () => {
    const migrated = migrateFolder({ dataDir, now: NOW, history: NEXT_HISTORY });
    const countsOf = (name: string) => migrated?.counts.find((counts) => counts.name === name);
    const none = { changed: 0, added: 0, removed: 0 };
    expect(countsOf('shops')).toMatchObject({ ...none, before: 2, after: 2, changed: 2 });
    expect(countsOf('notes')).toMatchObject({ ...none, before: 0, after: 2, added: 2 });
    const readings = countsOf('follower_readings');
    expect(readings).toMatchObject({ ...none, before: 1, after: 0, removed: 1 });
    const { collections } = readCopy(dataDir);
    const mottos = collections.get('shops')?.map((doc) => doc['motto']);
    expect(mottos).toEqual(['禾田包袋!', '云岭互娱!']);
  });

  it('refuses its data to this program, and changes nothing of them', () => {
    migrateFolder({ dataDir, now: NOW, history: NEXT_HISTORY });
    const before = readFileSync(join(dataDir, 'cloud.db'));
    expect(() => migrateFolder({ dataDir, now: NOW })).toThrow(
      `data of schema version ${String(NEXT)}, this program works with ${String(SCHEMA.version)}`,
    );
    expect(readFileSync(join(dataDir, 'cloud.db'))).toEqual(before);
    expect(besides()).toHaveLength(1);
  });

  it('rebuilds kept totals that had gone wrong', () => {
    const { collections } = readCopy(dataDir);
    const damaged = new Map(collections);
    damaged.set('year_totals', (collections.get('year_totals') ?? []).slice(1));
    const sessions = collections.get('live_sessions') ?? [];
    damaged.set(
      'live_sessions',
      sessions.map((doc) => ({ ...doc, scope: {} })),
    );
    const written = join(home, 'written');
    writeDocuments(written, { ...SCHEMA, version: 3 }, damaged);
    const damagedDir = join(home, 'damaged');
    cpSync(written, damagedDir, { recursive: true });
    for (const folderOf of [dataDir, damagedDir]) {
      migrateFolder({ dataDir: folderOf, now: NOW, history: NEXT_HISTORY });
    }
    const rebuilt = readCopy(damagedDir).collections;
    const undamaged = readCopy(dataDir).collections;
    expect(rebuilt.get('live_sessions')).toEqual(undamaged.get('live_sessions'));
    expect(rebuilt.get('year_totals')).toHaveLength(undamaged.get('year_totals')?.length ?? 0);
    expect(differencesIn(rebuilt)).toBe(0);
  });

  it('refuses documents that do not fit its schema, and leaves the folder as it was', () => {
    const shops = (doc: StoredDoc): StoredDoc => ({ ...doc, motto: 7 });
    const migrations = [...HISTORY.migrations, { ...NEXT_MIGRATION, documents: () => ({ shops }) }];
    const before = readCopy(dataDir);
    const asked = { dataDir, now: NOW, history: { ...NEXT_HISTORY, migrations } };
    expect(() => migrateFolder(asked)).toThrow('motto');
    expect(readCopy(dataDir).hashes).toEqual(before.hashes);
    expect(besides()).toEqual([]);
  });

  it('refuses a folder that a cloud has open', () => {
    const data = openData(dataDir, { ...SCHEMA, version: 3 });
    expect(() => migrateFolder({ dataDir, now: NOW })).toThrow('stop the local cloud first');
    data.close();
    expect(besides()).toEqual([]);
  });
});
