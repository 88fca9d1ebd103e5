import Database from 'libsql';

import {
  CloudError,
  DiskExhausted,
  requestFailed,
  SchemaVersionError,
  unlessDiskFull,
} from '../errors';
import type { CloudSchema } from '../schema';
import { atomically } from './atomically';
import { type Change, docKey, duplicateKeyMessage, uniqueKeys } from './change';
import { decodeDoc, type Doc, textOf } from './document';
import { isCollectionName, Table } from './table';

/** The texts of documents before a batch of writes, by key; undefined for a new document. */
export type Before = ReadonlyMap<string, string | undefined>;

/** The SQLite file with its collections. A batch of writes is atomic. */
export class Storage {
  private readonly db: Database.Database;
  private readonly tables = new Map<string, Table>();

  /**
   * @param file path of the SQLite file, or `:memory:`
   * @param isStrict whether only declared collections and fields exist
   * @param maxBytes the size beyond which the file may not grow; a larger one stays as large as it is
   */
  constructor(
    file: string,
    schema: CloudSchema,
    private readonly isStrict = false,
    maxBytes = Infinity,
  ) {
    this.db = new Database(file);
    try {
      this.assertVersion(file, schema.version ?? 0);
      this.openCollections(schema);
      if (maxBytes !== Infinity) this.limitTo(maxBytes);
    } catch (error) {
      this.db.close();
      throw error;
    }
  }

  private openCollections({ collections }: CloudSchema): void {
    this.db.exec('PRAGMA journal_mode = WAL');
    // An acknowledged write survives the end of the process.
    this.db.exec('PRAGMA synchronous = FULL');
    for (const [name, collection] of Object.entries(collections)) {
      this.tables.set(name, new Table(this.db, name, collection, this.isStrict));
    }
    // In strict mode an undeclared collection stays in the file, but does not exist.
    if (!this.isStrict) this.openUndeclared();
  }

  private limitTo(maxBytes: number): void {
    const { page_size: bytes } = this.db.prepare('PRAGMA page_size').get() as { page_size: number };
    this.db.exec(`PRAGMA max_page_count = ${String(Math.max(1, Math.floor(maxBytes / bytes)))}`);
  }

  /** Marks a new file with its version. A file with another version is refused unchanged. */
  private assertVersion(file: string, version: number): void {
    const tables = this.db.prepare(`SELECT 1 FROM sqlite_master LIMIT 1`).get();
    if (tables === undefined) {
      this.db.exec(`PRAGMA user_version = ${String(version)}`);
      return;
    }
    const { user_version: stored } = this.db.prepare('PRAGMA user_version').get() as {
      user_version: number;
    };
    if (stored !== version) throw new SchemaVersionError(file, stored, version);
  }

  /** Closes the file after its write-ahead log was moved into it, if there is space for that. */
  close(): void {
    try {
      this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (error) {
      // The log stays beside the file, and is read when the file is opened again.
      if (!(unlessDiskFull(error) instanceof DiskExhausted)) throw error;
    } finally {
      this.db.close();
    }
  }

  /** Removes the documents of all collections. */
  clear(): void {
    atomically(this.db, () => {
      for (const table of this.tables.values()) table.clear();
    });
  }

  /** The names of all collections. */
  collections(): string[] {
    return [...this.tables.keys()];
  }

  /** A collection's table. @throws CloudError when it does not exist (-502005) */
  table(name: string): Table {
    const table = this.tables.get(name);
    if (!table) {
      throw new CloudError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request.`,
      );
    }
    return table;
  }

  /** Creates a collection without indexes. */
  addCollection(name: string): void {
    if (this.isStrict) {
      throw requestFailed(`local cloud (strict): collection ${name} is not declared`);
    }
    if (!isCollectionName(name)) throw requestFailed(`not a collection name: ${name}`);
    if (this.tables.has(name)) throw requestFailed(`Table ${name} already exist`);
    this.tables.set(name, new Table(this.db, name, { indexes: [] }));
  }

  /** Number of documents that were read since the file was opened. */
  documentsRead(): number {
    return [...this.tables.values()].reduce((sum, table) => sum + table.documentsRead, 0);
  }

  /** Every document of a collection, in the order of insertion. */
  readAll(collection: string): Doc[] {
    const rows = this.table(collection).rows();
    return rows.map((row) => decodeDoc(row.doc));
  }

  /** Writes changes in one SQLite transaction. @returns the texts before */
  apply(changes: readonly Change[]): Before {
    const before = new Map<string, string | undefined>();
    const real = changes.filter((change) => !isUnchanged(change));
    if (real.length === 0) return before;
    atomically(this.db, () => {
      for (const change of real) {
        const key = docKey(change.table.name, change.id);
        const text = change.table.get(change.id);
        if (!before.has(key)) before.set(key, text);
        applyChange(change, text);
      }
    });
    return before;
  }

  /** Opens collections that were created at run time: they are in the file, but not in the schema. */
  private openUndeclared(): void {
    const rows = this.db
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'c.%'`)
      .all([]) as { name: string }[];
    for (const { name } of rows) {
      const collection = name.slice(2);
      if (!this.tables.has(collection)) {
        this.tables.set(collection, new Table(this.db, collection, { indexes: [] }));
      }
    }
  }
}

/** Whether a change leaves the document as it is. */
export function isUnchanged({ before, after }: Change): boolean {
  return before !== undefined && after !== undefined && textOf(before) === textOf(after);
}

function applyChange(change: Change, text: string | undefined): void {
  const { table, id, before, after } = change;
  if (!after) {
    table.delete(id, text);
    return;
  }
  table.assertIndexable(after);
  if (text !== undefined && !before) throw requestFailed(duplicateKeyMessage(table, '_id_', after));
  for (const index of table.indexes) {
    if (!index.unique) continue;
    if (table.findByKeys(index, uniqueKeys(index, after), id) !== undefined) {
      throw requestFailed(duplicateKeyMessage(table, index.label, after));
    }
  }
  table.put(id, after, text);
}
