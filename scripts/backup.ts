import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { makeBackup } from './backup/make';
import { summaryOf } from './backup/summary';

const USAGE = 'npm run backup -- [--data <folder of a local cloud>] [--to <new folder>]';

const DESK_DATA = fileURLToPath(new URL('../.data/desk', import.meta.url));
const BACKUPS = fileURLToPath(new URL('../.data/backups', import.meta.url));

function main(): void {
  const { values } = parseArgs({
    options: { data: { type: 'string', default: DESK_DATA }, to: { type: 'string' } },
  });
  const now = new Date().toISOString();
  const target = values.to ?? `${BACKUPS}/${now.replace(/[^0-9TZ]/g, '')}`;
  const manifest = makeBackup({ dataDir: values.data, target, now });
  console.log(summaryOf(manifest));
  console.log(`backed up to ${target}`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(USAGE);
  process.exitCode = 1;
}
