import { parseArgs } from 'node:util';

import { type GeneratedPage, writePage } from '../scripts/generated-page';
import { runMain } from '../scripts/run-main';
import { RECORDINGS } from './forecast/as-known';
import { historyTable, isShown, measuredTable, writeMeasured } from './forecast/by-history';
import { conformalWidths } from './forecast/conformal';
import { GATING_KINDS, type Kind, KINDS, TUNING_KINDS } from './forecast/kinds';
import { judgeKind, ORIGINS } from './forecast/measure';
import {
  isJudged,
  MIN_INSIDE_OF_KIND,
  overallGates,
  rowsOf,
  summarise,
  table,
} from './forecast/report';
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

/** Merchants that may be looked at while the method is changed, of the kinds that may be. */
const TUNING_SEEDS = seedsFrom(0, 40);
/** Merchants from which the conformal ranges are taken. */
const CALIBRATION_SEEDS = seedsFrom(2000, 40);
/** Merchants that only judge. */
const HELD_OUT_SEEDS = seedsFrom(3000, 60);

function judgeAll(kinds: readonly Kind[], seeds: readonly number[]) {
  return kinds.flatMap((kind) => judgeKind(kind, seeds));
}

function nameOf(kind: Kind): string {
  return GATING_KINDS.some((gating) => gating === kind) ? `${kind} †` : kind;
}

const NOTES = `The range of a score is that of logarithms (Gneiting and Raftery 2007); smaller is better. The conformal ranges are
around the same middles, calibrated on other merchants of the kinds without †. † Kinds that only judge: no change of the method was
chosen by them.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      tuning: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  if (values.write && values.tuning) throw new Error('--write: held-out merchants only');
  const kinds = values.tuning ? TUNING_KINDS : KINDS;
  const all = judgeAll(kinds, values.tuning ? TUNING_SEEDS : HELD_OUT_SEEDS);
  const widths = conformalWidths(judgeAll(TUNING_KINDS, CALIBRATION_SEEDS).filter(isJudged));
  const group = (name: string, isIn: (forecast: (typeof all)[number]) => boolean) =>
    summarise(name, all.filter(isIn), widths);
  const ofKinds = kinds.map((kind) => group(nameOf(kind), (forecast) => forecast.kind === kind));
  const origins = ORIGINS.map((day) => group(day, ({ origin }) => origin === day));
  const recordings = RECORDINGS.map((way) => group(way, ({ recording }) => recording === way));
  const overall = group('all', () => true);
  const measured = measuredTable(all.filter(isJudged));
  const tables = [
    NOTES,
    table('kind', [...ofKinds, overall]),
    table('forecast on', origins),
    table('history', recordings),
    historyTable(measured),
  ].join('\n\n');
  if (values.write) {
    await writePage(PAGE, tables);
    writeMeasured(measured);
  }
  const isStale = !values.tuning && !isShown(measured);
  printBench({
    bench: 'forecast',
    isJson: values.json,
    rows: [
      ...ofKinds.flatMap((summary) => rowsOf(summary, { inside: MIN_INSIDE_OF_KIND })),
      ...[...origins, ...recordings].flatMap((summary) => rowsOf(summary)),
      ...rowsOf(overall, overallGates(overall)),
    ],
    table: () => tables,
    faults: isStale ? [`merchants are shown other figures: ${PAGE.command}`] : [],
  });
}

void runMain(main, USAGE);
