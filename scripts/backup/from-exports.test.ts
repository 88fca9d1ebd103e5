import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { listStoredFiles, openSnapshot } from 'local-cloud/data';

import { SCHEMA } from '../../cloud/database/schema';
import { versionMark } from '../../cloud/migrations/version-marks';
import { makeBackup } from './make';
import { restoreBackup } from './put-back';
import { verifyBackup } from './verify';

const NOW = '2026-11-23T12:00:00.000Z';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huadu-exports-'));
  mkdirSync(join(folder, 'exports/files/shops/s1'), { recursive: true });
  const lines = [
    '{"_id":"b","at":{"$date":"2026-11-23T12:00:00.000Z"},"n":1}',
    '{"_id":"a", "n": 2}',
  ];
  writeFileSync(join(folder, 'exports/shops.json'), lines.join('\n'));
  writeFileSync(join(folder, 'exports/hosts.jsonl'), '');
  const mark = versionMark(SCHEMA.version, NOW);
  writeFileSync(join(folder, 'exports/schema_versions.json'), JSON.stringify(mark));
  writeFileSync(join(folder, 'exports/files/shops/s1/cover.jpg'), 'picture');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function make(name = 'backup') {
  return makeBackup({
    dataDir: join(folder, 'exports'),
    exportsOf: 'huadu-1a2b',
    target: join(folder, name),
    now: NOW,
  });
}

describe('a back-up from exports of a WeChat environment', () => {
  it('is verified and restored like a back-up of a local cloud', () => {
    const manifest = make();
    expect(manifest.environment).toEqual({ kind: 'wechat', id: 'huadu-1a2b' });
    expect(manifest).toMatchObject({ schemaVersion: SCHEMA.version });
    expect(manifest.collections.map(({ name, documents }) => [name, documents])).toEqual([
      ['hosts', 0],
      ['schema_versions', 1],
      ['shops', 2],
    ]);
    expect(verifyBackup(join(folder, 'backup'))).toEqual(manifest);
    const dataDir = join(folder, 'restored');
    restoreBackup({ from: join(folder, 'backup'), dataDir, now: NOW });
    const snapshot = openSnapshot(dataDir);
    expect(snapshot.readAll('shops')).toEqual([
      { _id: 'a', n: 2 },
      { _id: 'b', at: new Date(NOW), n: 1 },
    ]);
    snapshot.close();
    expect(listStoredFiles(join(dataDir, 'files')).map(({ cloudPath }) => cloudPath)).toEqual([
      'shops/s1/cover.jpg',
    ]);
  });

  it('has schema version 3 when the exports have no version mark', () => {
    rmSync(join(folder, 'exports/schema_versions.json'));
    expect(make()).toMatchObject({ schemaVersion: 3 });
  });

  it('does not depend on the order of lines, on spaces, or on how a date is written', () => {
    const first = make();
    const file = join(folder, 'exports/shops.json');
    const [b = '', a = ''] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, `${a.replaceAll(' ', '')}\n\n${b.replace('.000Z', 'Z')}\n`);
    expect(make('again').collections).toEqual(first.collections);
  });

  it.each([
    ['{"_id":"a"}\n{"_id":', 'shops.json, line 2'],
    ['{"n":1}', 'shops.json, line 1: Error: no _id'],
    ['{"_id":"a"}\n{"_id":"a"}', 'shops.json: an _id occurs twice'],
  ])('refuses %j by file and line', (text, words) => {
    writeFileSync(join(folder, 'exports/shops.json'), text);
    expect(() => make()).toThrow(words);
  });

  it('refuses a folder without exports', () => {
    cpSync(join(folder, 'exports/files'), join(folder, 'only-files'), { recursive: true });
    const dataDir = join(folder, 'only-files');
    const target = join(folder, 'backup');
    expect(() => makeBackup({ dataDir, exportsOf: 'huadu-1a2b', target, now: NOW })).toThrow(
      'no <collection>.json',
    );
  });
});
