import { parseArgs } from 'node:util';

import type { WireCall } from 'local-cloud';
import { buildFunctions } from '../config/build/build-functions';
import { accessTable } from '../tests/testkit/access-table';
import { accessMatrix, timerAccess } from '../tests/testkit/access-walk';
import { startTestCloud } from '../tests/testkit/cloud';
import { accessTableText, PAGE } from './access/table';
import { writePage } from './generated-page';
import { runMain } from './run-main';

const USAGE = `npm run access -- [--write]
Calls every endpoint as every person on a local cloud, and prints what each is answered.
--write writes docs/generated/access.md`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  await buildFunctions();
  const wire: WireCall[] = [];
  const cloud = await startTestCloud({ workers: 1, onWire: (call) => wire.push(call) });
  try {
    const matrix = await accessMatrix(cloud, wire);
    const timer = await timerAccess(cloud);
    const text = accessTableText({ rows: accessTable(), matrix, timer });
    if (values.write) await writePage(PAGE, text);
    console.log(text);
  } finally {
    await cloud.close();
  }
}

void runMain(main, USAGE);
