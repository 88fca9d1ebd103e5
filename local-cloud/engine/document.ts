import { EJSON } from 'bson';

import { notEmulated, requestFailed } from '../errors';

/** A stored document: JSON values and `Date`. */
export type Doc = Record<string, unknown>;

/** Whether a value is an object with fields (not an array, date or regular expression). */
export function isPlainObject(value: unknown): value is Doc {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** The text kept in SQLite, which is also what goes over the wire: relaxed EJSON. */
export function encodeDoc(doc: Doc): string {
  return EJSON.stringify(doc, { relaxed: true });
}

/** Reads a stored document. Plain JSON is parsed several times faster than EJSON. */
export function decodeDoc(text: string): Doc {
  const parsed: unknown = text.includes('{"$') ? EJSON.parse(text) : JSON.parse(text);
  return parsed as Doc;
}

/**
 * Checks that a value can be stored.
 * @throws CloudError for field names and types the local cloud does not store.
 */
export function assertStorable(value: unknown, path = ''): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => assertStorable(item, `${path}.${String(index)}`));
    return;
  }
  if (isPlainObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      assertFieldName(name, path);
      assertStorable(inner, path === '' ? name : `${path}.${name}`);
    }
    return;
  }
  if (value instanceof RegExp) throw notEmulated(`storing a regular expression (field ${path})`);
}

function assertFieldName(name: string, path: string): void {
  const where = path === '' ? name : `${path}.${name}`;
  if (name.startsWith('$')) {
    throw requestFailed(
      `The dollar ($) prefixed field '${name}' in '${where}' is not valid for storage.`,
    );
  }
  if (name.includes('.') || name === '' || name === '__proto__') {
    throw requestFailed(`The field name '${name}' in '${where}' is not valid for storage.`);
  }
}
