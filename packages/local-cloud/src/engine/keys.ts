import { type Doc, isPlainObject } from './document';

/** The first byte of a key, in MongoDB's order of types. */
export const RANK = {
  emptyArray: 0x0f,
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  boolean: 0x80,
  date: 0x90,
} as const;

/** Values that an index finds by equality or range. */
export type Scalar = null | number | string | boolean | Date;

/** Whether an index finds a value by equality or range. */
export function isScalar(value: unknown): value is Scalar {
  return (
    value === null ||
    typeof value === 'number' ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    value instanceof Date
  );
}

/** The rank of a value. A missing value counts as null. */
export function rankOf(value: unknown): number {
  if (value === null || value === undefined) return RANK.null;
  if (typeof value === 'number') return RANK.number;
  if (typeof value === 'string') return RANK.string;
  if (typeof value === 'boolean') return RANK.boolean;
  if (value instanceof Date) return RANK.date;
  if (Array.isArray(value)) return RANK.array;
  return RANK.object;
}

function doubleBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  const first = bytes[0] ?? 0;
  if (first & 0x80) for (let i = 0; i < 8; i++) bytes[i] = ~(bytes[i] ?? 0) & 0xff;
  else bytes[0] = first | 0x80;
  return bytes;
}

/**
 * A key with MongoDB's order of values as its byte order, for SQLite. The key of an object or array is
 * its rank alone.
 */
export function encodeKey(value: unknown): Buffer {
  const rank = Buffer.of(rankOf(value));
  if (typeof value === 'number') {
    return Number.isNaN(value) ? rank : Buffer.concat([rank, doubleBytes(value)]);
  }
  if (typeof value === 'string') return Buffer.concat([rank, Buffer.from(value, 'utf8')]);
  if (typeof value === 'boolean') return Buffer.concat([rank, Buffer.of(value ? 1 : 0)]);
  if (value instanceof Date) return Buffer.concat([rank, doubleBytes(value.getTime())]);
  return rank;
}

/** The value at a dotted path. If the path meets an array, the value is that array. */
export function readPath(doc: Doc, path: string): unknown {
  let value: unknown = doc;
  for (const part of path.split('.')) {
    if (Array.isArray(value)) return value;
    if (!isPlainObject(value)) return undefined;
    value = Object.hasOwn(value, part) ? value[part] : undefined;
  }
  return value;
}

const SURROGATE = /[\ud800-\udfff]/;

/** Compares two scalars of the same rank as MongoDB does: texts by their UTF-8 bytes. */
export function compareSameRank(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string') {
    if (SURROGATE.test(left) || SURROGATE.test(right)) {
      return Buffer.compare(Buffer.from(left), Buffer.from(right));
    }
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return Buffer.compare(encodeKey(left), encodeKey(right));
}

/** Compares any two values by type, then by value. */
export function compareValues(left: unknown, right: unknown): number {
  const order = rankOf(left) - rankOf(right);
  return order === 0 ? compareSameRank(left, right) : order;
}

function sortKey(doc: Doc, path: string, direction: 1 | -1): Buffer {
  const value = readPath(doc, path);
  if (!Array.isArray(value)) return encodeKey(value);
  if (value.length === 0) return Buffer.of(RANK.emptyArray);
  const keys = value.map(encodeKey).sort((a, b) => Buffer.compare(a, b));
  return (direction === 1 ? keys[0] : keys[keys.length - 1]) ?? Buffer.of(RANK.null);
}

/** The fields to sort by, each with its direction. */
export type Sort = readonly (readonly [field: string, direction: 1 | -1])[];

/** Sorts documents as MongoDB does. Documents that compare equal keep their order. */
export function sortDocs(docs: readonly Doc[], sort: Sort): Doc[] {
  const rows = docs.map((doc) => ({
    doc,
    keys: sort.map(([field, direction]) => sortKey(doc, field, direction)),
  }));
  rows.sort((a, b) => {
    for (const [i, [, direction]] of sort.entries()) {
      const left = a.keys[i];
      const right = b.keys[i];
      const order = left && right ? Buffer.compare(left, right) * direction : 0;
      if (order !== 0) return order;
    }
    return 0;
  });
  return rows.map((row) => row.doc);
}
