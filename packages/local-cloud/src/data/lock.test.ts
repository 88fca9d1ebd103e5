import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { copyDatabase, lockData, readDataVersion } from './lock';
import { Storage } from '../engine/storage';
import { openSnapshot } from './snapshot';

const SCHEMA = { version: 7, collections: { docs: { indexes: [] } } };

const folder = mkdtempSync(join(tmpdir(), 'local-cloud-lock-'));
/** Written by this process, which therefore cannot lock it; each test works on a copy. */
const written = join(folder, 'written');
let dataDir = '';
let copies = 0;

function openStorage(): Storage {
  return new Storage(join(dataDir, 'cloud.db'), SCHEMA);
}

beforeAll(() => {
  mkdirSync(written);
  const storage = new Storage(join(written, 'cloud.db'), SCHEMA);
  const table = storage.table('docs');
  for (const id of ['b', 'a', 'c']) {
    storage.apply([{ table, id, before: undefined, after: { _id: id } }]);
  }
  storage.close();
});
beforeEach(() => {
  dataDir = join(folder, String(copies++));
  cpSync(written, dataDir, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readDataVersion', () => {
  it('reads the schema version, and null where there are no data yet', () => {
    expect(readDataVersion(dataDir)).toBe(7);
    expect(readDataVersion(join(dataDir, 'none'))).toBeNull();
    writeFileSync(join(dataDir, 'cloud.db'), '');
    expect(readDataVersion(dataDir)).toBeNull();
  });
});

describe('lockData', () => {
  it('lets others read and keeps a cloud from starting until it is released', () => {
    const lock = lockData(dataDir);
    expect(lock.version).toBe(7);
    const snapshot = openSnapshot(dataDir);
    expect(snapshot.readAll('docs')).toHaveLength(3);
    snapshot.close();
    expect(openStorage).toThrow('locked');
    lock.release();
    openStorage().close();
  });

  it('leaves the database in one file, which a rename may replace while it is locked', () => {
    const lock = lockData(dataDir);
    const files = readdirSync(dataDir).filter((name) => name.startsWith('cloud.db'));
    expect(files).toEqual(['cloud.db']);
    copyDatabase(dataDir, join(dataDir, 'other.db'));
    renameSync(join(dataDir, 'other.db'), join(dataDir, 'cloud.db'));
    lock.release();
    const storage = openStorage();
    expect(storage.readAll('docs')).toHaveLength(3);
    storage.close();
  });

  it('refuses data that are open, and a folder without data', () => {
    const storage = openStorage();
    expect(() => lockData(dataDir)).toThrow('stop the local cloud first');
    storage.close();
    expect(() => lockData(join(dataDir, 'none'))).toThrow('holds no data of a local cloud');
  });
});

describe('copyDatabase', () => {
  it('copies documents in their order and the schema version, while the data are locked', () => {
    const copy = join(dataDir, 'copy');
    mkdirSync(copy);
    const lock = lockData(dataDir);
    copyDatabase(dataDir, join(copy, 'cloud.db'));
    lock.release();
    expect(readDataVersion(copy)).toBe(7);
    const snapshot = openSnapshot(copy);
    expect(snapshot.readAll('docs').map((doc) => doc['_id'])).toEqual(['b', 'a', 'c']);
    snapshot.close();
  });

  it('does not write over a file', () => {
    copyDatabase(dataDir, join(dataDir, 'other.db'));
    expect(() => copyDatabase(dataDir, join(dataDir, 'other.db'))).toThrow('exists');
  });
});
