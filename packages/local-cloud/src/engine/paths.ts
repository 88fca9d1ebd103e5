import { notEmulated, requestFailed } from '../errors';
import { type Doc, isPlainObject } from './document';

/** A place in a document, which can be read and changed. */
export interface Place {
  readonly get: () => unknown;
  readonly set: (value: unknown) => void;
  readonly unset: () => void;
}

const INDEX = /^(0|[1-9]\d*)$/;
const MAX_PADDING = 1500;

/** Splits an update path. @throws CloudError that names a positional operator */
export function splitPath(path: string): string[] {
  const parts = path.split('.');
  for (const part of parts) {
    if (part.startsWith('$')) throw notEmulated(`positional operator ${part} in '${path}'`);
    if (part === '' || part === '__proto__') {
      throw requestFailed(`The update path '${path}' contains an empty or reserved field name`);
    }
  }
  if (parts[0] === '_id') {
    throw requestFailed(
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  }
  return parts;
}

function arrayIndex(array: readonly unknown[], part: string, path: string): number {
  if (!INDEX.test(part)) {
    throw requestFailed(`Cannot create field '${part}' in an array element (path '${path}')`);
  }
  const index = Number(part);
  if (index > array.length + MAX_PADDING) {
    throw requestFailed(`can't backfill more than ${String(MAX_PADDING)} elements`);
  }
  return index;
}

function pad(array: unknown[], length: number): void {
  while (array.length < length) array.push(null);
}

function placeIn(holder: Doc | unknown[], part: string, path: string): Place {
  if (!Array.isArray(holder)) {
    return {
      get: () => (Object.hasOwn(holder, part) ? holder[part] : undefined),
      set: (value) => {
        holder[part] = value;
      },
      unset: () => {
        delete holder[part];
      },
    };
  }
  const index = arrayIndex(holder, part, path);
  return {
    get: () => holder[index],
    set: (value) => {
      pad(holder, index);
      holder[index] = value;
    },
    unset: () => {
      if (index < holder.length) holder[index] = null;
    },
  };
}

/**
 * Finds a place by its path.
 * @param create whether to create missing objects on the way
 * @returns undefined when an object on the way is missing and `create` is false
 * @throws CloudError when the path leads through a value without fields, such as null
 */
export function placeAt(doc: Doc, path: string, create: boolean): Place | undefined {
  const parts = splitPath(path);
  let holder: Doc | unknown[] = doc;
  for (const part of parts.slice(0, -1)) {
    const place = placeIn(holder, part, path);
    let next = place.get();
    if (next === undefined) {
      if (!create) return undefined;
      next = {};
      place.set(next);
    }
    if (!isPlainObject(next) && !Array.isArray(next)) {
      if (!create) return undefined;
      throw requestFailed(
        `Cannot create field in element {${part}: ${JSON.stringify(next)}} (path '${path}')`,
      );
    }
    holder = next;
  }
  return placeIn(holder, parts[parts.length - 1] ?? '', path);
}
