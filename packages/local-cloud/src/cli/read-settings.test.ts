import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { readRules, readSchema } from './read-settings';

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('readSchema', () => {
  it('reads JSON and the default export of a module', async () => {
    const schema = { collections: { notes: { indexes: [] } } };
    const text = JSON.stringify(schema);
    expect(await readSchema(write('schema.json', text))).toEqual(schema);
    expect(await readSchema(write('schema.mjs', `export default ${text}`))).toEqual(schema);
  });

  it.each([
    ['a.json', '[]', 'does not contain { collections }'],
    ['b.json', '{"collections":{"notes":{}}}', 'the collection notes has no list of indexes'],
    ['c.mjs', 'export const schema = {}', 'does not contain { collections }'],
  ])('refuses %s with %s', async (name, text, message) => {
    await expect(readSchema(write(name, text))).rejects.toThrow(message);
  });
});

describe('readRules', () => {
  it('reads rules by name of the function', async () => {
    const rules = { '*': 'auth', feed: 'anyone' };
    expect(await readRules(write('rules.json', JSON.stringify(rules)))).toEqual(rules);
  });

  it.each([
    ['d.json', '["auth"]', 'does not contain rules'],
    ['e.json', '{"feed":"everyone"}', 'the rule of feed must be one of auth, anyone'],
  ])('refuses %s with %s', async (name, text, message) => {
    await expect(readRules(write(name, text))).rejects.toThrow(message);
  });
});
