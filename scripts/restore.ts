import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { keepLocalKeys, useNewKeys } from '../config/local-keys';
import { restoreBackup } from './backup/put-back';
import { summaryOf } from './backup/summary';
import { verifyBackup } from './backup/verify';
import { summaryLine } from './migrate/report';
import { runMain } from './run-main';

const USAGE =
  'npm run restore -- --from <back-up> [--data <folder of a local cloud>] [--replace] [--check]';

const DESK_DATA = fileURLToPath(new URL('../.data/desk', import.meta.url));

function main(): void {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      data: { type: 'string', default: DESK_DATA },
      replace: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  const { from, data: dataDir, replace, check } = values;
  if (from === undefined) throw new Error('--from is missing: name the back-up');
  if (check) {
    console.log(summaryOf(verifyBackup(from)));
    console.log(`${from} is whole; nothing was restored`);
    return;
  }
  const now = new Date().toISOString();
  // A back-up with keys of its own keeps them; one of earlier data is encrypted with new ones.
  useNewKeys();
  const { manifest, migrated, formerData } = restoreBackup({ from, dataDir, replace, now });
  keepLocalKeys(dataDir);
  console.log(summaryOf(manifest));
  if (migrated !== null) console.log(summaryLine(migrated));
  console.log(`restored into ${dataDir}, read back and compared`);
  if (formerData !== null) console.log(`the former data are in ${formerData}`);
}

void runMain(main, USAGE);
