import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of a storage folder. */
export interface StoredFile {
  /** Its name on the disk: SHA-256 of the cloud path, in hex. */
  readonly key: string;
  /** null for a file from a version that did not keep paths. */
  readonly cloudPath: string | null;
}

/** The name on the disk of the file at a cloud path. */
export function keyOfPath(cloudPath: string): string {
  return createHash('sha256').update(cloudPath).digest('hex');
}

/** The file that holds the cloud path of another. @param target the other file */
export function pathFile(target: string): string {
  return `${target}.path`;
}

function readPath(target: string, key: string): string | null {
  const file = pathFile(target);
  if (!existsSync(file)) return null;
  const path = readFileSync(file, 'utf8');
  if (keyOfPath(path) !== key) throw new Error(`${file} does not hold the path of ${key}`);
  return path;
}

/**
 * The files of a storage folder, sorted by key, without unfinished uploads.
 * @throws Error when the path beside a file is not its own
 */
export function listStoredFiles(folder: string): StoredFile[] {
  if (!existsSync(folder)) return [];
  const keys = readdirSync(folder).filter((name) => /^[0-9a-f]{64}$/.test(name));
  return keys.sort().map((key) => ({ key, cloudPath: readPath(join(folder, key), key) }));
}
