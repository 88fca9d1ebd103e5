interface Version {
  readonly sequence: number;
  /** The document's text before this write; undefined when it did not exist. */
  readonly before: string | undefined;
}

/**
 * Prior versions of documents, kept only while a transaction is open, so that each transaction
 * reads the database as it was when it began.
 */
export class History {
  private sequence = 0;
  private readonly versions = new Map<string, Version[]>();

  /** The present moment, to be read from later. */
  get now(): number {
    return this.sequence;
  }

  /** Notes one committed batch: what each document was before it. */
  record(before: ReadonlyMap<string, string | undefined>): void {
    this.sequence += 1;
    for (const [key, text] of before) {
      const list = this.versions.get(key) ?? [];
      list.push({ sequence: this.sequence, before: text });
      this.versions.set(key, list);
    }
  }

  /** A document as it was at a moment, given what it is now. */
  textAt(key: string, moment: number, current: string | undefined): string | undefined {
    const next = this.versions.get(key)?.find((version) => version.sequence > moment);
    return next ? next.before : current;
  }

  /** Whether a document was written after a moment. */
  changedSince(key: string, moment: number): boolean {
    const last = this.versions.get(key)?.at(-1);
    return last !== undefined && last.sequence > moment;
  }

  /** Forgets everything: no transaction is open. */
  clear(): void {
    this.versions.clear();
  }
}
