import { existsSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'libsql';

import { decodeDoc, type Doc } from '../engine/document';

/** A local cloud's data as they were at one moment. */
export interface Snapshot {
  /** Every document of a collection, in the order of insertion. */
  readAll(collection: string): Doc[];
  /** Names of all collections, sorted. */
  collections(): string[];
  /** Documents as they are stored, in relaxed EJSON, ordered by the bytes of their ids. */
  readLines(collection: string): string[];
  close(): void;
}

/** How long to wait for a lock of another process. */
const MAX_LOCK_WAIT_MS = 5000;

/**
 * Opens the data as they are now. Another process may have the file open and continue to write; later
 * commits are not seen.
 * @throws Error when the folder holds no data
 */
export function openSnapshot(dataDir: string): Snapshot {
  const file = join(dataDir, 'cloud.db');
  if (!existsSync(file)) throw new Error(`${dataDir} holds no data of a local cloud`);
  const db = new Database(file);
  db.exec(`PRAGMA busy_timeout = ${String(MAX_LOCK_WAIT_MS)}`);
  db.exec('PRAGMA query_only = ON');
  db.exec('BEGIN');
  const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all([]);
  const names = new Set((tables as { name: string }[]).map(({ name }) => name));
  const read = (collection: string, order: 'id' | 'rowid'): string[] => {
    const table = `c.${collection}`;
    if (!names.has(table)) throw new Error(`${file} has no collection ${collection}`);
    const rows = db.prepare(`SELECT doc FROM "${table}" ORDER BY ${order}`).all([]);
    return (rows as { doc: string }[]).map(({ doc }) => doc);
  };
  return {
    collections: () => {
      const collections = [...names].filter((name) => name.startsWith('c.'));
      return collections.map((name) => name.slice(2)).sort();
    },
    readLines: (collection) => read(collection, 'id'),
    readAll: (collection) => read(collection, 'rowid').map(decodeDoc),
    close: () => {
      db.exec('COMMIT');
      db.close();
    },
  };
}
