/** A document of any schema version. */
export type StoredDoc = Readonly<Record<string, unknown>> & { readonly _id: string };

/** All documents by collection, in the order of each collection. */
export type Collections = ReadonlyMap<string, readonly StoredDoc[]>;

/** By collection: what becomes of each document. */
export type DocumentChanges = Readonly<Record<string, (doc: StoredDoc) => StoredDoc | null>>;

/**
 * A step from one schema version to the next. Its functions are pure, and work on shapes of the
 * past: they never use today's document types, which will change again.
 */
export interface Migration {
  readonly from: number;
  /** Always `from` + 1. */
  readonly to: number;
  /** What changes, in one line. */
  readonly summary: string;
  /**
   * By collection: the document as the next version has it, or null to remove it. From all documents
   * as the earlier version had them.
   */
  readonly documents?: (before: Collections) => DocumentChanges;
  /** New documents by collection, from all documents as the earlier version had them. */
  readonly additions?: (
    before: Collections,
    /** The instant of the migration. */
    now: string,
  ) => Readonly<Record<string, readonly StoredDoc[]>>;
  /** Whether kept totals are rebuilt from the ledger once the last migration is done. */
  readonly rebuildsTotals: boolean;
}
