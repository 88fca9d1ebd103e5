import { parseArgs } from 'node:util';

import { type GeneratedPage, writePage } from '../scripts/generated-page';
import { runMain } from '../scripts/run-main';
import { PROCESSES } from './forecast/generator';
import { type Declined, type Judged, judgeProcess, ORIGINS } from './forecast/measure';
import {
  MIN_COVERAGE,
  MAX_COVERAGE,
  hasStatedCoverage,
  rowsOf,
  summarise,
  table,
} from './forecast/report';
import { RIVALS, SHIPPED } from './forecast/methods';
import { printBench } from './rows';

const USAGE = 'npm run bench:forecast -- [--json] [--tuning] [--write]';
const PAGE: GeneratedPage = {
  file: 'forecast.md',
  title: 'Accuracy of the forecast',
  command: 'npm run bench:forecast -- --write',
};

function seedsFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

/** Merchants used while the method was developed. */
const TUNING_SEEDS = seedsFrom(0, 40);
/** Merchants not used while the method was developed. */
const HELD_OUT_SEEDS = seedsFrom(1000, 120);

/** All forecasts, one list for each method; the shipped one first. */
function judgeAll(seeds: readonly number[]): (Judged | Declined)[][] {
  const methods = [SHIPPED, ...RIVALS];
  const processes = PROCESSES.map((process) => judgeProcess(process, seeds, methods));
  return methods.map((_, index) => processes.flatMap((lists) => lists[index] ?? []));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      tuning: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  if (values.write && values.tuning) throw new Error('--write: held-out merchants only');
  const seeds = values.tuning ? TUNING_SEEDS : HELD_OUT_SEEDS;
  const [all = [], ...rivals] = judgeAll(seeds);
  const processes = PROCESSES.map((name) =>
    summarise(
      name,
      all.filter(({ process }) => process === name),
    ),
  );
  const origins = ORIGINS.map((name) =>
    summarise(
      name,
      all.filter(({ origin }) => origin === name),
    ),
  );
  const overall = summarise('all', all);
  const rivalSummaries = RIVALS.map(({ name }, index) => summarise(name, rivals[index] ?? []));
  const tables = [
    table('process', [...processes, overall]),
    table('forecast on', origins),
    table('method, all processes', [{ ...overall, name: SHIPPED.name }, ...rivalSummaries]),
  ].join('\n\n');
  if (values.write) await writePage(PAGE, tables);
  const wrongCoverage = `the stated 80 % range contains ${String(overall.coverage)} % of outcomes, not ${MIN_COVERAGE} to ${MAX_COVERAGE} %`;
  printBench({
    bench: 'forecast',
    isJson: values.json,
    rows: rowsOf([...processes, ...origins, ...rivalSummaries], overall),
    table: () => tables,
    faults: hasStatedCoverage(overall) ? [] : [wrongCoverage],
  });
}

void runMain(main, USAGE);
