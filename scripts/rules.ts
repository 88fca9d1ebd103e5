import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { checkRuleSet } from '../src/contract/rule-set';
import type { RuleSet } from '../src/domain/incentive/rule-set';
import { type GeneratedPage, writePage } from './generated-page';
import { runMain } from './run-main';
import { reportOf, tablesOf } from './rules/report';

const FOLDER = path.join(__dirname, '../src/incentives');
const PAGE: GeneratedPage = {
  file: 'rules.md',
  title: 'What the rule sets say',
  command: 'npm run rules -- --write',
};

function readAll(): RuleSet[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const checked = checkRuleSet(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')));
      if (!checked.ok) throw new Error(`${name}: ${checked.problems.join('; ')}`);
      return checked.ruleSet;
    });
}

const USAGE = `npm run rules -- [--json] [--write]
--write writes docs/generated/rules.md`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const reports = readAll().map(reportOf);
  if (values.write) await writePage(PAGE, tablesOf(reports));
  console.log(values.json ? JSON.stringify(reports) : tablesOf(reports));
  const wrong = reports.flatMap(({ wrong: found }) => found);
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) process.exitCode = 1;
}

void runMain(main, USAGE);
