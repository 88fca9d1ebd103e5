import { existsSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'libsql';

import { decodeDoc, type Doc } from './engine/document';

/** One moment of a local cloud's data, read from its file. */
export interface Snapshot {
  /** Every document of a collection, in the order of insertion. */
  readAll(collection: string): Doc[];
  /** Names of all collections, sorted. */
  collections(): string[];
  /** Documents as they are stored, relaxed EJSON, in the order of the bytes of their ids. */
  readLines(collection: string): string[];
  close(): void;
}

/** How long a lock of another process is waited for, in ms. */
const BUSY_MS = 5000;

/**
 * Opens one moment of a local cloud's data. Another process may have the file open and go on
 * writing: what it commits later is not seen.
 * @throws Error when there are no data in the folder.
 */
export function openSnapshot(dataDir: string): Snapshot {
  const file = join(dataDir, 'cloud.db');
  if (!existsSync(file)) throw new Error(`no local cloud's data in ${dataDir}`);
  const db = new Database(file);
  db.exec(`PRAGMA busy_timeout = ${String(BUSY_MS)}`);
  db.exec('PRAGMA query_only = ON');
  db.exec('BEGIN');
  const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all([]);
  const known = new Set((tables as { name: string }[]).map(({ name }) => name));
  const read = (collection: string, order: 'id' | 'rowid'): string[] => {
    const table = `c.${collection}`;
    if (!known.has(table)) throw new Error(`${file} has no collection ${collection}`);
    const rows = db.prepare(`SELECT doc FROM "${table}" ORDER BY ${order}`).all([]);
    return (rows as { doc: string }[]).map(({ doc }) => doc);
  };
  return {
    collections: () => {
      const names = [...known].filter((name) => name.startsWith('c.'));
      return names.map((name) => name.slice(2)).sort();
    },
    readLines: (collection) => read(collection, 'id'),
    readAll: (collection) => read(collection, 'rowid').map(decodeDoc),
    close: () => {
      db.exec('COMMIT');
      db.close();
    },
  };
}
