import { parseArgs } from 'node:util';

import { runMain } from '../scripts/run-main';
import { PATHS } from '../src/paths';
import { listRatios, listRows, pageRatio, pageRows } from './render/gates';
import { LIST_PROGRAMS, type ListCost, measureList } from './render/list';
import { Measurer } from './render/measure';
import { openBenchWindow } from './render/window';
import { type BenchRow, printBench } from './rows';

const USAGE = 'npm run bench:render -- [--json] [--rows <longest list>]';
/** The shortest list is one page without an appended one; growth is measured from 100 rows. */
const SIZES = [20, 100, 1_000, 5_000];
const LONGEST = 5_000;
const KIB = 1024;

/** Limits of pages that the program opens first. */
const PROGRESS = { calls: 3, bytes: 24 * KIB };
const STORE = { calls: 2, bytes: 12 * KIB };

function ours(path: string, person: string): string {
  return `open('/weapp/build.json', '${path}', '${person}')`;
}

/** Number of openings; their median time counts. */
const OPENINGS = 5;

const again = (call: string): string[] => Array.from({ length: OPENINGS }, () => call);

async function measurePages(measurer: Measurer, shopId: string): Promise<BenchRow[]> {
  const native = "open('/bench/native.json', '/progress/index', 'streamer')";
  const progress = await measurer.steps(again(ours(PATHS.progress.url(), 'streamer')));
  const twin = await measurer.steps(again(native));
  const store = await measurer.steps(again(ours(PATHS.shop.url({ id: shopId }), '')));
  await measurer.checkErrors();
  return [
    ...pageRows('ours, progress', progress, PROGRESS),
    ...pageRows('native twin, progress', twin, null),
    ...pageRatio('ours to the native twin, progress', progress, twin),
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

/** Limit or target of a figure. */
function verdictOf({ limit, ok, aim }: BenchRow): string {
  if (limit !== undefined) return `at most ${limit} ${ok === true ? 'ok' : 'TOO MUCH'}`;
  return aim === undefined ? '' : `aim ${aim}`;
}

function table(rows: readonly BenchRow[]): string {
  return rows
    .map((row) => {
      const { case: name, metric, value, unit } = row;
      const figure = `${String(value).padStart(9)} ${unit.padEnd(8)}`;
      return `${name.padEnd(46)} ${metric.padEnd(26)} ${figure}  ${verdictOf(row)}`.trimEnd();
    })
    .join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, rows: { type: 'string' } },
  });
  const longest = Number(values.rows ?? LONGEST);
  if (!SIZES.includes(longest)) throw new Error(`--rows: one of ${SIZES.join(', ')}`);
  const rows = await measureAll(longest);
  printBench({ bench: 'render', rows, isJson: values.json, table: () => table(rows) });
}

void runMain(main, USAGE);
