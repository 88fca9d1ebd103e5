import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, describe, expect, it } from 'vitest';

import { Engine } from './engine/engine';

import { FIXTURE_SCHEMA } from './fixtures/cloud';
import { bundleFunctions, PROBE, type ProbeResult, type ProbeTools } from './testing';

const folder = mkdtempSync(join(tmpdir(), 'local-cloud-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WRITERS = 6;
const BURST = 80;

async function serve(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const script = fileURLToPath(new URL('./fixtures/serve.ts', import.meta.url));
  const root = await bundleFunctions({ probe: PROBE });
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, root], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('no output');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
}

/** Writes an entry and its writer's total in one transaction, and then a plain entry. */
async function writeOnce({
  db,
  _,
  args,
}: ProbeTools<{ id: string; writer: string }>): Promise<string> {
  const t = await db.startTransaction();
  await t
    .collection('counters')
    .doc(args.writer)
    .update({ data: { n: _.inc(1) } });
  await t.collection('things').add({ data: { _id: args.id, kind: args.writer } });
  await t.commit();
  await db.collection('plain').add({ data: { _id: args.id } });
  return args.id;
}

describe('a cloud that is killed during writes', () => {
  it('keeps every acknowledged write and no part of a transaction', async () => {
    const dataDir = join(folder, 'data');
    const { child, url } = await serve(dataDir);
    const acknowledged: string[] = [];
    const call = async (body: string, args: unknown): Promise<ProbeResult<string>> => {
      const response = await fetch(`${url}/fn/probe`, {
        method: 'POST',
        headers: { 'x-person': 'writer' },
        body: JSON.stringify({ body, args }),
      });
      return ((await response.json()) as { result: ProbeResult<string> }).result;
    };
    const create = `async ({ db, args }) => db.collection('counters').add({ data: { _id: args, n: 0 } })`;
    const writers = Array.from({ length: WRITERS }, (_v, i) => `w${String(i)}`);
    for (const writer of writers) await call(create, writer);
    const running = writers.map(async (writer) => {
      for (let i = 0; ; i++) {
        const args = { id: `${writer}-${String(i)}`, writer };
        const result = await call(writeOnce.toString(), args).catch(() => undefined);
        if (!result) return;
        if (result.ok) acknowledged.push(result.value);
        if (acknowledged.length === BURST) child.kill('SIGKILL');
      }
    });
    await Promise.all(running);

    const engine = new Engine(join(dataDir, 'cloud.db'), FIXTURE_SCHEMA);
    const idsOf = (name: string): Set<unknown> =>
      new Set(engine.storage.readAll(name).map((doc) => doc['_id']));
    const [things, plain] = [idsOf('things'), idsOf('plain')];
    expect(acknowledged.length).toBeGreaterThanOrEqual(BURST);
    expect(acknowledged.filter((id) => !things.has(id) || !plain.has(id))).toEqual([]);
    const stored = engine.storage.readAll('things');
    for (const total of engine.storage.readAll('counters')) {
      const own = stored.filter((doc) => doc['kind'] === total['_id']);
      expect(total['n'], String(total['_id'])).toBe(own.length);
    }
    engine.close();
  });
});
