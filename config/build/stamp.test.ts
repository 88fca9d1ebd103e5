import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type Stamp, stampOf } from './stamp';

describe('stampOf', () => {
  let folder = '';
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  const stamp = (kept: Stamp | null = null) =>
    stampOf(path.dirname(folder), [path.basename(folder)], kept);

  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'stamp-')), 'src');
    mkdirSync(path.join(folder, 'sub'), { recursive: true });
    write('a.ts', 'one');
    write('sub/b.ts', 'two');
  });
  afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

  it.each([
    ['a changed file', () => write('sub/b.ts', 'six')],
    ['a new file', () => write('c.ts', '')],
    ['a removed file', () => rmSync(path.join(folder, 'a.ts'))],
  ])('changes its content hash with %s', (_change, apply) => {
    const before = stamp();
    apply();
    expect(stamp(before).content).not.toBe(before.content);
  });

  it('notices a change that keeps size and modification time', () => {
    const file = path.join(folder, 'a.ts');
    const { atime, mtime } = statSync(file);
    const before = stamp();
    write('a.ts', 'two');
    utimesSync(file, atime, mtime);
    expect(stamp(before).content).not.toBe(before.content);
  });

  it('keeps its content hash when a file is written again with the same text', () => {
    const before = stamp();
    utimesSync(path.join(folder, 'a.ts'), 1, 1);
    const after = stamp(before);
    expect(after.content).toBe(before.content);
    expect(after.metadata).not.toBe(before.metadata);
  });

  it('reads no content when sizes and times are as kept', () => {
    const kept = { metadata: stamp().metadata, content: 'not read again' };
    expect(stamp(kept)).toEqual(kept);
  });

  it('leaves tests out', () => {
    const before = stamp();
    write('a.test.ts', 'it();');
    expect(stamp()).toEqual(before);
  });
});
