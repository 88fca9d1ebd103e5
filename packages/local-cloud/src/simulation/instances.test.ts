import type { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { Instances } from './instances';

const SOURCE = `
const { AsyncLocalStorage } = require('node:async_hooks');
const storage = new AsyncLocalStorage();
exports.main = (work) => work(storage);
`;

describe('Instances', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'instances-'));
  mkdirSync(path.join(root, 'notes'));
  writeFileSync(path.join(root, 'notes', 'index.js'), SOURCE);

  afterAll(() => rmSync(root, { recursive: true }));

  it('keeps the storages of an instance until it ends, and then costs nothing for them', async () => {
    const instances = new Instances(root);
    const main = instances.take('notes');
    const run = main as (work: (storage: AsyncLocalStorage<string>) => unknown) => unknown;
    run((storage) => storage.enterWith('kept'));
    await Promise.resolve();
    expect(run((storage) => storage.getStore())).toBe('kept');
    instances.release('notes', main);
    instances.clear();
    expect(run((storage) => storage.getStore())).toBeUndefined();
  });
});
