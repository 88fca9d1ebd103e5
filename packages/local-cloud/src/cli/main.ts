// The command `local-cloud`: runs until it receives SIGTERM or SIGINT.
import { existsSync } from 'node:fs';

import { startLocalCloud } from '../local-cloud';
import { readArguments, USAGE } from './arguments';
import { readRules, readSchema } from './read-settings';

async function main(): Promise<void> {
  const settings = readArguments(process.argv.slice(2));
  if (settings === null) {
    console.log(USAGE);
    return;
  }
  const { schemaFile, rulesFile, ...options } = settings;
  if (!existsSync(options.functionsRoot)) throw new Error(`no folder ${options.functionsRoot}`);
  const cloud = await startLocalCloud({
    ...options,
    schema: schemaFile === undefined ? { collections: {} } : await readSchema(schemaFile),
    ...(rulesFile === undefined ? {} : { rules: await readRules(rulesFile) }),
    log: (line) => console.error(line),
  });
  cloud.startTimers();
  let isClosing = false;
  const close = (): void => {
    if (isClosing) return;
    isClosing = true;
    void cloud.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', close).on('SIGINT', close);
  console.log(`local cloud ready on ${cloud.url}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error(USAGE);
  process.exitCode = 1;
});
