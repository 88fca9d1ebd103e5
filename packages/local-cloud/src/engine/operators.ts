import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';

import { notEmulated, requestFailed } from '../errors';
import { isPlainObject } from './document';
import { isScalar } from './keys';

const LOGIC = new Set(['$and', '$or', '$nor']);
const RANGE = new Set(['$gt', '$gte', '$lt', '$lte']);
const LIST = new Set(['$in', '$nin', '$all']);
const FIELD = new Set([
  '$eq',
  '$ne',
  '$exists',
  '$size',
  '$mod',
  '$not',
  '$elemMatch',
  '$regex',
  '$options',
  ...RANGE,
  ...LIST,
]);
const EXPRESSION = new Set(
  Object.keys(expressions).filter((name) => name !== '$function' && name !== '$where'),
);
const ACCUMULATOR = new Set(Object.keys(accumulators).filter((name) => name !== '$accumulator'));
const REGEX_FLAGS = /^[ims]*$/;

const isOperator = (name: string): boolean => name.startsWith('$');

/** @throws CloudError that names an unknown query operator */
export function assertQuery(query: unknown): void {
  if (!isPlainObject(query)) throw requestFailed('the query must be an object');
  for (const [name, value] of Object.entries(query)) {
    if (LOGIC.has(name)) {
      if (!Array.isArray(value)) throw requestFailed(`${name} must be an array`);
      value.forEach(assertQuery);
    } else if (name === '$expr') assertExpression(value);
    else if (isOperator(name)) throw notEmulated(`query operator ${name}`);
    else assertCondition(value);
  }
}

function assertCondition(value: unknown): void {
  if (value instanceof RegExp) {
    assertFlags(value.flags);
    return;
  }
  if (!isPlainObject(value)) return;
  const names = Object.keys(value);
  if (!names.some(isOperator)) return;
  for (const name of names) assertFieldOperator(name, value[name]);
}

function assertFieldOperator(name: string, operand: unknown): void {
  if (!FIELD.has(name)) throw notEmulated(`query operator ${name}`);
  if (LIST.has(name) && !Array.isArray(operand)) throw requestFailed(`${name} needs an array`);
  if (RANGE.has(name) && !isScalar(operand)) {
    throw notEmulated(`${name} with an object or array`);
  }
  if (name === '$not') assertCondition(operand);
  if (name === '$options') assertFlags(String(operand));
  if (name === '$elemMatch') {
    if (!isPlainObject(operand)) throw requestFailed('$elemMatch needs an object');
    const isCondition = Object.keys(operand).some((key) => isOperator(key) && !LOGIC.has(key));
    if (isCondition) assertCondition(operand);
    else assertQuery(operand);
  }
}

function assertFlags(flags: string): void {
  if (!REGEX_FLAGS.test(flags)) throw notEmulated(`regular expression flag in "${flags}"`);
}

/** @throws CloudError that names an unknown aggregation expression */
export function assertExpression(value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach(assertExpression);
    return;
  }
  if (!isPlainObject(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === '$literal') continue;
    if (isOperator(name) && !EXPRESSION.has(name)) throw notEmulated(`expression ${name}`);
    assertExpression(inner);
  }
}

/** @throws CloudError that names an unknown accumulator of a group */
export function assertAccumulators(fields: unknown): void {
  if (!isPlainObject(fields)) throw requestFailed('$group needs an object');
  for (const [field, value] of Object.entries(fields)) {
    if (field === '_id') {
      assertExpression(value);
      continue;
    }
    const operator = isPlainObject(value) ? Object.keys(value)[0] : undefined;
    if (operator === undefined) throw requestFailed(`$group: ${field} needs an accumulator`);
    if (!ACCUMULATOR.has(operator)) throw notEmulated(`accumulator ${operator}`);
    if (isPlainObject(value)) assertExpression(value[operator]);
  }
}
