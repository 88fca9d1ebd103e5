import { notEmulated, requestFailed } from '../errors';
import { assertStorable, type Doc, encodeDoc, isPlainObject } from './document';
import { compareValues } from './keys';
import { compileQuery } from './matcher';
import { type Place, placeAt, splitPath } from './paths';

type Operator = (place: Place, operand: unknown, path: string) => void;

const same = (a: unknown, b: unknown): boolean => encodeDoc({ v: a }) === encodeDoc({ v: b });

function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function numberAt(place: Place, operand: unknown, operator: string, path: string): number {
  if (typeof operand !== 'number') {
    throw requestFailed(`Cannot ${operator} with non-numeric argument: {${path}}`);
  }
  const value = place.get() ?? (place.get() === undefined ? 0 : null);
  if (typeof value !== 'number') {
    throw requestFailed(
      `Cannot apply ${operator} to a value of non-numeric type: '${path}' is of type ${typeName(value)}`,
    );
  }
  return value;
}

function arrayAt(place: Place, operator: string, path: string): unknown[] | undefined {
  const value = place.get();
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    throw requestFailed(
      `The field '${path}' must be an array but is of type ${typeName(value)} (${operator})`,
    );
  }
  return [...(value as unknown[])];
}

function each(operand: unknown, allowed: readonly string[], operator: string): Doc {
  if (!isPlainObject(operand) || !('$each' in operand)) return { $each: [operand] };
  const unknown = Object.keys(operand).find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw notEmulated(`${unknown} in ${operator}`);
  if (!Array.isArray(operand['$each'])) throw requestFailed(`$each in ${operator} needs an array`);
  return operand;
}

const push: Operator = (place, operand, path) => {
  const spec = each(operand, ['$each', '$position', '$slice'], '$push');
  const array = arrayAt(place, '$push', path) ?? [];
  const position = typeof spec['$position'] === 'number' ? spec['$position'] : array.length;
  array.splice(position, 0, ...(spec['$each'] as unknown[]));
  const slice = spec['$slice'];
  if (typeof slice !== 'number') place.set(array);
  else place.set(slice < 0 ? array.slice(slice) : array.slice(0, slice));
};

const addToSet: Operator = (place, operand, path) => {
  const array = arrayAt(place, '$addToSet', path) ?? [];
  for (const item of each(operand, ['$each'], '$addToSet')['$each'] as unknown[]) {
    if (!array.some((present) => same(present, item))) array.push(item);
  }
  place.set(array);
};

const pull: Operator = (place, operand, path) => {
  const array = arrayAt(place, '$pull', path);
  if (!array) return;
  const isFieldQuery =
    isPlainObject(operand) && !Object.keys(operand).some((name) => name.startsWith('$'));
  if (isFieldQuery) {
    const matches = compileQuery(operand);
    place.set(array.filter((item) => !(isPlainObject(item) && matches(item))));
    return;
  }
  const matches = compileQuery({ v: operand });
  place.set(array.filter((item) => !matches({ v: item })));
};

const pop: Operator = (place, operand, path) => {
  const array = arrayAt(place, '$pop', path);
  if (array) place.set(operand === -1 ? array.slice(1) : array.slice(0, -1));
};

const pullAll: Operator = (place, operand, path) => {
  const array = arrayAt(place, '$pullAll', path);
  if (!Array.isArray(operand)) throw requestFailed('$pullAll needs an array');
  if (array) place.set(array.filter((item) => !operand.some((removed) => same(removed, item))));
};

function extreme(sign: 1 | -1): Operator {
  return (place, operand) => {
    const value = place.get();
    if (value === undefined || compareValues(operand, value) * sign > 0) place.set(operand);
  };
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  $set: (place, operand) => place.set(operand),
  $unset: (place) => place.unset(),
  $inc: (place, operand, path) => {
    place.set(numberAt(place, operand, '$inc', path) + (operand as number));
  },
  $mul: (place, operand, path) => {
    place.set(numberAt(place, operand, '$mul', path) * (operand as number));
  },
  $min: extreme(-1),
  $max: extreme(1),
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
  $pullAll: pullAll,
  $pop: pop,
};

/** Operators that have no effect on a missing field and do not create its path. */
const NO_CREATE = new Set(['$unset', '$pull', '$pullAll', '$pop']);

function assertNoOverlap(paths: readonly string[]): void {
  const sorted = paths.map((path) => `${path}.`).sort();
  for (const [i, path] of sorted.entries()) {
    const next = sorted[i + 1];
    if (next?.startsWith(path) === true) {
      throw requestFailed(`Updating the path '${next.slice(0, -1)}' would create a conflict`);
    }
  }
}

/**
 * Checks an update before it is applied to any document.
 * @throws CloudError that names an unknown operator; for overlapping paths, and for `_id`
 */
export function assertUpdate(update: Doc): void {
  const paths: string[] = [];
  for (const [name, fields] of Object.entries(update)) {
    if (!(name in OPERATORS)) throw notEmulated(`update operator ${name}`);
    if (!isPlainObject(fields)) throw requestFailed(`${name} needs an object of fields`);
    for (const path of Object.keys(fields)) {
      splitPath(path);
      paths.push(path);
    }
  }
  if (paths.length === 0) throw requestFailed('the update is empty');
  assertNoOverlap(paths);
}

/** Applies a checked update to a document, and checks that the result can be stored. */
export function applyUpdate(doc: Doc, update: Doc): void {
  for (const [name, fields] of Object.entries(update)) {
    const operator = OPERATORS[name];
    if (!operator) throw notEmulated(`update operator ${name}`);
    for (const [path, operand] of Object.entries(fields as Doc)) {
      const place = placeAt(doc, path, !NO_CREATE.has(name));
      if (place) operator(place, structuredClone(operand), path);
    }
  }
  assertStorable(doc);
}
