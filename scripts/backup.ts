import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { makeBackup } from './backup/make';
import { summaryOf } from './backup/summary';
import { runMain } from './run-main';

const USAGE = `npm run backup -- [--data <folder of a local cloud>] [--to <new folder>]
npm run backup -- --exports <folder> --env <environment id> [--to <new folder>]`;

const DESK_DATA = fileURLToPath(new URL('../.data/desk', import.meta.url));
const BACKUPS = fileURLToPath(new URL('../.data/backups', import.meta.url));

function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: DESK_DATA },
      exports: { type: 'string' },
      env: { type: 'string' },
      to: { type: 'string' },
    },
  });
  const { exports: exported, env } = values;
  if ((exported === undefined) !== (env === undefined))
    throw new Error('--exports and --env must be given together');
  const now = new Date().toISOString();
  const target = values.to ?? `${BACKUPS}/${now.replace(/[^0-9TZ]/g, '')}`;
  const manifest = makeBackup({
    dataDir: exported ?? values.data,
    target,
    now,
    ...(env === undefined ? {} : { exportsOf: env }),
  });
  console.log(summaryOf(manifest));
  console.log(`backed up to ${target}`);
}

void runMain(main, USAGE);
