import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Doc } from '../engine/document';
import { Storage } from '../engine/storage';
import type { CloudSchema } from '../schema';
import { openSnapshot } from './snapshot';

/** All documents by collection, in the order of insertion. */
export type Documents = ReadonlyMap<string, readonly Doc[]>;

/** All documents of a data folder. Another process may have it open. */
export function readDocuments(dataDir: string): Documents {
  const snapshot = openSnapshot(dataDir);
  try {
    return new Map(snapshot.collections().map((name) => [name, snapshot.readAll(name)]));
  } finally {
    snapshot.close();
  }
}

/**
 * Writes documents into a data folder that has none yet; a collection that the schema does not
 * declare is created.
 */
export function writeDocuments(dataDir: string, schema: CloudSchema, documents: Documents): void {
  mkdirSync(dataDir, { recursive: true });
  const storage = new Storage(join(dataDir, 'cloud.db'), schema);
  try {
    for (const [name, docs] of documents) {
      if (!storage.collections().includes(name)) storage.addCollection(name);
      const table = storage.table(name);
      storage.apply(
        docs.map((doc) => ({ table, id: String(doc['_id']), before: undefined, after: doc })),
      );
    }
  } finally {
    storage.close();
  }
}
