import { CloudError } from '../errors';
import type { Change } from './change';
import type { Doc } from './document';
import { History } from './history';
import { Locks } from './locks';
import type { Before, Storage } from './storage';
import type { Table } from './table';
import { Transaction } from './transaction';

/** The open transactions: they begin, read, write and end here. */
export class Transactions {
  private readonly history = new History();
  private readonly locks = new Locks<Transaction>();
  private readonly open = new Map<string, Transaction>();

  /** @param limitMs a transaction open longer than this is over. */
  constructor(
    private readonly storage: Storage,
    private readonly limitMs: number,
  ) {}

  /** Begins a transaction. @returns its id. */
  begin(): string {
    this.dropExpired();
    const transaction = new Transaction(this.history, this.locks, Date.now() + this.limitMs);
    this.open.set(transaction.id, transaction);
    return transaction.id;
  }

  /** Reads a document inside a transaction. */
  read(transactionId: string, table: Table, id: string): Doc | undefined {
    return this.find(transactionId).read(table, id);
  }

  /**
   * Writes inside a transaction. As in MongoDB, an operation that fails ends the transaction.
   * @param compute makes the changes from what the transaction reads.
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

  /** Makes a transaction's writes durable, all at once. */
  commit(transactionId: string): void {
    const transaction = this.find(transactionId);
    try {
      this.note(this.storage.apply(transaction.log));
    } finally {
      this.finish(transaction);
    }
  }

  /** Forgets a transaction's writes. */
  abort(transactionId: string): void {
    this.finish(this.find(transactionId));
  }

  /** Forgets all transactions: the database closes. */
  abortAll(): void {
    for (const transaction of this.open.values()) this.finish(transaction);
  }

  /** Keeps what was before a write for the transactions that began earlier. */
  note(before: Before): void {
    if (this.open.size > 0 && before.size > 0) this.history.record(before);
  }

  /** The transaction that holds any of the locks, if one does. */
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
    const now = Date.now();
    for (const transaction of this.open.values()) {
      if (transaction.expiresAt <= now) this.finish(transaction);
    }
  }
}
