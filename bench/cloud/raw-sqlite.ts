import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

import type { CloudSchema } from 'local-cloud';
import { type ProbeCloud, type ProbeTools, startProbeCloud } from 'local-cloud/testing';
import type { BenchRow } from '../rows';
import { median } from './measure';

const LOCAL_CLOUD = fileURLToPath(
  new URL('../../packages/local-cloud/package.json', import.meta.url),
);

/** Documents in the collection, and how long each of them is. */
const DOCUMENTS = 2000;
const TEXT = 'x'.repeat(800);
/** How long one look at an operation takes, in ms. */
const LOOK_MS = 250;

const SCHEMA: CloudSchema = {
  collections: { points: { fields: { text: 'text', n: 'number' }, indexes: [] } },
};

/**
 * The most operations of raw SQLite in the time of one. Through a function it is five times what a
 * quiet machine takes: an event passes three threads, which wait for each other on a busy one.
 */
const MAX_RATIO = {
  'in its process': { read: 8, write: 8 },
  'through a function': { read: 500, write: 500 },
} as const;

type Way = keyof typeof MAX_RATIO;
type Operation = 'read' | 'write';

interface Statement {
  run(params: unknown[]): unknown;
  get(params: unknown[]): unknown;
}

/** SQLite as the local cloud opens it. */
interface RawDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  close(): unknown;
}

/** The very package that the local cloud uses, which is no dependency of this repository's root. */
function openRaw(file: string): RawDatabase {
  const Raw = createRequire(LOCAL_CLOUD)('libsql') as new (file: string) => RawDatabase;
  return new Raw(file);
}

/** Does operations one after the other for a while. @returns operations a second */
async function rateOf(clients: number, operate: (n: number) => unknown): Promise<number> {
  let done = 0;
  const startedAt = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - startedAt < LOOK_MS) {
      await operate((done * 7919) % DOCUMENTS);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (done * 1000) / (performance.now() - startedAt);
}

function rawOperations(raw: RawDatabase): Record<Operation, (n: number) => unknown> {
  const read = raw.prepare('SELECT doc FROM points WHERE id = ?');
  const write = raw.prepare('UPDATE points SET doc = ? WHERE id = ?');
  return {
    read: (n) => JSON.parse((read.get([String(n)]) as { doc: string }).doc) as unknown,
    // Outside a transaction, each statement is committed by itself.
    write: (n) => write.run([JSON.stringify({ _id: String(n), text: TEXT, n }), String(n)]),
  };
}

function fillRaw(file: string): RawDatabase {
  const raw = openRaw(file);
  raw.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  raw.exec('CREATE TABLE points (id TEXT NOT NULL PRIMARY KEY, doc TEXT NOT NULL); BEGIN');
  const insert = raw.prepare('INSERT INTO points (id, doc) VALUES (?, ?)');
  for (let n = 0; n < DOCUMENTS; n += 1) {
    insert.run([String(n), JSON.stringify({ _id: String(n), text: TEXT, n })]);
  }
  raw.exec('COMMIT');
  return raw;
}

async function openCloud(dataDir: string, workers: number): Promise<ProbeCloud> {
  const cloud = await startProbeCloud({ dataDir, workers, schema: SCHEMA, strict: true });
  const docs = Array.from({ length: DOCUMENTS }, (_v, n) => ({ _id: String(n), text: TEXT, n }));
  await cloud.database.insert('points', docs);
  return cloud;
}

async function readPoint({ db, args }: ProbeTools<{ id: string }>): Promise<unknown> {
  return (await db.collection('points').doc(args.id).get()).data;
}

async function writePoint({
  db,
  args,
}: ProbeTools<{ id: string; data: Record<string, unknown> }>): Promise<unknown> {
  return db.collection('points').doc(args.id).set({ data: args.data });
}

function functionOperations(cloud: ProbeCloud): Record<Operation, (n: number) => unknown> {
  return {
    read: (n) => cloud.value(readPoint, { id: String(n) }),
    write: (n) => cloud.value(writePoint, { id: String(n), data: { text: TEXT, n } }),
  };
}

function ownOperations(cloud: ProbeCloud): Record<Operation, (n: number) => unknown> {
  return {
    read: (n) => cloud.database.find('points', { _id: String(n) }),
    write: (n) => cloud.database.put('points', String(n), { text: TEXT, n }),
  };
}

/** What is compared with raw SQLite. */
interface Compared {
  way: Way;
  operation: Operation;
  /** Clients and workers, in words. */
  load: string;
  clients: number;
  operate: (n: number) => unknown;
}

function comparedIn(clouds: readonly (readonly [workers: number, ProbeCloud])[]): Compared[] {
  return clouds.flatMap(([workers, cloud]) =>
    (['read', 'write'] as const).flatMap((operation): Compared[] => {
      const own = { way: 'in its process', operation, load: 'one client', clients: 1 } as const;
      const through = [1, 8].map((clients) => ({
        way: 'through a function' as const,
        operation,
        load: `${clients === 1 ? 'one client' : 'eight clients'}, ${workers === 1 ? 'one worker' : 'four workers'}`,
        clients,
        operate: functionOperations(cloud)[operation],
      }));
      const beside = { ...own, operate: ownOperations(cloud)[operation] };
      return workers === 1 ? [beside, ...through] : through;
    }),
  );
}

/** Raw SQLite and the other, one after the other. */
async function look(
  { operation, clients, operate }: Compared,
  raw: RawDatabase,
): Promise<{ rawRate: number; rate: number }> {
  const rawRate = await rateOf(1, rawOperations(raw)[operation]);
  return { rawRate, rate: await rateOf(clients, operate) };
}

async function rowsFor(compared: Compared, raw: RawDatabase, rounds: number): Promise<BenchRow[]> {
  const { way, operation, load } = compared;
  await look(compared, raw);
  const looks = [];
  for (let round = 0; round < rounds; round += 1) looks.push(await look(compared, raw));
  const ratio = median(looks.map(({ rawRate, rate }) => rawRate / rate));
  const limit = MAX_RATIO[way][operation];
  const name = `${operation === 'write' ? 'durable write' : 'read'} ${way}, ${load}`;
  const figure = (metric: string, value: number): BenchRow => {
    return { case: name, metric, value: Math.round(value), unit: 'a second' };
  };
  return [
    {
      case: name,
      metric: 'raw SQLite : local cloud',
      value: Math.round(ratio * 10) / 10,
      unit: '×',
      limit,
      ok: ratio <= limit,
    },
    figure('local cloud', median(looks.map(({ rate }) => rate))),
    figure('raw SQLite', median(looks.map(({ rawRate }) => rawRate))),
  ];
}

/**
 * Measures the local cloud beside SQLite without it: the same package, documents and durability, one
 * after the other, so that a busy machine slows both.
 * @returns rows of the ratios, worst first, each with the rates that it is made of
 */
export async function measureRawSqlite(rounds = 3): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-raw-'));
  const raw = fillRaw(path.join(folder, 'raw.db'));
  const clouds: [number, ProbeCloud][] = [];
  try {
    for (const workers of [1, 4]) {
      clouds.push([
        workers,
        await openCloud(path.join(folder, `cloud-${String(workers)}`), workers),
      ]);
    }
    const groups: BenchRow[][] = [];
    for (const compared of comparedIn(clouds)) groups.push(await rowsFor(compared, raw, rounds));
    groups.sort(([a], [b]) => (b?.value ?? 0) - (a?.value ?? 0));
    return groups.flat();
  } finally {
    for (const [, cloud] of clouds) await cloud.close();
    raw.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The figures as Markdown. */
export function rawSqliteTable(rows: readonly BenchRow[]): string {
  const names = [...new Set(rows.map((row) => row.case))];
  const lines = names.map((name) => {
    const [ratio, own, raw] = rows.filter((row) => row.case === name);
    const cells = [
      `${String(ratio?.value)} ×`,
      `${String(ratio?.limit)} ×`,
      own?.value,
      raw?.value,
    ];
    return `| ${name} | ${cells.map(String).join(' | ')} |`;
  });
  const head = '| worst first | ratio | limit | local cloud, a second | raw SQLite, a second |';
  return `## Beside raw SQLite\n\n${head}\n| --- | ---: | ---: | ---: | ---: |\n${lines.join('\n')}`;
}
