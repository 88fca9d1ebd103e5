import { EJSON } from 'bson';

import { notEmulated, requestFailed } from '../errors';

/** A stored document: JSON values and `Date`. */
export type Doc = Record<string, unknown>;

/** Whether a value is an object with fields (not an array, date or regular expression). */
export function isPlainObject(value: unknown): value is Doc {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/**
 * The text of a document in the database and in replies: relaxed EJSON. A document that is the same in
 * JSON is written by `JSON.stringify`, which is several times faster.
 */
export function encodeDoc(doc: Doc): string {
  return isPlainJson(doc) ? JSON.stringify(doc) : EJSON.stringify(doc, { relaxed: true });
}

const texts = new WeakMap<Doc, string>();

/** The text of a document that does not change any more. It is kept for the next call. */
export function textOf(doc: Doc): string {
  const text = texts.get(doc) ?? encodeDoc(doc);
  texts.set(doc, text);
  return text;
}

/** Whether a value is the same in JSON and in relaxed EJSON. */
function isPlainJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' || typeof value === 'boolean' || value === null;
  }
  if (Array.isArray(value)) return value.every(isPlainJson);
  return isPlainObject(value) && Object.values(value).every(isPlainJson);
}

/** Reads a stored document. `JSON.parse` is several times faster than EJSON. */
export function decodeDoc(text: string): Doc {
  const parsed: unknown = text.includes('{"$') ? EJSON.parse(text) : JSON.parse(text);
  return parsed as Doc;
}

/** Reads a document in extended JSON as another program wrote it, with any white space. */
export function parseExtendedJson(text: string): Doc {
  return EJSON.parse(text, { relaxed: true }) as Doc;
}

/**
 * Checks that a value can be stored.
 * @throws CloudError that names a field name or type which cannot
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
