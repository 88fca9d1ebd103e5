import { type Doc, isPlainObject } from './document';
import { isScalar, type Scalar } from './keys';

/** One side of a range. */
export interface Bound {
  readonly operator: '>' | '>=' | '<' | '<=';
  readonly value: Scalar;
}

/** A condition that a key can answer: a field has one of some values, or lies within bounds. */
export interface Constraint {
  readonly field: string;
  readonly oneOf?: readonly Scalar[];
  readonly bounds?: readonly Bound[];
  /** Whether one element of an array must meet it, as `$elemMatch` requires. */
  readonly isOfElement?: boolean;
}

/** The constraints of a query. */
export interface Reading {
  readonly constraints: Constraint[];
  /** Whether the constraints say all that the query says. */
  complete: boolean;
}

const BOUNDS: Readonly<Record<string, Bound['operator']>> = {
  $gt: '>',
  $gte: '>=',
  $lt: '<',
  $lte: '<=',
};

function readElement(field: string, condition: Doc, reading: Reading): void {
  const inner = readOperators(field, condition, { constraints: [], complete: true });
  const bounds = inner.constraints.flatMap((constraint) => constraint.bounds ?? []);
  const lists = inner.constraints.filter((constraint) => constraint.oneOf !== undefined);
  const all = bounds.length === 0 ? lists : [...lists, { field, bounds }];
  for (const constraint of all) reading.constraints.push({ ...constraint, isOfElement: true });
}

function readOperators(field: string, condition: Doc, reading: Reading): Reading {
  for (const [name, operand] of Object.entries(condition)) {
    const bound = BOUNDS[name];
    if (name === '$eq' && isScalar(operand)) reading.constraints.push({ field, oneOf: [operand] });
    else if (name === '$in' && Array.isArray(operand) && operand.every(isScalar)) {
      reading.constraints.push({ field, oneOf: operand });
    } else if (name === '$all' && Array.isArray(operand) && operand.every(isScalar)) {
      const values = operand.length === 0 ? [[]] : operand.map((value) => [value]);
      for (const oneOf of values) reading.constraints.push({ field, oneOf });
    } else if (bound !== undefined && isScalar(operand)) {
      reading.constraints.push({ field, bounds: [{ operator: bound, value: operand }] });
    } else {
      reading.complete = false;
      // A value that is no array matches the constraint, but not the operator.
      if (name === '$elemMatch' && isPlainObject(operand)) readElement(field, operand, reading);
    }
  }
  return reading;
}

function readCondition(field: string, value: unknown, reading: Reading): void {
  if (isScalar(value)) reading.constraints.push({ field, oneOf: [value] });
  else if (isPlainObject(value) && Object.keys(value).some((name) => name.startsWith('$'))) {
    readOperators(field, value, reading);
  } else reading.complete = false;
}

function readInto(query: Doc, reading: Reading): Reading {
  for (const [name, value] of Object.entries(query)) {
    if (name === '$and' && Array.isArray(value)) {
      for (const part of value) if (isPlainObject(part)) readInto(part, reading);
    } else if (name.startsWith('$')) reading.complete = false;
    else readCondition(name, value, reading);
  }
  return reading;
}

/** Collects the conditions that must all hold. Any other condition makes the reading incomplete. */
export function readQuery(query: Doc): Reading {
  return readInto(query, { constraints: [], complete: true });
}
