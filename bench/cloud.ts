import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { buildFunctions } from '../config/build/build-functions';
import { type GeneratedPage, writePage } from '../scripts/generated-page';
import { axesTable, type MeasuredAxis, measureAxis } from './cloud/axes';
import { type BenchCase, CASES } from './cloud/cases';
import { openBenchCloud } from './cloud/clouds';
import { contentionTable, measureContention } from './cloud/contention';
import { AXES } from './cloud/listing';
import { measure, type MeteredCloud } from './cloud/measure';
import { measureRawSqlite, rawSqliteTable } from './cloud/raw-sqlite';
import {
  callsTable,
  costTable,
  type MeasuredCase,
  maxCallsOf,
  MAX_SLOWER,
  rowsOf,
  slowerBy,
} from './cloud/report';
import { type BenchRow, printBench } from './rows';

const USAGE = 'npm run bench:cloud -- [--json] [--rounds <odd number>] [--only <text>] [--write]';
/** Growth is judged by one look, so it takes more rounds than a figure of a case. */
const ROUNDS_ON_AXES = 5;
const SIZES = [10, 1000, 10_000];
const PAGE: GeneratedPage = {
  file: 'cost-per-endpoint.md',
  title: 'Cost per endpoint',
  command: 'npm run bench:cloud -- --write',
};
const CALLS = fileURLToPath(new URL('./cloud.calls.json', import.meta.url));

/** Number of times that a ratio above the limit is measured again. */
const MAX_REPEATS = 5;

/**
 * Measures a case. A ratio above the limit is measured again and the lowest counts: a busy machine
 * raises single ratios, while a cost that grows with history raises all of them.
 */
async function measureCase(
  clouds: readonly MeteredCloud[],
  benchCase: BenchCase,
  rounds: number,
): Promise<MeasuredCase> {
  const { name, endpoint, fullFrom = 0, maxCalls = maxCallsOf(endpoint) } = benchCase;
  const measureTimes = async (times: number): Promise<MeasuredCase> => {
    const costs = await measure(clouds, benchCase, times);
    return { name, endpoint, maxCalls, fullFrom, costs };
  };
  let lowest = await measureTimes(rounds);
  for (let repeat = 0; repeat < MAX_REPEATS && slowerBy(lowest) > MAX_SLOWER; repeat += 1) {
    const again = await measureTimes(rounds * 3);
    if (slowerBy(again) < slowerBy(lowest)) lowest = again;
  }
  return lowest;
}

async function measureAll(rounds: number, only: string): Promise<MeasuredCase[]> {
  const clouds = [];
  for (const sessions of SIZES) clouds.push(await openBenchCloud(sessions));
  try {
    const cases: MeasuredCase[] = [];
    for (const benchCase of CASES.filter(({ name }) => name.includes(only))) {
      cases.push(await measureCase(clouds, benchCase, rounds));
    }
    return cases;
  } finally {
    for (const cloud of clouds) await cloud.close();
  }
}

interface Measured {
  cases: readonly MeasuredCase[];
  axes: readonly MeasuredAxis[];
  contention: readonly BenchRow[];
  raw: readonly BenchRow[];
}

function tablesOf({ cases, axes, contention, raw }: Measured): string {
  const calls = `## What the calls are for\n\n${callsTable(cases)}`;
  const hot = contention.length === 0 ? [] : [contentionTable(contention)];
  const beside = raw.length === 0 ? [] : [rawSqliteTable(raw)];
  return [costTable(cases), axesTable(axes), ...hot, ...beside, calls].join('\n\n');
}

async function measureAxes(rounds: number, only: string): Promise<MeasuredAxis[]> {
  const measured: MeasuredAxis[] = [];
  for (const axis of AXES.filter(({ counted }) => only === '' || counted === only)) {
    measured.push(...(await measureAxis(axis, rounds)));
  }
  return measured;
}

/** Wire calls by case, as in the documents and in the cost estimate. */
function callsOf(cases: readonly MeasuredCase[]): Record<string, number> {
  return Object.fromEntries(cases.map(({ name, costs }) => [name, costs[0]?.wireCalls ?? 0]));
}

async function write(measured: Measured): Promise<void> {
  const { cases } = measured;
  await writePage(PAGE, tablesOf(measured));
  writeFileSync(CALLS, `${JSON.stringify(callsOf(cases), null, 2)}\n`);
}

/** Cases whose calls differ from the written ones. */
function driftOf(cases: readonly MeasuredCase[]): string[] {
  const written = JSON.parse(readFileSync(CALLS, 'utf8')) as Record<string, number>;
  return Object.entries(callsOf(cases))
    .filter(([name, calls]) => written[name] !== calls)
    .map(([name, calls]) => `${name}: ${String(calls)} calls, written ${String(written[name])}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '11' },
      only: { type: 'string', default: '' },
      write: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds: not a number of rounds');
  await buildFunctions();
  const isCase = !['at once', 'raw SQLite', ...AXES.map(({ counted }) => counted)].includes(
    values.only,
  );
  const cases = isCase ? await measureAll(rounds, values.only) : [];
  const axes = await measureAxes(rounds * ROUNDS_ON_AXES, values.only);
  const isHot = ['', 'at once'].includes(values.only);
  const contention = isHot ? await measureContention(rounds, MAX_REPEATS) : [];
  const isRaw = ['', 'raw SQLite'].includes(values.only);
  const raw = isRaw ? await measureRawSqlite() : [];
  const measured = { cases, axes, contention, raw };
  if (values.write) await write(measured);
  printBench({
    bench: 'cloud',
    rows: [...cases.flatMap(rowsOf), ...axes.flatMap(({ rows }) => rows), ...contention, ...raw],
    isJson: values.json,
    table: () => tablesOf(measured),
    faults: driftOf(cases).map((line) => `differs from the document, use --write: ${line}`),
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  console.error(USAGE);
  // The clouds of an interrupted bench would keep the process alive.
  process.exit(1);
});
