import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { Simulation } from './simulation';

const SOURCE = `
const { AsyncLocalStorage, AsyncResource } = require('node:async_hooks');
const storage = new AsyncLocalStorage();
exports.main = () => {
  storage.enterWith('kept');
  globalThis.readKept = AsyncResource.bind(() => storage.getStore());
};
`;

const CHOICES = { next: () => 0, latency: () => 1, fault: () => null, random: () => 0.5 };

describe('Simulation', () => {
  const functionsRoot = mkdtempSync(path.join(tmpdir(), 'simulation-'));
  mkdirSync(path.join(functionsRoot, 'notes'));
  writeFileSync(path.join(functionsRoot, 'notes', 'index.js'), SOURCE);

  afterAll(() => rmSync(functionsRoot, { recursive: true }));

  it('ends the storages of its instances when it is closed', async () => {
    const readKept = (): unknown => (Reflect.get(globalThis, 'readKept') as () => unknown)();
    const simulation = new Simulation({
      schema: { collections: {} },
      functionsRoot,
      startAt: '2026-11-24T00:00:00.000Z',
      choices: CHOICES,
    });
    await simulation.call('notes', {}, { person: 'ana' });
    const before = readKept();
    simulation.close();
    expect(before).toBe('kept');
    expect(readKept()).toBeUndefined();
  });
});
