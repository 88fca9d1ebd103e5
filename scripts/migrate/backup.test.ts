import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readDataVersion, readDocuments } from 'local-cloud/data';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { SCHEMA } from '../../cloud/database/schema';
import type { Collections } from '../../cloud/migrations/migration';
import { NEXT_HISTORY } from '../../tests/testkit/written-data/next-version';
import { unpackWritten, WRITTEN_VERSIONS } from '../../tests/testkit/written-data/unpack';
import { ledgerOfToday } from '../../tests/testkit/written-data/ledger';
import { restoreBackup } from '../backup/put-back';
import { readBackup, verifyBackup } from '../backup/verify';
import { recount } from '../recount/recount';
import { migrateBackup, planBackup } from './backup';

const NOW = '2026-11-28T00:00:00.000Z';
const TODAY = SCHEMA.version;

const folder = mkdtempSync(join(tmpdir(), 'huadu-migrate-backup-'));
let cases = 0;
let home = '';
let backup = '';
let target = '';
let dataDir = '';

beforeEach(() => {
  home = join(folder, String(cases++));
  backup = join(home, 'backup');
  target = join(home, 'migrated');
  dataDir = join(home, 'restored');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function differencesIn(collections: Collections): number {
  return recount({ readAll: (name) => [...(collections.get(name) ?? [])] }).differences;
}

describe.each(WRITTEN_VERSIONS)('a back-up written by schema version %i', (version) => {
  beforeEach(() => unpackWritten(version, home));

  it('is restored as data of today’s version, with its files', () => {
    const { migrated, manifest } = restoreBackup({ from: backup, dataDir, now: NOW });
    expect(migrated?.steps.at(-1)?.to).toBe(TODAY);
    expect(readDataVersion(dataDir)).toBe(TODAY);
    const collections = readDocuments(dataDir) as Collections;
    expect(collections.get('sales_entries')).toEqual(
      ledgerOfToday(readBackup(backup, manifest).get('sales_entries')),
    );
    expect(differencesIn(collections)).toBe(0);
    expect(readFileSync(join(dataDir, 'demo.json'), 'utf8')).toContain('2026-11-23');
    const [file] = manifest.files;
    const name = file?.file.replace('files/', '') ?? '';
    expect(readFileSync(join(dataDir, 'files', name), 'utf8')).toBe('a picture');
  });

  it('is written as a back-up of today’s version, and stays as it was', () => {
    const before = readFileSync(join(backup, 'manifest.json'), 'utf8');
    const plan = planBackup({ from: backup, now: NOW });
    const migrated = migrateBackup({ from: backup, now: NOW }, target);
    expect(migrated.counts).toEqual(plan.counts);
    const manifest = verifyBackup(target);
    expect(manifest).toMatchObject({ version: 2, schemaVersion: TODAY });
    expect(manifest.madeAt).toBe(verifyBackup(backup).madeAt);
    expect(manifest.files).toEqual(verifyBackup(backup).files);
    expect(readFileSync(join(backup, 'manifest.json'), 'utf8')).toBe(before);
    expect(restoreBackup({ from: target, dataDir, now: NOW }).migrated).toBeNull();
    const restored = [...readDocuments(dataDir)].filter(([, docs]) => docs.length > 0);
    // Collections that are new in today's version are restored empty.
    const expected = sorted(migrated.collections).filter(([, docs]) => docs.length > 0);
    expect(new Map(restored)).toEqual(new Map(expected));
  });
});

/** A back-up holds the documents of each collection in the order of their ids. */
function sorted(collections: Collections): [string, unknown[]][] {
  return [...collections].map(([name, docs]) => [
    name,
    [...docs].sort((a, b) => Buffer.compare(Buffer.from(a._id), Buffer.from(b._id))),
  ]);
}

describe('a back-up of a made-up newer program', () => {
  beforeEach(() => {
    unpackWritten(3, home);
    migrateBackup({ from: backup, now: NOW, history: NEXT_HISTORY }, target);
  });

  it('holds what the newer program makes of the documents', () => {
    const notes = readBackup(target, verifyBackup(target)).get('notes');
    expect(notes).toHaveLength(2);
    restoreBackup({ from: target, dataDir, now: NOW, history: NEXT_HISTORY });
    expect(readDataVersion(dataDir)).toBe(TODAY + 1);
  });

  it('is refused with a sentence, and nothing is written', () => {
    const asked = { from: target, dataDir, now: NOW };
    expect(() => restoreBackup(asked)).toThrow('a newer program wrote them');
    expect(existsSync(dataDir)).toBe(false);
    expect(() => migrateBackup(asked, join(home, 'again'))).toThrow('a newer program wrote them');
    expect(readdirSync(home).sort()).toEqual(['backup', 'data', 'migrated']);
  });
});

describe('npm run migrate', () => {
  beforeEach(() => unpackWritten(3, home));

  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/migrate.ts', ...args], {
      encoding: 'utf8',
    });

  it('prints what it would do, migrates a folder once, and says where the former data are', () => {
    const data = join(home, 'data');
    const dry = run('--data', data, '--dry-run');
    expect(dry.stdout).toMatch(/^schema_versions +0 +1 +0 +1 +0$/m);
    expect(dry.stdout).toContain('dry run: nothing was changed');
    expect(readDataVersion(data)).toBe(3);
    const done = run('--data', data);
    expect(done).toMatchObject({ status: 0 });
    expect(done.stdout).toContain(`the former data are in ${data}.before-v${String(TODAY)}-`);
    expect(readDataVersion(data)).toBe(TODAY);
    const again = run('--data', data);
    expect(again.stdout).toBe(`${data} has schema version ${String(TODAY)} already\n`);
  }, 30_000);

  it('rebuilds kept totals of today’s data when it is asked to', () => {
    const data = join(home, 'data');
    run('--data', data);
    const { stdout } = run('--data', data, '--rebuild');
    expect(stdout).toContain(`schema version ${String(TODAY)}: 0 of`);
    expect(stdout).toContain('kept totals rebuilt from the ledger');
  }, 30_000);

  it('migrates a back-up into a new folder, and refuses a damaged one by name', () => {
    const done = run('--data', backup, '--to', target);
    expect(done.stdout).toContain(`the migrated back-up is ${target}`);
    expect(verifyBackup(target)).toMatchObject({ schemaVersion: TODAY });
    appendFileSync(join(backup, 'hosts.jsonl'), '\n');
    const damaged = run('--data', backup, '--to', join(home, 'again'));
    expect(damaged).toMatchObject({ status: 1 });
    expect(damaged.stderr).toContain('damaged: hosts.jsonl');
  }, 30_000);

  it('refuses a folder without data, with its usage', () => {
    const { status, stderr } = run('--data', join(home, 'nowhere'));
    expect(status).toBe(1);
    expect(stderr).toContain('no back-up and no data in');
    expect(stderr).toContain('npm run migrate -- --data <back-up>');
  });
});
