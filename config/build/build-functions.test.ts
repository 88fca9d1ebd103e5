import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildFunctions, FUNCTION_NAMES } from './build-functions';

describe('buildFunctions', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'functions-'));
  const file = (name: string) => path.join(folder, 'public', name);
  const inodeOf = (name: string) => statSync(file(name)).ino;

  beforeAll(() => Promise.all([buildFunctions(folder), buildFunctions(folder)]));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(FUNCTION_NAMES)('two builds at once leave %s whole and no drafts', (name) => {
    expect(readdirSync(path.join(folder, name)).sort()).toEqual([
      'config.json',
      'index.js',
      'package.json',
    ]);
    expect(readFileSync(path.join(folder, name, 'index.js'), 'utf8')).toContain('exports');
  });

  it('leaves files alone whose content stays, and replaces the others in one step', async () => {
    const unchanged = inodeOf('config.json');
    const bundle = readFileSync(file('index.js'), 'utf8');
    writeFileSync(file('index.js'), 'old');
    const old = inodeOf('index.js');
    await buildFunctions(folder);
    expect(inodeOf('config.json')).toBe(unchanged);
    // A new file under the name: who had the old one open still reads all of it.
    expect(inodeOf('index.js')).not.toBe(old);
    expect(readFileSync(file('index.js'), 'utf8')).toBe(bundle);
  });
});
