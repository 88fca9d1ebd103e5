import { CloudError } from '../errors';
import type { Change } from './change';
import type { Doc } from './document';
import { History } from './history';
import { Locks } from './locks';
import type { Before, Storage } from './storage';
import type { Table } from './table';
import { Transaction } from './transaction';

/** The open transactions. */
export class Transactions {
  private readonly history = new History();
  private readonly locks = new Locks<Transaction>();
  private readonly open = new Map<string, Transaction>();

  /** @param limitMs after this time a transaction ends */
  constructor(
    private readonly storage: Storage,
    private readonly limitMs: number,
  ) {}

  /** Begins a transaction. @returns its id */
  begin(): string {
    this.dropExpired();
    const transaction = new Transaction(this.history, this.locks, performance.now() + this.limitMs);
    this.open.set(transaction.id, transaction);
    return transaction.id;
  }

  /** Reads a document inside a transaction. */
  read(transactionId: string, table: Table, id: string): Doc | undefined {
    return this.find(transactionId).read(table, id);
  }

  /**
   * Writes inside a transaction. As in MongoDB, a failed operation ends the transaction.
   * @param compute returns the changes for the documents that the transaction reads
   */
  write(
    transactionId: string,
    table: Table,
    compute: (read: (id: string) => Doc | undefined) => Change[],
  ): Change[] {
    const transaction = this.find(transactionId);
    try {
      const changes = compute((id) => transaction.read(table, id));
      for (const change of changes) transaction.write(change);
      return changes;
    } catch (error) {
      this.finish(transaction);
      throw error;
    }
  }

  /** Applies all writes of a transaction. */
  commit(transactionId: string): void {
    const transaction = this.find(transactionId);
    try {
      this.record(this.storage.apply(transaction.log));
    } finally {
      this.finish(transaction);
    }
  }

  /** Drops the writes of a transaction. */
  abort(transactionId: string): void {
    this.finish(this.find(transactionId));
  }

  /** Aborts all transactions. */
  abortAll(): void {
    for (const transaction of this.open.values()) this.finish(transaction);
  }

  /** Records the texts before a write, for transactions that began earlier. */
  record(before: Before): void {
    if (this.open.size > 0 && before.size > 0) this.history.record(before);
  }

  /** The transaction that holds one of the locks, if any. */
  holderOf(getLocks: () => string[]): Transaction | undefined {
    this.dropExpired();
    return this.open.size === 0 ? undefined : this.locks.holderOf(getLocks());
  }

  private find(id: string): Transaction {
    this.dropExpired();
    const transaction = this.open.get(id);
    if (!transaction) {
      throw new CloudError(
        'DATABASE_TRANSACTION_FAIL',
        `[TransactionNotExist] Transaction does not exist on the server: it was aborted, or timed out. transactionId: ${id}`,
      );
    }
    return transaction;
  }

  private finish(transaction: Transaction): void {
    this.open.delete(transaction.id);
    transaction.end();
    if (this.open.size === 0) this.history.clear();
  }

  private dropExpired(): void {
    const now = performance.now();
    for (const transaction of this.open.values()) {
      if (transaction.expiresAt <= now) this.finish(transaction);
    }
  }
}
