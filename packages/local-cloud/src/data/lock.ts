import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'libsql';

/** A lock on the data of a stopped local cloud: others can read them, but neither write nor start. */
export interface DataLock {
  /** The schema version the data were written with. */
  readonly version: number;
  release(): void;
}

/** Where a SQLite file keeps `PRAGMA user_version`: four bytes, the highest first. */
const VERSION_OFFSET = 60;

function fileOf(dataDir: string): string {
  const file = join(dataDir, 'cloud.db');
  if (!existsSync(file)) throw new Error(`${dataDir} holds no data of a local cloud`);
  return file;
}

/**
 * The schema version that the data in a folder were written with; null when there are none yet. It
 * is read from the file's header, because a connection would keep the file from being locked until
 * its statements are collected. Not for data that this process has locked: closing any descriptor
 * of a file gives up the process's locks on it.
 */
export function readDataVersion(dataDir: string): number | null {
  const file = join(dataDir, 'cloud.db');
  if (!existsSync(file)) return null;
  const bytes = Buffer.alloc(4);
  const descriptor = openSync(file, 'r');
  const count = readSync(descriptor, bytes, 0, bytes.length, VERSION_OFFSET);
  closeSync(descriptor);
  return count === bytes.length ? bytes.readUInt32BE() : null;
}

/**
 * Locks the data of a stopped local cloud. Afterwards `cloud.db` is one file without a write-ahead
 * log, so it may be replaced by a rename while it is locked.
 * @throws Error when there are no data in the folder, or a process has them open; this one too, if
 * it opened them before and its statements are not collected yet.
 */
export function lockData(dataDir: string): DataLock {
  const db = new Database(fileOf(dataDir));
  try {
    // Leaving WAL mode empties the log into the file; it fails while another connection is open.
    db.exec('PRAGMA journal_mode = DELETE');
    db.exec('BEGIN IMMEDIATE');
  } catch (error) {
    db.close();
    throw new Error(`${dataDir} is in use: stop the local cloud first (${String(error)})`);
  }
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as {
    user_version: number;
  };
  return {
    version,
    release: () => {
      db.exec('ROLLBACK');
      db.close();
    },
  };
}

/** Copies the database of a data folder into a file that does not exist, its version included. */
export function copyDatabase(dataDir: string, file: string): void {
  const db = new Database(fileOf(dataDir));
  try {
    db.prepare('VACUUM INTO ?').run([file]);
  } finally {
    db.close();
  }
}
