import { parseArgs } from 'node:util';

import { ASSUMPTIONS, type Assumptions } from './cost/assumptions';
import { estimateContent, PAGE, readCalls } from './cost/document';
import { costText, estimate } from './cost/estimate';
import { writePage } from './generated-page';
import { runMain } from './run-main';

const USAGE = `npm run cost -- [--<assumption> <number>] [--json] [--write]
assumptions: ${Object.keys(ASSUMPTIONS).join(', ')}
--write writes the estimate with the default assumptions to docs/generated/monthly-cost.md`;

const names = Object.keys(ASSUMPTIONS) as (keyof Assumptions)[];

function readAssumptions(values: Readonly<Record<string, unknown>>): Assumptions {
  const given = names.flatMap((name) => {
    const value = values[name];
    if (typeof value !== 'string') return [];
    const number = Number(value);
    if (value === '' || !(number >= 0) || !Number.isFinite(number)) {
      throw new Error(`--${name}: not a number`);
    }
    return [[name, number] as const];
  });
  return { ...ASSUMPTIONS, ...Object.fromEntries(given) };
}

async function main(): Promise<void> {
  const numbers = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({
    options: {
      ...numbers,
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  if (values.write) {
    await writePage(PAGE, estimateContent());
    return;
  }
  const assumed = readAssumptions(values);
  const rows = estimate(assumed, readCalls());
  console.log(values.json ? JSON.stringify({ assumed, rows }) : costText(assumed, rows));
}

void runMain(main, USAGE);
