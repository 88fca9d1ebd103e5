import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of a storage folder, as it lies on the disk. */
export interface StoredFile {
  /** The name its bytes lie under: SHA-256 of the cloud path, in hex. */
  readonly key: string;
  /** null: stored by a version that did not write paths down. */
  readonly cloudPath: string | null;
}

/** The name under which the bytes of a cloud path lie. */
export function keyOfPath(cloudPath: string): string {
  return createHash('sha256').update(cloudPath).digest('hex');
}

/** Where the cloud path of stored bytes is written down. @param target the bytes' own place. */
export const pathFile = (target: string): string => `${target}.path`;

function readPath(target: string, key: string): string | null {
  const file = pathFile(target);
  if (!existsSync(file)) return null;
  const path = readFileSync(file, 'utf8');
  if (keyOfPath(path) !== key) throw new Error(`${file} does not hold the path of ${key}`);
  return path;
}

/**
 * The files of a storage folder, sorted by key; what is under way is left out.
 * @throws Error when a path on the disk is not the one of its bytes.
 */
export function listStoredFiles(folder: string): StoredFile[] {
  if (!existsSync(folder)) return [];
  const keys = readdirSync(folder).filter((name) => /^[0-9a-f]{64}$/.test(name));
  return keys.sort().map((key) => ({ key, cloudPath: readPath(join(folder, key), key) }));
}
