import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { applySample } from './apply';
import { edited } from './edited';
import type { Sample } from './samples';

describe('edited', () => {
  it.each([
    ['new', { text: 'x\n' }, 'x\n'],
    ['at the end', { atEnd: 'x\n' }, 'a\nb\nx\n'],
    ['after a line', { after: 'a\n', text: 'x\n' }, 'a\nx\nb\n'],
    ['before a line', { before: 'b\n', text: 'x\n' }, 'a\nx\nb\n'],
  ])('edits a text: %s', (_kind, edit, text) => {
    expect(edited('a.ts', 'a\nb\n', edit)).toBe(text);
  });

  it.each(['missing', 'a\n'])('refuses an anchor that is not found once: %j', (after) => {
    expect(() => edited('a.ts', 'a\na\n', { after, text: 'x' })).toThrow('a.ts: found');
  });
});

describe('applySample', () => {
  let root = '';
  const sample: Sample = {
    title: 'Add a page',
    maxFiles: 2,
    names: { page: 'sample' },
    edits: { 'src/paths.ts': [{ atEnd: 'b\n' }], 'src/sample/index.tsx': [{ text: 'x\n' }] },
  };
  const LIST = '\n## Add a page\n\n1. `src/paths.ts`: a\n2. `src/<page>/index.tsx`: b\n';

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'additions-'));
    const kept = { ...sample, edits: { 'src/paths.ts': [{ text: 'a\n' }] } };
    applySample(root, '\n## Add a page\n\n1. `src/paths.ts`: a\n', kept);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('edits the listed files', () => {
    applySample(root, LIST, sample);
    expect(readFileSync(path.join(root, 'src/paths.ts'), 'utf8')).toBe('a\nb\n');
    expect(readFileSync(path.join(root, 'src/sample/index.tsx'), 'utf8')).toBe('x\n');
  });

  it.each([
    ['a file that is only listed', `${LIST}3. \`src/a.ts\`: c\n`, { maxFiles: 3 }, 'only listed'],
    ['a file that is not listed', LIST.replace('2. ', '- '), {}, 'not listed'],
    ['more files than the limit', LIST, { maxFiles: 1 }, 'lists 2 files, at most 1'],
  ])('refuses %s', (_kind, list, change, message) => {
    expect(() => applySample(root, list, { ...sample, ...change })).toThrow(message);
  });

  it('refuses to create a file that exists', () => {
    writeFileSync(path.join(root, 'src/paths.ts'), 'kept\n');
    const edits = { ...sample.edits, 'src/paths.ts': [{ text: 'b\n' }] };
    expect(() => applySample(root, LIST, { ...sample, edits })).toThrow('exists already');
  });
});
