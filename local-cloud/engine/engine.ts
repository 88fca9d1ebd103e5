import { randomBytes } from 'node:crypto';

import Database from 'libsql';

import { CloudError, requestFailed } from '../errors';
import type { CloudSchema } from '../schema';
import { duplicateKeyMessage, docKey, locksOf, uniqueKeys } from './change';
import type { Change } from './change';
import { assertStorable, decodeDoc, encodeDoc } from './document';
import type { Doc } from './document';
import { History } from './history';
import { Locks } from './locks';
import { find } from './reader';
import { isCollectionName, Table } from './table';
import type { Row } from './table';
import { Transaction } from './transaction';
import { applyUpdate, assertUpdate } from './update';

/** How long the engine lets others hold things up, in milliseconds. */
export interface EngineLimits {
  /** A transaction open longer than this is over. CloudBase: 30 s. */
  readonly transactionMs: number;
  /** A plain write waits this long for a transaction's lock. */
  readonly lockWaitMs: number;
}

const LIMITS: EngineLimits = { transactionMs: 30_000, lockWaitMs: 12_000 };

/** Tells a waiting operation that its caller has gone. */
export interface Caller {
  readonly gone: boolean;
}

const HERE: Caller = { gone: false };

/** The database: collections, single writes, batches and transactions over one SQLite file. */
export class Engine {
  private readonly db: Database.Database;
  private readonly tables = new Map<string, Table>();
  private readonly history = new History();
  private readonly locks = new Locks();
  private readonly transactions = new Map<string, Transaction>();

  /** @param file path of the SQLite file, or `:memory:`. */
  constructor(
    file: string,
    schema: CloudSchema,
    private readonly limits: EngineLimits = LIMITS,
  ) {
    this.db = new Database(file);
    this.db.exec('PRAGMA journal_mode = WAL');
    // FULL: an acknowledged write is on the disk, whatever kills the process.
    this.db.exec('PRAGMA synchronous = FULL');
    for (const [name, collection] of Object.entries(schema.collections)) {
      this.tables.set(name, new Table(this.db, name, collection));
    }
    this.openUndeclared();
  }

  /** Closes the file; open transactions are lost, as they were never committed. */
  close(): void {
    for (const transaction of this.transactions.values()) transaction.end();
    this.transactions.clear();
    this.db.close();
  }

  /** The names of all collections. */
  collections(): string[] {
    return [...this.tables.keys()];
  }

  /** A collection's table. @throws CloudError when it does not exist (-502005). */
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
    if (!isCollectionName(name)) throw requestFailed(`not a collection name: ${name}`);
    if (this.tables.has(name)) throw requestFailed(`Table ${name} already exist`);
    this.tables.set(name, new Table(this.db, name, { indexes: [] }));
  }

  /** Reads one document, inside a transaction or outside. */
  get(collection: string, id: string, transactionId?: string): Doc | undefined {
    const table = this.table(collection);
    if (transactionId !== undefined) return this.transaction(transactionId).read(table, id);
    const text = table.get(id);
    return text === undefined ? undefined : decodeDoc(text);
  }

  /** Inserts documents, all or none. @returns their ids. */
  async insert(
    collection: string,
    docs: readonly Doc[],
    transactionId?: string,
    caller: Caller = HERE,
  ): Promise<string[]> {
    const table = this.table(collection);
    const prepared = docs.map(withId);
    const changes = (read: (id: string) => Doc | undefined): Change[] =>
      prepared.map(({ id, doc }) => {
        if (read(id)) throw requestFailed(duplicateKeyMessage(table, '_id_', doc));
        return { table, id, before: undefined, after: doc };
      });
    await this.write(table, changes, transactionId, caller);
    return prepared.map(({ id }) => id);
  }

  /** Replaces a document, or creates it. @returns how many changed, and the id if created. */
  async set(
    collection: string,
    id: string,
    data: Doc,
    transactionId?: string,
    caller: Caller = HERE,
  ): Promise<{ updated: number; upsertId?: string }> {
    const table = this.table(collection);
    const { doc } = withId({ ...data, _id: id });
    const changes = await this.write(
      table,
      (read) => [{ table, id, before: read(id), after: doc }],
      transactionId,
      caller,
    );
    const isNew = changes[0]?.before === undefined;
    return isNew ? { updated: 0, upsertId: id } : { updated: countChanged(changes) };
  }

  /** Updates one document by id. @returns how many documents changed (0 when it is missing). */
  async updateOne(
    collection: string,
    id: string,
    update: Doc,
    transactionId?: string,
    caller: Caller = HERE,
  ): Promise<number> {
    assertUpdate(update);
    const table = this.table(collection);
    const compute = (read: (id: string) => Doc | undefined): Change[] => {
      const before = read(id);
      return before ? [updated(table, id, before, update)] : [];
    };
    return countChanged(await this.write(table, compute, transactionId, caller));
  }

  /** Updates what matches. Never part of a transaction: the SDK sends no transaction id here. */
  async updateWhere(
    collection: string,
    query: Doc,
    update: Doc,
    multi = true,
    caller: Caller = HERE,
  ): Promise<number> {
    assertUpdate(update);
    const table = this.table(collection);
    const limit = multi ? {} : { limit: 1 };
    const compute = (): Change[] =>
      find(table, { query, ...limit }).map((row) => updated(table, row.id, row.doc, update));
    return countChanged(await this.write(table, compute, undefined, caller));
  }

  /** Removes one document by id. @returns 0 or 1. */
  async removeOne(
    collection: string,
    id: string,
    transactionId?: string,
    caller: Caller = HERE,
  ): Promise<number> {
    const table = this.table(collection);
    const compute = (read: (id: string) => Doc | undefined): Change[] => {
      const before = read(id);
      return before ? [{ table, id, before, after: undefined }] : [];
    };
    return (await this.write(table, compute, transactionId, caller)).length;
  }

  /** Removes what matches. Never part of a transaction. */
  async removeWhere(
    collection: string,
    query: Doc,
    multi = true,
    caller: Caller = HERE,
  ): Promise<number> {
    const table = this.table(collection);
    const limit = multi ? {} : { limit: 1 };
    const compute = (): Change[] =>
      find(table, { query, ...limit }).map((row) => ({
        table,
        id: row.id,
        before: row.doc,
        after: undefined,
      }));
    return (await this.write(table, compute, undefined, caller)).length;
  }

  /** Begins a transaction. @returns its id. */
  begin(): string {
    this.dropExpired();
    const expiresAt = Date.now() + this.limits.transactionMs;
    const transaction = new Transaction(this.history, this.locks, expiresAt);
    this.transactions.set(transaction.id, transaction);
    return transaction.id;
  }

  /** Makes a transaction's writes durable, all at once. */
  commit(transactionId: string): void {
    const transaction = this.transaction(transactionId);
    try {
      this.apply(transaction.log);
    } finally {
      this.finish(transaction);
    }
  }

  /** Forgets a transaction's writes. */
  abort(transactionId: string): void {
    this.finish(this.transaction(transactionId));
  }

  private transaction(id: string): Transaction {
    this.dropExpired();
    const transaction = this.transactions.get(id);
    if (!transaction) {
      throw new CloudError(
        'DATABASE_TRANSACTION_FAIL',
        `[TransactionNotExist] Transaction does not exist on the server, or was aborted or timed out. transactionId: ${id}`,
      );
    }
    return transaction;
  }

  private finish(transaction: Transaction): void {
    this.transactions.delete(transaction.id);
    transaction.end();
    if (this.transactions.size === 0) this.history.clear();
  }

  private dropExpired(): void {
    const now = Date.now();
    for (const transaction of this.transactions.values()) {
      if (transaction.expiresAt <= now) this.finish(transaction);
    }
  }

  private async write(
    table: Table,
    compute: (read: (id: string) => Doc | undefined) => Change[],
    transactionId: string | undefined,
    caller: Caller,
  ): Promise<Change[]> {
    if (transactionId !== undefined) return this.writeInside(table, compute, transactionId);
    const deadline = Date.now() + this.limits.lockWaitMs;
    for (;;) {
      if (caller.gone) throw requestFailed('the caller is gone');
      this.dropExpired();
      const changes = compute((id) => this.get(table.name, id));
      const holder = this.locks.holderOf(changes.flatMap(locksOf));
      if (!holder) {
        this.apply(changes);
        return changes;
      }
      await waitFor(holder, deadline);
    }
  }

  /** As in MongoDB, an operation that fails inside a transaction ends the transaction. */
  private writeInside(
    table: Table,
    compute: (read: (id: string) => Doc | undefined) => Change[],
    transactionId: string,
  ): Change[] {
    const transaction = this.transaction(transactionId);
    try {
      const changes = compute((id) => transaction.read(table, id));
      for (const change of changes) transaction.write(change);
      return changes;
    } catch (error) {
      this.finish(transaction);
      throw error;
    }
  }

  private apply(changes: readonly Change[]): void {
    const real = changes.filter((change) => !isSameDoc(change));
    if (real.length === 0) return;
    const before = new Map<string, string | undefined>();
    this.db.exec('BEGIN IMMEDIATE');
    try {
      for (const change of real) {
        const key = docKey(change.table.name, change.id);
        const text = change.table.get(change.id);
        if (!before.has(key)) before.set(key, text);
        applyChange(change, text !== undefined);
      }
      this.db.exec('COMMIT');
    } catch (error) {
      this.db.exec('ROLLBACK');
      throw error;
    }
    if (this.transactions.size > 0) this.history.record(before);
  }

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

  /** Every document of a collection, in the order of insertion. */
  readAll(collection: string): Doc[] {
    return this.table(collection)
      .rows()
      .map((row: Row) => decodeDoc(row.doc));
  }
}

function withId(doc: Doc): { id: string; doc: Doc } {
  const { _id: given, ...rest } = doc;
  const id = given ?? randomBytes(16).toString('hex');
  if (typeof id !== 'string' || id === '') {
    throw requestFailed('local cloud: _id must be a text that is not empty');
  }
  assertStorable(rest);
  return { id, doc: { _id: id, ...rest } };
}

function updated(table: Table, id: string, before: Doc, update: Doc): Change {
  const after = structuredClone(before);
  applyUpdate(after, update);
  return { table, id, before, after };
}

function isSameDoc({ before, after }: Change): boolean {
  return before !== undefined && after !== undefined && encodeDoc(before) === encodeDoc(after);
}

function countChanged(changes: readonly Change[]): number {
  return changes.filter((change) => !isSameDoc(change)).length;
}

function applyChange(change: Change, exists: boolean): void {
  const { table, id, after } = change;
  if (!after) {
    table.delete(id);
    return;
  }
  for (const index of table.indexes) {
    if (!index.unique) continue;
    if (table.findByKeys(index, uniqueKeys(index, after), id) !== undefined) {
      throw requestFailed(duplicateKeyMessage(table, index.label, after));
    }
  }
  table.put(id, after, exists);
}

async function waitFor(holder: Transaction, deadline: number): Promise<void> {
  const left = Math.min(deadline, holder.expiresAt) - Date.now();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(left, 0));
  });
  await Promise.race([holder.over, timeout]);
  clearTimeout(timer);
  if (Date.now() >= deadline) {
    throw requestFailed('timed out waiting for a document that a transaction is writing');
  }
}
