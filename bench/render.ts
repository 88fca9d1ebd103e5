import { parseArgs } from 'node:util';

import { runMain } from '../scripts/run-main';
import { listRatios, listRows } from './render/gates';
import { LIST_PROGRAMS, type ListCost, measureList } from './render/list';
import { Measurer } from './render/measure';
import { everyPageRows } from './render/every-page';
import { measurePages } from './render/pages';
import { sceneRows } from './render/scenes';
import { openBenchWindow } from './render/window';
import { type BenchRow, printBench } from './rows';

const USAGE = 'npm run bench:render -- [--json] [--rows <longest list>] [--write]';
/** The shortest list is one page without an appended one; growth is measured from 100 rows. */
const SIZES = [20, 100, 5_000];
const LONGEST = 5_000;
async function measureAll(longest: number, writes: boolean): Promise<BenchRow[]> {
  const sizes = SIZES.filter((size) => size <= longest);
  const bench = await openBenchWindow();
  try {
    const measurer = await Measurer.in(bench.page);
    const pages = await measurePages(measurer, bench);
    const others = await everyPageRows(measurer, bench.names, writes);
    const scenes = await sceneRows(measurer);
    const costs: ListCost[] = [];
    for (const program of LIST_PROGRAMS) {
      for (const size of sizes.filter((rows) => rows <= program.maxRows)) {
        costs.push(await measureList(measurer, program, size));
      }
    }
    return [
      ...pages,
      ...others,
      ...costs.flatMap(listRows),
      ...listRatios(costs, sizes),
      ...scenes,
    ];
  } finally {
    await bench.close();
  }
}

/** The rows with the ratios of bytes at their end, the worst one first. */
function ratiosLast(rows: readonly BenchRow[]): BenchRow[] {
  const isRatio = ({ unit }: BenchRow): boolean => unit === '× bytes';
  const ratios = rows.filter(isRatio).sort((a, b) => b.value - a.value);
  return [...rows.filter((row) => !isRatio(row)), ...ratios];
}

/** Limit or target of a figure. */
function verdictOf({ limit, ok, aim }: BenchRow): string {
  const aimed = aim === undefined ? '' : `aim ${aim}`;
  if (limit === undefined) return aimed;
  return `at most ${limit} ${ok === true ? 'ok' : 'TOO MUCH'} ${aimed}`.trimEnd();
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
    options: {
      json: { type: 'boolean', default: false },
      rows: { type: 'string' },
      // Makes the limits of all other pages what they cost now.
      write: { type: 'boolean', default: false },
    },
  });
  const longest = Number(values.rows ?? LONGEST);
  if (!SIZES.includes(longest)) throw new Error(`--rows: one of ${SIZES.join(', ')}`);
  const rows = ratiosLast(await measureAll(longest, values.write));
  printBench({ bench: 'render', rows, isJson: values.json, table: () => table(rows) });
}

void runMain(main, USAGE);
