import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startLocalCloud } from '../local-cloud';
import { openFolder } from './claim';
import { readDataVersion } from './lock';
import { openData } from './open';

const SCHEMA = { version: 3, collections: { docs: { indexes: [] } } };
const functionsRoot = fileURLToPath(new URL('../fixtures/functions', import.meta.url));
const script = fileURLToPath(new URL('../fixtures/hold-folder.ts', import.meta.url));

const killed = fileURLToPath(new URL('../fixtures/write-and-die.ts', import.meta.url));

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-cloud-claim-'));
  file = join(folder, 'cloud.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that has opened the folder. */
function holdFolder(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error('the process could not open the folder'));
    child.once('exit', fail);
    child.stdout.once('data', () => {
      child.off('exit', fail);
      resolve(child);
    });
  });
}

describe('openFolder', () => {
  it('refuses a folder that this process has open, until it is released', () => {
    const first = openFolder(folder, 3);
    expect(() => openFolder(folder, 3)).toThrow(`${folder} is in use by another local cloud`);
    first.release();
    openFolder(folder, 3).release();
  });

  it('refuses a folder that another process has open, and takes it once that is killed', async () => {
    const child = await holdFolder();
    try {
      expect(() => openFolder(folder, 3)).toThrow('is in use by another local cloud');
      const options = { dataDir: folder, functionsRoot, schema: SCHEMA };
      await expect(startLocalCloud(options)).rejects.toThrow('is in use by another local cloud');
    } finally {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    }
    openFolder(folder, 3).release();
  });

  it('is won by one of several processes that start at the same instant', async () => {
    const children = Array.from({ length: 4 }, () => {
      const command = ['--import', 'tsx', script, folder];
      return spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    });
    const outcomes = await Promise.all(
      children.map(async (child) => {
        let errors = '';
        child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
        return new Promise<string>((resolve) => {
          child.stdout.once('data', () => resolve('open'));
          child.once('close', () => resolve(errors));
        });
      }),
    );
    for (const child of children) child.kill('SIGKILL');
    const refused = outcomes.filter((outcome) => outcome !== 'open');
    expect(refused).toHaveLength(3);
    for (const words of refused) expect(words).toContain('is in use by another local cloud');
  });

  it('reads the log that a killed process left beside the database', async () => {
    openFolder(folder, 3).release();
    const writer = spawnSync(process.execPath, ['--import', 'tsx', killed, folder]);
    expect(writer.signal).toBe('SIGKILL');
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    const data = openData(folder, SCHEMA);
    expect(data.database.readAll('docs')).toEqual([{ _id: 'a' }]);
    data.close();
  });

  it('refuses a log whose database is gone, and a database that was cut', () => {
    openData(folder, SCHEMA).close();
    writeFileSync(`${file}-wal`, 'log');
    renameSync(file, `${file}.away`);
    expect(() => openFolder(folder, 3)).toThrow(
      'cloud.db-wal is the log of a database that is gone',
    );
    rmSync(`${file}-wal`);
    renameSync(`${file}.away`, file);
    const { size } = statSync(file);
    truncateSync(file, size - 1);
    expect(() => openFolder(folder, 3)).toThrow('was cut');
    expect(statSync(file).size).toBe(size - 1);
  });

  it('names a lock that it cannot use, which is another thing than one in use', () => {
    writeFileSync(join(folder, 'cloud.db.lock'), 'something else, long enough to be no empty file');
    expect(() => openFolder(folder, 3)).toThrow(/cloud\.db\.lock cannot be used .*not a database/);
    rmSync(join(folder, 'cloud.db.lock'));
    mkdirSync(join(folder, 'cloud.db.lock'));
    expect(() => openFolder(folder, 3)).toThrow(/cloud\.db\.lock cannot be used/);
  });

  it('makes a database that is whole, also for a schema without a version', () => {
    openFolder(folder, 0).release();
    expect(statSync(file).size).toBeGreaterThan(0);
    expect(existsSync(`${file}.new`)).toBe(false);
    expect(readDataVersion(folder)).toBe(0);
    openFolder(folder, 0).release();
  });

  it('begins again after a process that was killed while it made the database', () => {
    writeFileSync(`${file}.new`, 'half');
    openFolder(folder, 3).release();
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it.each([
    ['an empty file', '', 'is empty'],
    ['another kind of file', 'PK\u0003\u0004 a spreadsheet', 'is not a database'],
    ['a file that was cut', 'SQLite fo', 'is not a database'],
  ])('refuses %s, leaves it as it is and gives the folder back', (_what, content, message) => {
    writeFileSync(file, content);
    for (let time = 0; time < 2; time += 1) expect(() => openFolder(folder, 3)).toThrow(message);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });
});
