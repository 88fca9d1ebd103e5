import { parseArgs } from 'node:util';

import { SCHEMA } from '../cloud/database/schema';
import { startLocalCloud } from './local-cloud';
import { seedDemo } from './seed/demo';

const USAGE = 'local-cloud --port <port> --data <folder> --seed none|demo [--functions <folder>]';

interface Arguments {
  readonly port: number;
  readonly dataDir: string;
  readonly seed: string;
  readonly functionsRoot: string;
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8788' },
      data: { type: 'string', default: '.data/local-cloud' },
      seed: { type: 'string', default: 'none' },
      functions: { type: 'string', default: 'cloudfunctions' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('--port: not a port');
  if (!['none', 'demo'].includes(values.seed)) throw new Error('--seed: none or demo');
  return { port, dataDir: values.data, seed: values.seed, functionsRoot: values.functions };
}

async function main(): Promise<void> {
  const { seed, ...options } = readArguments();
  const log = (line: string): void => console.error(line);
  const cloud = await startLocalCloud({ ...options, schema: SCHEMA, log });
  if (seed === 'demo') await seedDemo(cloud);
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

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error(USAGE);
  process.exitCode = 1;
});
