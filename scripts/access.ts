import { parseArgs } from 'node:util';

import { accessTable } from '../tests/testkit/access-table';
import { accessTableText, PAGE } from './access/table';
import { writePage } from './generated-page';
import { runMain } from './run-main';

const USAGE = `npm run access -- [--write]
--write writes docs/generated/access.md`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  const text = accessTableText(accessTable());
  if (values.write) await writePage(PAGE, text);
  console.log(text);
}

void runMain(main, USAGE);
