import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { format } from 'prettier';

import { checkRuleSet } from '../src/contract/rule-set';
import type { RuleSet } from '../src/domain/incentive/rule-set';
import { putBetween } from './put-between';
import { runMain } from './run-main';
import { reportOf, type RuleSetReport, tablesOf } from './rules/report';

const FOLDER = path.join(__dirname, '../src/incentives');
const DOCUMENT = path.join(__dirname, '../docs/rules.md');

function readAll(): RuleSet[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const checked = checkRuleSet(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')));
      if (!checked.ok) throw new Error(`${name}: ${checked.problems.join('; ')}`);
      return checked.ruleSet;
    });
}

async function write(reports: readonly RuleSetReport[]): Promise<void> {
  const page = putBetween(readFileSync(DOCUMENT, 'utf8'), 'rules', tablesOf(reports));
  writeFileSync(DOCUMENT, await format(page, { parser: 'markdown', printWidth: 100 }));
}

const USAGE = `npm run rules -- [--json] [--write]
--write puts the tables into docs/rules.md`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const reports = readAll().map(reportOf);
  if (values.write) await write(reports);
  console.log(values.json ? JSON.stringify(reports) : tablesOf(reports));
  const wrong = reports.flatMap(({ wrong: found }) => found);
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) process.exitCode = 1;
}

void runMain(main, USAGE);
