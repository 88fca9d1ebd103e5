import { type Doc, isPlainObject } from '../engine/document';
import { requestFailed } from '../errors';
import type { FieldKind } from '../schema';

const KINDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  flag: (value) => typeof value === 'boolean',
  list: Array.isArray,
  map: isPlainObject,
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  const known = Object.entries(KINDS).find(([, isOfKind]) => isOfKind(value));
  return known?.[0] ?? (value instanceof Date ? 'date' : typeof value);
}

function problemOf(kind: FieldKind, value: unknown): string | undefined {
  if (value === undefined) return `is missing; ${kind} expected`;
  const bare = kind.replace('?', '');
  if (value === null ? bare !== kind : KINDS[bare]?.(value)) return undefined;
  return `is ${kindOf(value)}; ${kind} expected`;
}

/**
 * Checks that a document has exactly the declared fields, each with a value of its kind.
 * @throws CloudError that names collection, document, field and the expected kind
 */
export function assertFields(
  collection: string,
  fields: Readonly<Record<string, FieldKind>>,
  doc: Doc,
): void {
  const refuse = (field: string, problem: string): never => {
    const where = `${collection}.${field} of ${JSON.stringify(doc['_id'])}`;
    throw requestFailed(`local cloud (strict): ${where} ${problem}`);
  };
  for (const field of Object.keys(doc)) {
    if (field !== '_id' && !Object.hasOwn(fields, field)) refuse(field, 'is not declared');
  }
  for (const [field, kind] of Object.entries(fields)) {
    const problem = problemOf(kind, doc[field]);
    if (problem !== undefined) refuse(field, problem);
  }
}
