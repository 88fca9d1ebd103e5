import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, describe, expect, it } from 'vitest';

import { readDataVersion } from 'local-cloud/data';
import { bundleFunctions, PROBE } from 'local-cloud/testing';

import { SCHEMA } from '../cloud/database/schema';
import { unpackWritten } from '../tests/testkit/written-data/unpack';

const folder = mkdtempSync(join(tmpdir(), 'local-cloud-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MAIN = fileURLToPath(new URL('./local-cloud.ts', import.meta.url));

function run(...args: string[]): ReturnType<typeof spawn> {
  return spawn(process.execPath, ['--import', 'tsx', MAIN, ...args]);
}

async function call(url: string, body: string): Promise<{ result: { value: unknown } }> {
  const response = await fetch(`${url}/fn/probe`, {
    method: 'POST',
    headers: { 'x-person': 'ana' },
    body: JSON.stringify({ body }),
  });
  return (await response.json()) as { result: { value: unknown } };
}

const KEPT = { _id: 'kept', shopId: 'sone', scope: {}, recentAmounts: [], entriesAt: null };
const ADD = `async ({ db }) => db.collection('sales_days').add({ data: ${JSON.stringify(KEPT)} })`;
const READ = `async ({ db }) => [
  (await db.collection('sales_days').doc('kept').get()).data,
  (await db.collection('rule_sets').where({ isCurrent: true }).count()).total > 0,
  (await db.collection('schema_versions').doc('v${String(SCHEMA.version)}').get()).data.version,
  await db.collection('sales_days').count().then(() => 'loose', () => 'strict'),
]`;

describe('npm run local-cloud', () => {
  it('prints one line, listens on loopback only, closes on SIGTERM and keeps the data', async () => {
    const data = join(folder, 'data');
    const args = [
      '--port',
      '0',
      '--data',
      data,
      '--functions',
      await bundleFunctions({ probe: PROBE }),
    ];
    for (const isSecond of [false, true]) {
      const child = run(...args);
      const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
      const url = /^local cloud ready on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(String(line))?.[1];
      expect(url).toBeDefined();
      if (isSecond)
        expect((await call(url ?? '', READ)).result.value).toEqual([
          KEPT,
          true,
          SCHEMA.version,
          'strict',
        ]);
      else await call(url ?? '', ADD);
      await expectClosedElsewhere(Number(url?.split(':').at(-1)));
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([0, null]);
    }
    const log = join(data, 'cloud.db-wal');
    expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
  });

  it('migrates data that an earlier version wrote before it is ready', async () => {
    const home = join(folder, 'earlier');
    unpackWritten(3, home);
    const data = join(home, 'data');
    const child = run('--port', '0', '--data', data, '--functions', 'cloudfunctions');
    const logged: string[] = [];
    child.stderr?.on('data', (chunk: Buffer) => logged.push(String(chunk)));
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(logged.join('')).toContain(
      `data migrated … schema version 3 → ${String(SCHEMA.version)}`,
    );
    expect(readDataVersion(data)).toBe(SCHEMA.version);
    expect(readdirSync(home).filter((name) => name.startsWith('data.before-v'))).toHaveLength(1);
  });

  it.each([['--port', 'x'], ['--seed', 'some'], ['--unknown']])(
    'refuses %s %s with its usage',
    async (...args) => {
      const child = run('--data', join(folder, 'none'), ...args);
      const chunks: string[] = [];
      child.stderr?.on('data', (chunk: Buffer) => chunks.push(String(chunk)));
      expect(await once(child, 'exit')).toEqual([1, null]);
      expect(chunks.join('')).toContain('--seed none|demo');
    },
  );
});

/** Every other address of this machine refuses the connection. */
async function expectClosedElsewhere(port: number): Promise<void> {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  for (const { address } of addresses.filter((a) => a.family === 'IPv4' && !a.internal)) {
    await expect(fetch(`http://${address}:${String(port)}/`)).rejects.toThrow();
  }
}
