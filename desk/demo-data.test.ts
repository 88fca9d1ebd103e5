import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { emptyData, markDemo, readDemoDay } from './demo-data';

describe('the folder of the data', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'desk-data-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('is new until the demo is complete', () => {
    expect(readDemoDay(dir)).toBeNull();
    markDemo(dir, '2026-11-23');
    expect(readDemoDay(dir)).toBe('2026-11-23');
  });

  it('counts a torn mark as new', () => {
    writeFileSync(path.join(dir, 'demo.json'), '{"seeded');
    expect(readDemoDay(dir)).toBeNull();
  });

  it('loses the cloud’s files when emptied, and nothing else', () => {
    for (const name of ['cloud.db', 'cloud.db-wal', 'notes.txt']) {
      writeFileSync(path.join(dir, name), 'x');
    }
    mkdirSync(path.join(dir, 'files'));
    markDemo(dir, '2026-11-23');
    emptyData(dir);
    expect(readdirSync(dir)).toEqual(['notes.txt']);
    expect(readDemoDay(dir)).toBeNull();
  });

  it('is made when it does not exist', () => {
    const fresh = path.join(dir, 'a/b');
    emptyData(fresh);
    expect(existsSync(fresh)).toBe(true);
  });
});
