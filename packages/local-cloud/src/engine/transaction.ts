import { randomUUID } from 'node:crypto';

import { requestFailed, transactionConflict } from '../errors';
import { type Change, docKey, duplicateKeyMessage, locksOf, uniqueKeys } from './change';
import { decodeDoc, type Doc } from './document';
import type { History } from './history';
import type { Locks } from './locks';
import type { Table } from './table';

/** An open transaction: the moment it reads from, its locks, and its writes. */
export class Transaction {
  readonly id = randomUUID();
  readonly log: Change[] = [];
  /** Resolves when the transaction has ended and its locks are free. */
  readonly over: Promise<void>;
  private readonly snapshot: number;
  private readonly written = new Map<string, Doc | undefined>();
  private settle: () => void = () => undefined;

  constructor(
    private readonly history: History,
    private readonly locks: Locks<Transaction>,
    readonly expiresAt: number,
  ) {
    this.snapshot = history.now;
    this.over = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  /** Reads a document: as the transaction has written it, or as it was at the start. */
  read(table: Table, id: string): Doc | undefined {
    const key = docKey(table.name, id);
    if (this.written.has(key)) return structuredClone(this.written.get(key));
    const text = this.history.textAt(key, this.snapshot, table.get(id));
    return text === undefined ? undefined : decodeDoc(text);
  }

  /**
   * Takes the locks of a write and keeps it for the commit.
   * @throws CloudError TransactionConflict when another transaction holds a lock, or the document has
   *   changed since the start; E11000 when a unique index already has the key
   */
  write(change: Change): void {
    const key = docKey(change.table.name, change.id);
    const locks = locksOf(change);
    if (locks.some((lock) => this.locks.isHeldByOther(lock, this))) {
      throw transactionConflict(`${key} is being written by another transaction`);
    }
    if (!this.written.has(key) && this.history.changedSince(key, this.snapshot)) {
      throw transactionConflict(`${key} was written after this transaction began`);
    }
    if (change.after) change.table.assertIndexable(change.after);
    this.assertUnique(change);
    this.locks.take(locks, this);
    this.written.set(key, change.after);
    this.log.push(change);
  }

  /** Frees the locks and resolves `over`. */
  end(): void {
    this.locks.release(this);
    this.settle();
  }

  private assertUnique(change: Change): void {
    const { table, after } = change;
    if (!after) return;
    for (const index of table.indexes) {
      if (!index.unique) continue;
      const keys = uniqueKeys(index, after);
      const isSame = (doc: Doc | undefined): boolean =>
        doc !== undefined && uniqueKeys(index, doc).every((k, i) => k.equals(keys[i] ?? k));
      if (isSame(change.before)) continue;
      const other = this.findDuplicate(table, change.id, isSame, () =>
        table.findByKeys(index, keys, change.id),
      );
      if (other === undefined) continue;
      if (this.history.changedSince(docKey(table.name, other), this.snapshot)) {
        throw transactionConflict(
          `unique index ${index.label} changed after this transaction began`,
        );
      }
      throw requestFailed(duplicateKeyMessage(table, index.label, after));
    }
  }

  private findDuplicate(
    table: Table,
    id: string,
    isSame: (doc: Doc | undefined) => boolean,
    findCommitted: () => string | undefined,
  ): string | undefined {
    for (const [key, doc] of this.written) {
      const writtenId = key.slice(table.name.length + 1);
      if (key === docKey(table.name, writtenId) && writtenId !== id && isSame(doc))
        return writtenId;
    }
    const committed = findCommitted();
    const isReplaced = committed !== undefined && this.written.has(docKey(table.name, committed));
    return isReplaced ? undefined : committed;
  }
}
