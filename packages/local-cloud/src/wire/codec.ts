import { BSONRegExp, EJSON } from 'bson';

import { notEmulated, requestFailed } from '../errors';
import { type Doc, isPlainObject } from '../engine/document';

const SERVER_DATE = '$tcb_server_date';

/**
 * Reads a canonical EJSON text of wx-server-sdk: dates become `Date`, regular expressions `RegExp`,
 * and a server date the cloud's present.
 * @param nowMs the cloud's present, in milliseconds
 * @throws CloudError that names a BSON type which cannot be stored
 */
function fromWire(text: string, nowMs: number): unknown {
  return convert(EJSON.parse(text), nowMs);
}

/** Reads a text that must be an object; an empty text is an empty object. */
export function objectFromWire(text: unknown, nowMs: number): Doc {
  if (text === undefined || text === null || text === '') return {};
  const value = typeof text === 'string' ? fromWire(text, nowMs) : convert(text, nowMs);
  if (!isPlainObject(value)) throw requestFailed('an object is needed');
  return value;
}

function convert(value: unknown, nowMs: number): unknown {
  if (Array.isArray(value)) return value.map((item) => convert(item, nowMs));
  if (value instanceof BSONRegExp) return toRegExp(value);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const bsonType: unknown = Reflect.get(value, '_bsontype');
  if (typeof bsonType === 'string') throw notEmulated(`BSON type ${bsonType}`);
  if (!isPlainObject(value)) return value;
  if (SERVER_DATE in value) return serverDate(value[SERVER_DATE], nowMs);
  const copy: Doc = {};
  for (const [name, inner] of Object.entries(value)) {
    Object.defineProperty(copy, name, {
      value: convert(inner, nowMs),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return copy;
}

function serverDate(spec: unknown, nowMs: number): Date {
  const offset = isPlainObject(spec) ? spec['offset'] : 0;
  return new Date(nowMs + (typeof offset === 'number' ? offset : 0));
}

function toRegExp(value: BSONRegExp): RegExp {
  try {
    return new RegExp(value.pattern, value.options);
  } catch {
    throw notEmulated(`regular expression /${value.pattern}/${value.options}`);
  }
}
