import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startLocalCloud } from 'local-cloud';
import { openData } from 'local-cloud/data';

import { SCHEMA } from '../cloud/database/schema';
import { FUNCTION_RULES } from '../cloud/functions/rules';
import { seedAs } from '../demo/caller';
import { localKeys } from '../config/local-keys';
import { buildFunctions } from '../config/build/build-functions';
import { publishRuleSets } from '../demo/rule-sets';
import { markSchemaVersion } from '../demo/schema-version';
import { runMain } from './run-main';
import { makeBackup } from './backup/make';
import { TEST_KEYS } from '../tests/testkit/keys';
import { enterHistory } from '../tests/testkit/written-data/history';
import { packFolder } from '../tests/testkit/written-data/pack';

/** The moment at which the history ends, and of the back-up. */
const NOW = '2026-11-23T12:00:00.000Z';
const TARGET = `tests/testkit/fixtures/data-v${String(SCHEMA.version)}.json.br`;
const PICTURE_PATH = 'shops/s1/cover.jpg';

async function writeFolder(folder: string): Promise<void> {
  const dataDir = join(folder, 'data');
  const cloud = await startLocalCloud({
    dataDir,
    functionsRoot: 'cloudfunctions',
    schema: SCHEMA,
    rules: FUNCTION_RULES,
    environment: localKeys(dataDir),
    strict: true,
  });
  await publishRuleSets(cloud, '2020-12-01T00:00:00.000Z');
  await markSchemaVersion(cloud, '2020-12-01T00:00:00.000Z');
  await enterHistory(cloud, (person) => seedAs(cloud, person));
  await cloud.close();
  const data = openData(dataDir, SCHEMA);
  data.putFile(PICTURE_PATH, Buffer.from('a picture'));
  data.close();
  writeFileSync(join(dataDir, 'demo.json'), '{"seededOn":"2026-11-23"}\n');
  makeBackup({ dataDir, target: join(folder, 'backup'), now: NOW });
}

/** Writes a data folder and a back-up with this program, and packs both into one file. */
async function main(): Promise<void> {
  Object.assign(process.env, TEST_KEYS);
  await buildFunctions();
  const folder = mkdtempSync(join(tmpdir(), 'huadu-written-'));
  try {
    await writeFolder(folder);
    packFolder(folder, TARGET);
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`wrote ${TARGET}`);
}

void runMain(main, 'npm run write:data');
