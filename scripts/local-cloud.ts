import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { SCHEMA } from '../cloud/database/schema';
import { migrationOnStart } from '../cloud/migrations/on-start';
import { FUNCTION_RULES } from '../cloud/functions/rules';
import { localKeys } from '../config/local-keys';
import { buildFunctions } from '../config/build/build-functions';
import { startLocalCloud } from 'local-cloud';
import { seedDemo } from '../demo/demo';
import { publishRuleSets } from '../demo/rule-sets';
import { markSchemaVersion } from '../demo/schema-version';
import { runMain } from './run-main';

const USAGE = 'local-cloud --port <port> --data <folder> --seed none|demo [--functions <folder>]';

const BUILT_FUNCTIONS = fileURLToPath(new URL('../cloudfunctions', import.meta.url));

interface Arguments {
  readonly port: number;
  readonly dataDir: string;
  readonly seed: string;
  /** Absent: the repository's functions, built first. */
  readonly functionsRoot: string | undefined;
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8788' },
      data: { type: 'string', default: '.data/local-cloud' },
      seed: { type: 'string', default: 'none' },
      functions: { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('--port: not a port');
  if (!['none', 'demo'].includes(values.seed)) throw new Error('--seed: none or demo');
  return { port, dataDir: values.data, seed: values.seed, functionsRoot: values.functions };
}

async function main(): Promise<void> {
  const { seed, functionsRoot, ...options } = readArguments();
  if (functionsRoot === undefined) await buildFunctions();
  const now = new Date().toISOString();
  const log = (line: string): void => console.error(line);
  const cloud = await startLocalCloud({
    ...options,
    functionsRoot: functionsRoot ?? BUILT_FUNCTIONS,
    schema: SCHEMA,
    ...migrationOnStart(now, log),
    rules: FUNCTION_RULES,
    environment: localKeys(options.dataDir),
    strict: true,
    log,
  });
  await publishRuleSets(cloud);
  await markSchemaVersion(cloud, now);
  // Data survive restarts: the demonstration goes into an empty cloud only.
  if (seed === 'demo' && cloud.database.readAll('shops').length === 0) await seedDemo(cloud);
  cloud.startTimers();
  let isClosing = false;
  const stop = (): void => {
    if (isClosing) return;
    isClosing = true;
    void cloud.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  console.log(`local cloud ready on ${cloud.url}`);
}

void runMain(main, USAGE);
