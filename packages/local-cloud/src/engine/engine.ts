import { randomBytes } from 'node:crypto';

import { requestFailed } from '../errors';
import type { CloudSchema } from '../schema';
import { assertFields } from '../strict/fields';
import { type Change, duplicateKeyMessage, locksOf } from './change';
import { assertStorable, decodeDoc, type Doc, textOf } from './document';
import { find } from './reader';
import { isUnchanged, Storage } from './storage';
import type { Table } from './table';
import type { Transaction } from './transaction';
import { Transactions } from './transactions';
import { applyUpdate, assertUpdate } from './update';

/** Time limits, in milliseconds. */
export interface EngineLimits {
  /** A transaction ends after this time. CloudBase: 30 s. */
  readonly transactionMs: number;
  /** A plain write waits this long for a transaction's lock. */
  readonly lockWaitMs: number;
}

/** How an engine works; the default limits are CloudBase's. */
export interface EngineOptions extends Partial<EngineLimits> {
  /** Whether documents must have the declared fields, and queries an index. */
  readonly isStrict?: boolean;
  /** The size of the file at which writes are refused; default none. */
  readonly maxBytes?: number | undefined;
}

const LIMITS: EngineLimits = { transactionMs: 30_000, lockWaitMs: 12_000 };

/** The transaction of a write, and whether its caller has disconnected. */
export interface WriteScope {
  readonly transactionId?: string | undefined;
  readonly caller?: { readonly gone: boolean };
}

type Read = (id: string) => Doc | undefined;

/** The database behind the wire protocol: single documents, writes by condition, transactions. */
export class Engine {
  readonly storage: Storage;
  readonly transactions: Transactions;

  private readonly limits: EngineLimits;

  /** @param file path of the SQLite file, or `:memory:`. */
  constructor(file: string, schema: CloudSchema, options: EngineOptions = {}) {
    const { isStrict = false, maxBytes, ...limits } = options;
    this.limits = { ...LIMITS, ...limits };
    this.storage = new Storage(file, schema, isStrict, maxBytes);
    this.transactions = new Transactions(this.storage, this.limits.transactionMs);
  }

  /** Closes the file. Open transactions are aborted. */
  close(): void {
    this.transactions.abortAll();
    this.storage.close();
  }

  /** Removes all documents. Open transactions are aborted. */
  clear(): void {
    this.transactions.abortAll();
    this.storage.clear();
  }

  /** A collection's table. @throws CloudError when it does not exist (-502005) */
  table(name: string): Table {
    return this.storage.table(name);
  }

  /** Reads one document, inside a transaction or outside. */
  get(collection: string, id: string, transactionId?: string): Doc | undefined {
    const table = this.table(collection);
    if (transactionId !== undefined) return this.transactions.read(transactionId, table, id);
    const text = table.get(id);
    return text === undefined ? undefined : decodeDoc(text);
  }

  /** Inserts documents, all or none. @returns their ids */
  async insert(
    collection: string,
    docs: readonly Doc[],
    scope: WriteScope = {},
  ): Promise<string[]> {
    const table = this.table(collection);
    const prepared = docs.map(withId);
    const compute = (read: Read): Change[] =>
      prepared.map(({ id, doc }) => {
        if (read(id)) throw requestFailed(duplicateKeyMessage(table, '_id_', doc));
        return { table, id, before: undefined, after: doc };
      });
    await this.write(table, compute, scope);
    return prepared.map(({ id }) => id);
  }

  /** Replaces a document, or creates it. @returns the number of changes, and the id if it was created */
  async set(
    collection: string,
    id: string,
    data: Doc,
    scope: WriteScope = {},
  ): Promise<{ updated: number; upsertId?: string }> {
    const table = this.table(collection);
    const { doc } = withId({ ...data, _id: id });
    const compute = (read: Read): Change[] => [{ table, id, before: read(id), after: doc }];
    const changes = await this.write(table, compute, scope);
    const isNew = changes[0]?.before === undefined;
    return isNew ? { updated: 0, upsertId: id } : { updated: countChanged(changes) };
  }

  /** Updates a document by id. @returns the number of changes, 0 when it is missing */
  async updateOne(
    collection: string,
    id: string,
    update: Doc,
    scope: WriteScope = {},
  ): Promise<number> {
    assertUpdate(update);
    const table = this.table(collection);
    const compute = (read: Read): Change[] => {
      const before = read(id);
      return before ? [updated(table, id, before, update)] : [];
    };
    return countChanged(await this.write(table, compute, scope));
  }

  /** Removes a document by id. @returns 0 or 1 */
  async removeOne(collection: string, id: string, scope: WriteScope = {}): Promise<number> {
    const table = this.table(collection);
    const compute = (read: Read): Change[] => {
      const before = read(id);
      return before ? [{ table, id, before, after: undefined }] : [];
    };
    return (await this.write(table, compute, scope)).length;
  }

  /** Updates all matching documents, or the first. It cannot be part of a transaction. */
  async updateWhere(
    collection: string,
    query: Doc,
    update: Doc,
    isMulti = true,
    scope: Omit<WriteScope, 'transactionId'> = {},
  ): Promise<number> {
    assertUpdate(update);
    const table = this.table(collection);
    const page = { query, ...(isMulti ? {} : { limit: 1 }) };
    const compute = (): Change[] =>
      find(table, page).map((row) => updated(table, row.id, row.doc, update));
    return countChanged(await this.write(table, compute, scope));
  }

  /** Removes all matching documents, or the first. It cannot be part of a transaction. */
  async removeWhere(
    collection: string,
    query: Doc,
    isMulti = true,
    scope: Omit<WriteScope, 'transactionId'> = {},
  ): Promise<number> {
    const table = this.table(collection);
    const page = { query, ...(isMulti ? {} : { limit: 1 }) };
    const compute = (): Change[] =>
      find(table, page).map(({ id, doc }) => ({ table, id, before: doc, after: undefined }));
    return (await this.write(table, compute, scope)).length;
  }

  /** A plain write waits for locks and then starts again, because its documents may have changed. */
  private async write(
    table: Table,
    computeAny: (read: Read) => Change[],
    { transactionId, caller }: WriteScope,
  ): Promise<Change[]> {
    const compute = (read: Read): Change[] => fitting(table, computeAny(read));
    if (transactionId !== undefined) return this.transactions.write(transactionId, table, compute);
    const deadline = performance.now() + this.limits.lockWaitMs;
    for (;;) {
      if (caller?.gone === true) throw requestFailed('the caller is gone');
      const changes = compute((id) => this.get(table.name, id));
      const holder = this.transactions.holderOf(() => changes.flatMap(locksOf));
      if (!holder) {
        this.transactions.record(this.storage.apply(changes));
        return changes;
      }
      await waitFor(holder, deadline);
    }
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
  const after = decodeDoc(textOf(before));
  applyUpdate(after, update);
  return { table, id, before, after };
}

function countChanged(changes: readonly Change[]): number {
  return changes.filter((change) => !isUnchanged(change)).length;
}

function fitting(table: Table, changes: Change[]): Change[] {
  if (!table.isStrict) return changes;
  for (const { after } of changes) if (after) assertFields(table.name, table.declared, after);
  return changes;
}

async function waitFor(holder: Transaction, deadline: number): Promise<void> {
  const left = Math.min(deadline, holder.expiresAt) - performance.now();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(left, 0));
  });
  await Promise.race([holder.over, timeout]);
  clearTimeout(timer);
  if (performance.now() >= deadline) {
    throw requestFailed('timed out waiting for a document that a transaction is writing');
  }
}
