import { parseArgs } from 'node:util';

import { runMain } from '../scripts/run-main';
import { type BenchRow, printBench } from './rows';
import { copySources, copyWithTaroDefaults } from './start/copy';
import { timeDefaultBuild, timeStart } from './start/measure';

const USAGE = 'npm run bench:start -- [--json]';

/** Most time of the first start, as a share of a cold H5 build with Taro's defaults. */
const MAX_FIRST = 0.5;

/** The same for every later start. */
const MAX_SECOND = 0.05;

interface Seconds {
  readonly defaultBuild: number;
  readonly first: number;
  readonly second: number;
}

async function measure(): Promise<Seconds> {
  const [plain, product] = [copyWithTaroDefaults(), copySources()];
  try {
    const defaultBuild = await timeDefaultBuild(plain.folder);
    const first = await timeStart(product.folder);
    const second = await timeStart(product.folder);
    return { defaultBuild, first, second };
  } finally {
    plain.remove();
    product.remove();
  }
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

function rowsOf({ defaultBuild, first, second }: Seconds): BenchRow[] {
  const share = (name: string, seconds: number, limit: number): BenchRow => {
    const value = round(seconds / defaultBuild, 3);
    return {
      case: name,
      metric: 'time',
      value,
      unit: '× default build',
      limit,
      ok: value <= limit,
    };
  };
  const time = (name: string, seconds: number): BenchRow => {
    return { case: name, metric: 'time', value: round(seconds, 1), unit: 's' };
  };
  return [
    share('first npm start', first, MAX_FIRST),
    share('second npm start', second, MAX_SECOND),
    time('cold H5 build, Taro defaults', defaultBuild),
    time('first npm start', first),
    time('second npm start', second),
  ];
}

function tableOf(rows: readonly BenchRow[]): string {
  const lines = rows.map(({ case: name, value, unit, limit }) => {
    return `| ${name} | ${String(value)} ${unit} | ${limit === undefined ? '' : String(limit)} |`;
  });
  return ['| case | time | limit |', '| --- | ---: | ---: |', ...lines].join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const rows = rowsOf(await measure());
  printBench({ bench: 'start', rows, isJson: values.json, table: () => tableOf(rows) });
}

void runMain(main, USAGE);
