interface Version {
  readonly sequence: number;
  /** The document's text before this write; undefined when it did not exist. */
  readonly before: string | undefined;
}

/**
 * Earlier versions of documents, so that a transaction reads the database as it was at its start. They
 * are kept only while a transaction is open.
 */
export class History {
  private sequence = 0;
  private readonly versions = new Map<string, Version[]>();

  /** The current moment, for later reads. */
  get now(): number {
    return this.sequence;
  }

  /** Records a committed batch by the texts of its documents before it. */
  record(before: ReadonlyMap<string, string | undefined>): void {
    this.sequence += 1;
    for (const [key, text] of before) {
      const list = this.versions.get(key) ?? [];
      list.push({ sequence: this.sequence, before: text });
      this.versions.set(key, list);
    }
  }

  /** The text of a document at a moment. @param current its text now */
  textAt(key: string, moment: number, current: string | undefined): string | undefined {
    const next = this.versions.get(key)?.find((version) => version.sequence > moment);
    return next ? next.before : current;
  }

  /** Whether a document was written after a moment. */
  changedSince(key: string, moment: number): boolean {
    const last = this.versions.get(key)?.at(-1);
    return last !== undefined && last.sequence > moment;
  }

  /** Drops all versions, when no transaction is open any more. */
  clear(): void {
    this.versions.clear();
  }
}
