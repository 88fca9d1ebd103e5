import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { SCHEMA } from '../cloud/database/schema';
import { localKeys, useNewKeys } from '../config/local-keys';
import type { Migrated } from '../cloud/migrations/migrate';
import { MANIFEST } from './backup/manifest';
import { migrateBackup, planBackup } from './migrate/backup';
import { migrateFolder, planFolder } from './migrate/folder';
import { reportLines, summaryLine } from './migrate/report';
import { runMain } from './run-main';

const USAGE = `npm run migrate -- [--data <folder of a local cloud>] [--rebuild] [--dry-run]
npm run migrate -- --data <back-up> [--to <new folder>] [--rebuild] [--dry-run]`;

const DESK_DATA = fileURLToPath(new URL('../.data/desk', import.meta.url));

interface Arguments {
  readonly data: string;
  readonly to: string;
  readonly isDryRun: boolean;
  readonly rebuild: boolean;
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: DESK_DATA },
      to: { type: 'string' },
      rebuild: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const { data, to, rebuild, 'dry-run': isDryRun } = values;
  return { data, to: to ?? `${data}.v${String(SCHEMA.version)}`, rebuild, isDryRun };
}

function print(migrated: Migrated, outcome: string): void {
  for (const line of reportLines(migrated)) console.log(line);
  console.log(summaryLine(migrated));
  console.log(outcome);
}

function migrateData({ data, rebuild, isDryRun }: Arguments, now: string): void {
  const options = { dataDir: data, now, rebuild };
  if (!existsSync(join(data, 'cloud.db'))) throw new Error(`no back-up and no data in ${data}`);
  if (isDryRun) useNewKeys();
  else localKeys(data);
  if (isDryRun) {
    print(planFolder(options), 'dry run: nothing was changed');
    return;
  }
  const migrated = migrateFolder(options);
  if (migrated === null)
    console.log(`${data} has schema version ${String(SCHEMA.version)} already`);
  else print(migrated, `the former data are in ${migrated.formerData}`);
}

function migrateToBackup({ data, to, rebuild, isDryRun }: Arguments, now: string): void {
  if (isDryRun) useNewKeys();
  const options = { from: data, now, rebuild };
  if (isDryRun) print(planBackup(options), 'dry run: nothing was written');
  else print(migrateBackup(options, to), `the migrated back-up is ${to}; ${data} stays as it was`);
}

function main(): void {
  const asked = readArguments();
  const now = new Date().toISOString();
  const isBackup = existsSync(join(asked.data, MANIFEST));
  if (isBackup) migrateToBackup(asked, now);
  else migrateData(asked, now);
}

void runMain(main, USAGE);
