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
      'package-lock.json',
      'package.json',
    ]);
    expect(readFileSync(path.join(folder, name, 'index.js'), 'utf8')).toContain('exports');
  });

  it.each(FUNCTION_NAMES)('%s comes with the lock of all that the cloud installs', (name) => {
    const read = (file: string): unknown =>
      JSON.parse(readFileSync(path.join(folder, name, file), 'utf8'));
    const manifest = read('package.json') as { name: string; dependencies: object };
    const lock = read('package-lock.json') as { packages: Record<string, { integrity?: string }> };
    const { '': own, ...installed } = lock.packages;
    expect(own).toMatchObject({ name: manifest.name, dependencies: manifest.dependencies });
    expect(Object.keys(installed).length).toBeGreaterThan(20);
    expect(Object.values(installed).every(({ integrity }) => integrity !== undefined)).toBe(true);
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
