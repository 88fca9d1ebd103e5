import { encodeDoc } from 'local-cloud/data';

import type { Collections, StoredDoc } from '../../cloud/migrations/migration';
import { sha256 } from './manifest';
import type { Contents, Sink } from './read-folder';

/** The lines of a collection in a back-up: relaxed EJSON, in the order of the bytes of `_id`. */
function linesOf(docs: readonly StoredDoc[]): string {
  const keyed = docs.map((doc) => ({ key: Buffer.from(doc._id), doc }));
  keyed.sort((a, b) => Buffer.compare(a.key, b.key));
  return keyed.map(({ doc }) => `${encodeDoc(doc)}\n`).join('');
}

/** Passes the file of each collection to the sink, in the order of names. @returns their list. */
export function listDocuments(collections: Collections, sink: Sink): Contents['collections'] {
  return [...collections.keys()].sort().map((name) => {
    const docs = collections.get(name) ?? [];
    const bytes = Buffer.from(linesOf(docs));
    const file = `${name}.jsonl`;
    sink(file, bytes);
    return { name, documents: docs.length, file, bytes: bytes.length, sha256: sha256(bytes) };
  });
}
