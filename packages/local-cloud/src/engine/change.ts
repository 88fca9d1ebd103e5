import type { Doc } from './document';
import { encodeKey, RANK, rankOf, readPath } from './keys';
import { notEmulated } from '../errors';
import type { Table, TableIndex } from './table';

/** A change of one document. `before` is undefined for an insert, `after` for a removal. */
export interface Change {
  readonly table: Table;
  readonly id: string;
  readonly before: Doc | undefined;
  readonly after: Doc | undefined;
}

/** Identifies a document across collections. */
export function docKey(collection: string, id: string): string {
  return `${collection}/${id}`;
}

/** The keys of a document in a unique index. */
export function uniqueKeys(index: TableIndex, doc: Doc): Buffer[] {
  return index.fields.map(({ name }) => {
    const value = readPath(doc, name);
    const rank = rankOf(value);
    if (rank === RANK.array || rank === RANK.object) {
      throw notEmulated(`an array or object in the unique index ${index.label}`);
    }
    return encodeKey(value);
  });
}

function uniqueLock(change: Change, index: TableIndex, doc: Doc): string {
  const keys = uniqueKeys(index, doc).map((key) => key.toString('hex'));
  return `unique ${change.table.name} ${index.label} ${keys.join(' ')}`;
}

/** The locks that a write needs: the document, and its old and new keys in unique indexes. */
export function locksOf(change: Change): string[] {
  const locks = [docKey(change.table.name, change.id)];
  for (const index of change.table.indexes) {
    if (!index.unique) continue;
    for (const doc of [change.before, change.after]) {
      if (doc) locks.push(uniqueLock(change, index, doc));
    }
  }
  return [...new Set(locks)];
}

/** MongoDB's message for a unique conflict. */
export function duplicateKeyMessage(table: Table, label: string, doc: Doc): string {
  const fields = label === '_id_' ? ['_id'] : labelFields(table, label);
  const shown = fields.map((name) => `${name}: ${JSON.stringify(readPath(doc, name) ?? null)}`);
  return `E11000 duplicate key error collection: local.${table.name} index: ${label} dup key: { ${shown.join(', ')} }`;
}

function labelFields(table: Table, label: string): string[] {
  const index = table.indexes.find((candidate) => candidate.label === label);
  return (index?.fields ?? []).map((field) => field.name);
}
