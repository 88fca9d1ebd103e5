import type { Doc } from './engine/document';
import type { Engine } from './engine/engine';
import { find } from './engine/reader';

/**
 * Direct access to the database, for seeding, maintenance and tests. Strict mode checks its writes,
 * but lets it query without an index.
 */
export interface LocalDatabase {
  /** Names of all collections. */
  collections(): string[];
  /** Creates a collection without indexes. @throws Error when it exists, or in strict mode */
  createCollection(name: string): void;
  /** Every document, in the order of insertion. */
  readAll(collection: string): Doc[];
  /** Documents that match a MongoDB query. */
  find(collection: string, query: Doc): Doc[];
  /** Inserts documents, all or none. A missing `_id` is generated. @returns the ids */
  insert(collection: string, docs: readonly Doc[]): Promise<string[]>;
  /** Creates or replaces one document. */
  put(collection: string, id: string, doc: Doc): Promise<void>;
  /** Removes documents that match. @returns their number */
  remove(collection: string, query: Doc): Promise<number>;
}

/** The direct access to an engine. */
export function openDatabase(engine: Engine): LocalDatabase {
  return {
    collections: () => engine.storage.collections(),
    createCollection: (name) => engine.storage.addCollection(name),
    readAll: (collection) => engine.storage.readAll(collection),
    find: (collection, query) => find(engine.table(collection), { query }).map((row) => row.doc),
    insert: (collection, docs) => engine.insert(collection, docs),
    put: async (collection, id, doc) => {
      await engine.set(collection, id, doc);
    },
    remove: (collection, query) => engine.removeWhere(collection, query),
  };
}
