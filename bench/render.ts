import { parseArgs } from 'node:util';

import { runMain } from '../scripts/run-main';
import { listRatios, listRows, pageRows } from './render/gates';
import { LIST_PROGRAMS, measureList } from './render/list';
import type { ListCost } from './render/list';
import { Measurer } from './render/measure';
import { openBenchWindow } from './render/window';
import type { BenchRow } from './rows';

const USAGE = 'npm run bench:render -- [--json] [--rows <longest list>]';
const SIZES = [20, 100, 1_000, 5_000];
const KIB = 1024;

/** Limits of pages opened cold. */
const PROGRESS = { calls: 3, bytes: 24 * KIB };
const STORE = { calls: 2, bytes: 12 * KIB };

const ours = (path: string, person: string): string =>
  `open('/weapp/build.json', '${path}', '${person}')`;

async function measurePages(measurer: Measurer, shopId: string): Promise<BenchRow[]> {
  const progress = await measurer.step(ours('/pages/progress/index', 'streamer'));
  const twin = await measurer.step("open('/bench/native.json', '/progress/index', 'streamer')");
  const store = await measurer.step(ours(`/pages/shop/index?id=${shopId}`, ''));
  await measurer.checkErrors();
  return [
    ...pageRows('ours, progress', progress, PROGRESS),
    ...pageRows('native twin, progress', twin, null),
    ...pageRows('ours, store page from a card', store, STORE),
  ];
}

async function measureAll(longest: number): Promise<BenchRow[]> {
  const sizes = SIZES.filter((size) => size <= longest);
  const bench = await openBenchWindow();
  try {
    const measurer = await Measurer.in(bench.page);
    const costs: ListCost[] = [];
    for (const program of LIST_PROGRAMS) {
      for (const size of sizes) costs.push(await measureList(measurer, program, size));
    }
    const pages = await measurePages(measurer, bench.shopId);
    return [...costs.flatMap(listRows), ...listRatios(costs, sizes), ...pages];
  } finally {
    await bench.close();
  }
}

function table(rows: readonly BenchRow[]): string {
  return rows
    .map(({ case: name, metric, value, unit, limit, ok }) => {
      const verdict =
        limit === undefined ? '' : `  at most ${limit} ${ok === true ? 'ok' : 'TOO MUCH'}`;
      return `${name.padEnd(46)} ${metric.padEnd(31)} ${String(value).padStart(9)} ${unit.padEnd(8)}${verdict}`;
    })
    .join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, rows: { type: 'string' } },
  });
  const rows = await measureAll(Number(values.rows ?? Infinity));
  console.log(values.json === true ? JSON.stringify(rows, null, 2) : table(rows));
  if (rows.some(({ ok }) => ok === false)) process.exitCode = 1;
}

void runMain(main, USAGE);
