import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { startLocalCloud } from './local-cloud';
import { startProbeCloud } from './testing';

const OPTIONS = { dataDir: ':memory:', functionsRoot: 'none', schema: { collections: {} } };

/** The folder for temporary files during a test. */
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function takePort(): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

describe('startLocalCloud', () => {
  it('keeps uploads of a cloud in memory in a temporary folder until it is closed', async () => {
    const cloud = await startProbeCloud();
    await cloud.value(({ cloud: sdk }) =>
      sdk.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('a') }),
    );
    expect(readdirSync(folder)).toHaveLength(1);
    await cloud.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves no temporary folder when its port is taken', async () => {
    await expect(startLocalCloud({ ...OPTIONS, port: await takePort() })).rejects.toThrow(
      'EADDRINUSE',
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves no temporary folder when the schema is refused', async () => {
    const schema = { collections: { 'not a name': { indexes: [] } } };
    await expect(startLocalCloud({ ...OPTIONS, schema })).rejects.toThrow('not a collection name');
    expect(readdirSync(folder)).toEqual([]);
  });
});
