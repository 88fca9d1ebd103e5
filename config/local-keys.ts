import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { SECRET_KEYS } from '../cloud/repositories/secrets';

/** A local cloud's own keys; a back-up of the folder has them too. */
const FILE = 'secret-keys';

function newKeys(): string {
  return `local:${randomBytes(32).toString('hex')}`;
}

/** Sets the keys of this process unless the environment has some: a migration encrypts with them. */
function use(keys: string): string {
  return (process.env[SECRET_KEYS] ??= keys);
}

/** Writes the keys of this process into a folder that has none. */
export function keepLocalKeys(dataDir: string): void {
  const file = join(dataDir, FILE);
  if (existsSync(file)) return;
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, use(newKeys()), { mode: 0o600 });
}

/** Sets keys for what this process is going to write, unless the environment has some. */
export function useNewKeys(): void {
  use(newKeys());
}

/**
 * The keys of a local cloud on a folder, which makes its own: part of the environment of its functions,
 * and of this process. Those of the environment come first.
 */
export function localKeys(dataDir: string): Record<string, string> {
  const file = join(dataDir, FILE);
  if (existsSync(file)) use(readFileSync(file, 'utf8').trim());
  else keepLocalKeys(dataDir);
  return { [SECRET_KEYS]: use(newKeys()) };
}
