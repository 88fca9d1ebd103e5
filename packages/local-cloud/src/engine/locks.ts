/** The documents and unique keys that transactions hold. */
export class Locks<Transaction> {
  private readonly holders = new Map<string, Transaction>();

  /** The transaction that holds one of the locks, if any. */
  holderOf(locks: readonly string[]): Transaction | undefined {
    for (const lock of locks) {
      const holder = this.holders.get(lock);
      if (holder) return holder;
    }
    return undefined;
  }

  /** Whether another transaction holds the lock. */
  isHeldByOther(lock: string, self: Transaction): boolean {
    const holder = this.holders.get(lock);
    return holder !== undefined && holder !== self;
  }

  /** Gives locks to a transaction. */
  take(locks: readonly string[], holder: Transaction): void {
    for (const lock of locks) this.holders.set(lock, holder);
  }

  /** Frees everything a transaction holds. */
  release(holder: Transaction): void {
    for (const [lock, owner] of this.holders) if (owner === holder) this.holders.delete(lock);
  }
}
