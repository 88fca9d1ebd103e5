import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { openSnapshot } from 'local-cloud/data';

import { chinaDayOf, endOfChinaDay } from '../src/domain/time';
import { type GeneratedPage, writePage } from './generated-page';
import { runMain } from './run-main';
import { announcedIn, announcedTable } from './rules/announced';
import { boundariesOf } from './rules/boundaries';
import { compareRuleSets, comparisonText } from './rules/compare';
import { latestOfEach, readRuleSets, ruleSetWithKey } from './rules/read';
import { reportOf, tablesOf } from './rules/report';
import { subjectInputs } from './rules/subjects';

const PAGE: GeneratedPage = {
  file: 'rules.md',
  title: 'What the rule sets say',
  command: 'npm run rules -- --write',
};

/** The sentences that this project began with, against the rule set that encodes them. */
const ANNOUNCED: GeneratedPage = {
  file: 'announced.md',
  title: 'The announcement, read twice and held against the data',
  command: 'npm run rules -- --write',
};
const ANNOUNCED_IN = 'huadu-2020';

const DESK_DATA = path.join(__dirname, '../.data/desk');
const COMPARISONS = path.join(__dirname, '../.data/comparisons');

const USAGE = `npm run rules -- [--json] [--write] [--on <day>]
npm run rules -- --compare <key> <key> [--data <folder of a local cloud>] [--year <year>] [--out <file>]
--write  writes docs/generated/rules.md and announced.md
--compare  who would move between tiers, in figures that name no one; kept in a file
--on     the day of the report, YYYY-MM-DD; values checked more than a year before are named`;

/** Compares two rule sets over a data folder, prints the result and keeps it in a file. */
function compare(
  keys: readonly string[],
  {
    data,
    on,
    year = on.slice(0, 4),
    out,
  }: { data: string; on: string; year?: string; out?: string },
): void {
  const [before, after] = keys.map((key) => ruleSetWithKey(readRuleSets(), key));
  if (before === undefined || after === undefined || keys.length > 2) {
    throw new Error('--compare takes two rule sets');
  }
  const snapshot = openSnapshot(data);
  const subjects = subjectInputs(snapshot, Number(year), endOfChinaDay(on));
  snapshot.close();
  const comparison = compareRuleSets(before, after, { year: Number(year), subjects });
  const file = out ?? path.join(COMPARISONS, `${keys.join('-to-')}-${year}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(comparison, null, 2)}\n`);
  console.log(comparisonText(comparison));
  console.log(`\nkept in ${path.relative(process.cwd(), file)}`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      compare: { type: 'boolean', default: false },
      data: { type: 'string', default: DESK_DATA },
      year: { type: 'string' },
      out: { type: 'string' },
      on: { type: 'string', default: chinaDayOf(new Date().toISOString()) },
    },
  });
  if (values.compare) {
    compare(positionals, values);
    return;
  }
  const ruleSets = latestOfEach(readRuleSets());
  const reports = ruleSets.map((ruleSet) => reportOf(ruleSet, boundariesOf(ruleSet), values.on));
  const phrases = ruleSets
    .filter(({ ruleSetId }) => ruleSetId === ANNOUNCED_IN)
    .flatMap(announcedIn);
  if (values.write) {
    await writePage(PAGE, tablesOf(reports));
    const note = 'Money in fen (hundredths of a yuan). ">" excludes the figure itself.';
    await writePage(ANNOUNCED, `${note}\n\n${announcedTable(phrases)}`);
  }
  console.log(values.json ? JSON.stringify(reports) : tablesOf(reports));
  for (const line of reports.flatMap(({ old }) => old)) console.error(line);
  const differing = phrases.filter(({ agrees }) => !agrees);
  const wrong = [
    ...reports.flatMap(({ wrong: found }) => found),
    ...differing.map(({ phrase }) => `“${phrase}” is not what the data say`),
  ];
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) process.exitCode = 1;
}

void runMain(main, USAGE);
