import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';

import Database from 'libsql';

/** The file that a local cloud holds locked as long as it runs; the system frees it with the process. */
const CLAIM_FILE = 'cloud.db.lock';

/** Every SQLite file begins with these words. */
const SQLITE_HEADER = 'SQLite format 3\0';

/**
 * Keeps a data folder for one local cloud: two of them would not see each other's transactions, and
 * sums would go wrong.
 * @returns a function that gives the folder back
 * @throws Error when another process, or this one, has it open
 */
export function claimFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const db = new Database(join(dataDir, CLAIM_FILE));
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    throw new Error(`${dataDir} is in use by another local cloud: stop that one first`, {
      cause: error,
    });
  }
  return () => {
    db.exec('ROLLBACK');
    db.close();
  };
}

/** @throws Error for a file that is no database of a local cloud; it stays as it is. */
function assertDatabase(file: string): void {
  const descriptor = openSync(file, 'r');
  const header = Buffer.alloc(SQLITE_HEADER.length);
  const { size } = fstatSync(descriptor);
  readSync(descriptor, header, 0, header.length, 0);
  closeSync(descriptor);
  const advice = 'Put a back-up in its place, or move it away to begin without data.';
  if (size === 0) throw new Error(`${file} is empty: it was cut, or never written. ${advice}`);
  if (header.toString('latin1') !== SQLITE_HEADER) {
    throw new Error(`${file} is not a database of a local cloud. ${advice}`);
  }
}

/**
 * Makes a database without documents. A rename puts it in its place, so that a process that is killed
 * leaves no part of a file.
 */
function createDatabase(file: string, version: number): void {
  const beside = `${file}.new`;
  rmSync(beside, { force: true });
  const db = new Database(beside);
  // A file is written only with the first change; version 0 alone is none.
  db.exec('CREATE TABLE first (id); DROP TABLE first');
  db.exec(`PRAGMA user_version = ${String(version)}`);
  db.close();
  renameSync(beside, file);
}

/** A data folder that belongs to this process until it is released. */
export interface ClaimedFolder {
  /** The database: a file of SQLite with the schema version that wrote it. */
  readonly file: string;
  readonly filesDir: string;
  readonly release: () => void;
}

/**
 * Claims a data folder, which is made when it is missing, with an empty database of schema version
 * `version` where there is none.
 * @throws Error when a process has the folder open, or its database is another kind of file
 */
export function openFolder(dataDir: string, version: number): ClaimedFolder {
  const release = claimFolder(dataDir);
  const file = join(dataDir, 'cloud.db');
  try {
    if (existsSync(file)) assertDatabase(file);
    else createDatabase(file, version);
    return { file, filesDir: join(dataDir, 'files'), release };
  } catch (error) {
    release();
    throw error;
  }
}
