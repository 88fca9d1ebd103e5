import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseCron } from './cron';

/** A function found in the functions root, with what its config.json says. */
export interface FunctionConfig {
  readonly name: string;
  /** Absolute path of index.js. */
  readonly file: string;
  /** One event may take this long. Default 15 s. */
  readonly timeoutMs: number;
  /** Timers, by the cron text of the trigger. */
  readonly timers: readonly { readonly name: string; readonly cron: string }[];
}

interface ConfigFile {
  readonly timeout?: number;
  readonly triggers?: readonly { name: string; type: string; config: string }[];
}

const DEFAULT_TIMEOUT_S = 15;
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

function readConfigFile(folder: string): ConfigFile {
  const file = join(folder, 'config.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ConfigFile) : {};
}

/**
 * Reads a function's settings.
 * @returns undefined when there is no such function.
 * @throws Error for a trigger the local cloud does not know, by name.
 */
export function readFunctionConfig(root: string, name: string): FunctionConfig | undefined {
  const folder = join(root, name);
  const file = join(folder, 'index.js');
  if (!NAME.test(name) || !existsSync(file)) return undefined;
  const config = readConfigFile(folder);
  const timers = (config.triggers ?? []).map((trigger) => {
    if (trigger.type !== 'timer') {
      throw new Error(`local cloud: trigger type ${trigger.type} of ${name} is not emulated`);
    }
    parseCron(trigger.config);
    return { name: trigger.name, cron: trigger.config };
  });
  return { name, file, timeoutMs: (config.timeout ?? DEFAULT_TIMEOUT_S) * 1000, timers };
}

/** Every function in the root. */
export function readFunctionConfigs(root: string): FunctionConfig[] {
  if (!existsSync(root)) return [];
  return readdirSync(root).flatMap((name) => readFunctionConfig(root, name) ?? []);
}
