import { fileURLToPath } from 'node:url';

import { type LocalCloud, startLocalCloud } from 'local-cloud';
import { claimFolder } from 'local-cloud/data';

import { SCHEMA } from '../cloud/database/schema';
import { FUNCTION_RULES } from '../cloud/functions/rules';
import { localKeys } from '../config/local-keys';
import { migrationOnStart } from '../cloud/migrations/on-start';
import { seedDemo } from '../demo/demo';
import { publishRuleSets } from '../demo/rule-sets';
import { chinaDayOf, daysBetween } from '../src/domain/time';
import { emptyData, markDemo, readDemoDay } from './demo-data';

/** Which data the cloud opens. */
export interface DemoCloudOptions {
  /** Folder of the data; made when it does not exist. */
  readonly dataDir: string;
  /** Empty the data and restore the demo first. */
  readonly reset?: boolean;
  /** One line for each step, for the person who waits. */
  readonly log: (line: string) => void;
  /** What the cloud functions print; default drops it. */
  readonly cloudLog?: (line: string) => void;
}

const functionsRoot = fileURLToPath(new URL('../cloudfunctions', import.meta.url));

/** The one place where the desk reads the clock. */
const now = (): string => new Date().toISOString();

/** Today, for the dates of the demo. */
const today = (): string => chinaDayOf(now());

async function restoreDemo(cloud: LocalCloud, { dataDir, log }: DemoCloudOptions): Promise<void> {
  await seedDemo(cloud);
  markDemo(dataDir, today());
  log('演示数据 demo data … restored');
}

async function keepDemo(
  cloud: LocalCloud,
  seededOn: string,
  { log }: DemoCloudOptions,
): Promise<void> {
  // A rule set that was added since the data were written joins those that are there.
  await publishRuleSets(cloud);
  const hint = '今天的演示 for today’s: npm start -- --reset';
  const isOld = daysBetween(seededOn, today()) > 0;
  log(isOld ? `演示数据 demo data … kept from ${seededOn} (${hint})` : '演示数据 demo data … kept');
}

/** @throws Error when another local cloud has the data open; they stay as they are. */
function emptyUnused(dataDir: string): void {
  const release = claimFolder(dataDir);
  try {
    emptyData(dataDir);
  } finally {
    release();
  }
}

/**
 * Opens a local cloud on the data in the folder, migrated when an earlier version wrote them; the
 * demo is restored when there is none.
 * @throws Error with a sentence for the person when a newer version wrote the data, or another local
 * cloud has them open
 */
export async function openDemoCloud(options: DemoCloudOptions): Promise<LocalCloud> {
  const { dataDir, reset = false, log, cloudLog } = options;
  const seededOn = reset ? null : readDemoDay(dataDir);
  if (seededOn === null) emptyUnused(dataDir);
  const cloud = await startLocalCloud({
    dataDir,
    functionsRoot,
    schema: SCHEMA,
    ...migrationOnStart(now(), log),
    rules: FUNCTION_RULES,
    environment: localKeys(dataDir),
    strict: true,
    ...(cloudLog ? { log: cloudLog } : {}),
  });
  try {
    if (seededOn === null) await restoreDemo(cloud, options);
    else await keepDemo(cloud, seededOn, options);
    cloud.startTimers();
    return cloud;
  } catch (error) {
    await cloud.close();
    throw error;
  }
}
