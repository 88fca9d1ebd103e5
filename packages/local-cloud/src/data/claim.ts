import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

import Database from 'libsql';

/** The file that a local cloud holds locked as long as it runs; the system frees it with the process. */
const CLAIM_FILE = 'cloud.db.lock';

/** Every SQLite file begins with these words. */
const SQLITE_HEADER = 'SQLite format 3\0';

/** Where the header has the size of a page (1 for 65,536), and the number of pages. */
const PAGE_SIZE_OFFSET = 16;
const PAGE_COUNT_OFFSET = 28;
const HEADER_BYTES = 100;

/**
 * Keeps a data folder for one local cloud: two of them would not see each other's transactions, and
 * sums would go wrong.
 * @returns a function that gives the folder back
 * @throws Error when another process, or this one, has it open
 */
export function claimFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const db = lockFile(dataDir);
  return () => {
    db.exec('ROLLBACK');
    db.close();
  };
}

function lockFile(dataDir: string): Database.Database {
  const file = join(dataDir, CLAIM_FILE);
  let db: Database.Database | undefined;
  try {
    db = new Database(file);
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (cause) {
    db?.close();
    const { code, message } = cause as { code?: string; message: string };
    if (code?.startsWith('SQLITE_BUSY') === true) {
      const words = `${dataDir} is in use by another local cloud: stop that one first`;
      throw new Error(words, { cause });
    }
    const advice = 'It holds no data: see whose file it is, or remove it.';
    throw new Error(`${file} cannot be used as the lock (${message}). ${advice}`, { cause });
  }
}

/** The size that the header of a database states. */
function statedSize(header: Buffer): number {
  const pageSize = header.readUInt16BE(PAGE_SIZE_OFFSET);
  return (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(PAGE_COUNT_OFFSET);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** @throws Error for a file that is no database of a local cloud; it stays as it is. */
function assertDatabase(file: string): void {
  const descriptor = openSync(file, 'r');
  const header = Buffer.alloc(HEADER_BYTES);
  const { size } = fstatSync(descriptor);
  readSync(descriptor, header, 0, header.length, 0);
  closeSync(descriptor);
  const advice = 'Put a back-up in its place, or move it away to begin without data.';
  if (size === 0) throw new Error(`${file} is empty: it was cut, or never written. ${advice}`);
  if (!header.toString('latin1').startsWith(SQLITE_HEADER)) {
    throw new Error(`${file} is not a database of a local cloud. ${advice}`);
  }
  // With a log, the file has its stated size only after the log was moved into it.
  if (sizeOf(logOf(file)) === 0 && size < statedSize(header)) {
    throw new Error(`${file} was cut: it has ${String(size)} bytes of its size. ${advice}`);
  }
}

function logOf(file: string): string {
  return `${file}-wal`;
}

/** @throws Error when there is a log without its database, which a new one would read as its own. */
function assertNoLog(file: string): void {
  const log = logOf(file);
  if (sizeOf(log) === 0) return;
  const advice = 'Put the database back beside it, or move it away to begin without data.';
  throw new Error(`${log} is the log of a database that is gone. ${advice}`);
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
    else {
      assertNoLog(file);
      createDatabase(file, version);
    }
    return { file, filesDir: join(dataDir, 'files'), release };
  } catch (error) {
    release();
    throw error;
  }
}
