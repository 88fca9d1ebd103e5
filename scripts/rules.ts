import { parseArgs } from 'node:util';

import { chinaDayOf } from '../src/domain/time';
import { type GeneratedPage, writePage } from './generated-page';
import { runMain } from './run-main';
import { announcedIn, announcedTable } from './rules/announced';
import { boundariesOf } from './rules/boundaries';
import { latestOfEach, readRuleSets } from './rules/read';
import { reportOf, tablesOf } from './rules/report';

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

const USAGE = `npm run rules -- [--json] [--write] [--on <day>]
--write  writes docs/generated/rules.md and announced.md
--on     the day of the report, YYYY-MM-DD; values checked more than a year before are named`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      on: { type: 'string', default: chinaDayOf(new Date().toISOString()) },
    },
  });
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
