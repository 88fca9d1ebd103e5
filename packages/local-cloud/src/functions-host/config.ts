import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseCron } from './cron';

/** A function of the functions root, with the settings of its config.json. */
export interface FunctionConfig {
  readonly name: string;
  /** Absolute path of index.js. */
  readonly file: string;
  /** Limit for one event. Default 15 s. */
  readonly timeoutMs: number;
  /** Memory of one worker. Default 256 MB. */
  readonly memoryMb: number;
  /** APIs of WeChat that it may call. */
  readonly openapi: readonly string[];
  /** Its timers; `cron` is the text of the trigger. */
  readonly timers: readonly { readonly name: string; readonly cron: string }[];
}

interface ConfigFile {
  /** Seconds. */
  readonly timeout?: number;
  /** MB. */
  readonly memorySize?: number;
  readonly permissions?: { readonly openapi?: readonly string[] };
  readonly triggers?: readonly { name: string; type: string; config: string }[];
}

const DEFAULT_TIMEOUT_S = 15;
const DEFAULT_MEMORY_MB = 256;
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

function readConfigFile(folder: string): ConfigFile {
  const file = join(folder, 'config.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ConfigFile) : {};
}

/**
 * Reads the settings of a function.
 * @returns undefined when there is no such function
 * @throws Error that names a trigger which is not emulated
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
  const { timeout = DEFAULT_TIMEOUT_S, memorySize: memoryMb = DEFAULT_MEMORY_MB } = config;
  const openapi = config.permissions?.openapi ?? [];
  return { name, file, timeoutMs: timeout * 1000, memoryMb, openapi, timers };
}

/** Reads the settings of every function in the root. */
export function readFunctionConfigs(root: string): FunctionConfig[] {
  if (!existsSync(root)) return [];
  return readdirSync(root).flatMap((name) => readFunctionConfig(root, name) ?? []);
}
