import { Context } from 'mingo/core';
import * as expressions from 'mingo/operators/expression';
import * as projections from 'mingo/operators/projection';
import * as queryOperators from 'mingo/operators/query';
import { Query } from 'mingo/query';
import type { AnyObject, Options, Predicate } from 'mingo/types';
import { resolve } from 'mingo/util';

import { notEmulated } from '../errors';
import { type Doc, isPlainObject } from './document';
import { compareSameRank, rankOf } from './keys';
import { assertQuery } from './operators';

type Accepts = (order: number) => boolean;

/** A range operator: it compares values of the same type only, and any element of an array. */
function range(accepts: Accepts) {
  return (selector: string, operand: unknown, _options: Options): Predicate => {
    const rank = rankOf(operand);
    const matches = (value: unknown): boolean =>
      rankOf(value) === rank && accepts(compareSameRank(value, operand));
    return (obj: AnyObject) => {
      const value: unknown = resolve(obj, selector, { unwrapArray: true });
      return Array.isArray(value) ? value.some(matches) : matches(value);
    };
  };
}

/** Whether all conditions hold; a value that is no array counts as its only element. */
function all(selector: string, operand: unknown, options: Options): Predicate {
  const conditions = (operand as unknown[]).map((value) => {
    if (value instanceof RegExp) return queryOperators.$regex(selector, value, options);
    const inner = isPlainObject(value) ? value['$elemMatch'] : undefined;
    if (isPlainObject(inner)) return elemMatch(selector, inner, options);
    return queryOperators.$eq(selector, value, options);
  });
  return (obj: AnyObject) => conditions.length > 0 && conditions.every((holds) => holds(obj));
}

/** Operators of `$elemMatch` that look into an element which is an array itself. */
const OF_ARRAY = new Set(['$elemMatch', '$size']);

/** `$elemMatch`: an element that is an array is one value, it does not match by its own elements. */
function elemMatch(selector: string, operand: unknown, options: Options): Predicate {
  const condition = operand as Doc;
  const isOfValues = Object.keys(condition).some(
    (name) => name.startsWith('$') && !['$and', '$or', '$nor'].includes(name),
  );
  if (!isOfValues) return queryOperators.$elemMatch(selector, condition, options);
  const [ofArray, others] = [true, false].map((isOfArray) => {
    const own = Object.entries(condition).filter(([name]) => OF_ARRAY.has(name) === isOfArray);
    return new Query(own.length === 0 ? {} : { v: Object.fromEntries(own) }, options);
  });
  const matches = (element: unknown): boolean => {
    const value = Array.isArray(element) ? [element] : element;
    return ofArray?.test({ v: element }) === true && others?.test({ v: value }) === true;
  };
  return (obj: AnyObject) => {
    const value: unknown = resolve(obj, selector, { unwrapArray: true });
    return Array.isArray(value) && value.some(matches);
  };
}

/** mingo's operators, but with ranges in MongoDB's byte order, as in the indexes. */
export const queryContext = Context.init({
  expression: expressions,
  projection: projections,
  query: {
    ...queryOperators,
    $all: all,
    $elemMatch: elemMatch,
    $gt: range((order) => order > 0),
    $gte: range((order) => order >= 0),
    $lt: range((order) => order < 0),
    $lte: range((order) => order <= 0),
  },
});

const OPTIONS: Partial<Options> = { context: queryContext, scriptEnabled: false };

/**
 * Compiles a query, when it is first asked about a document: most are answered by an index alone.
 * @throws CloudError that names an unknown operator
 */
export function compileQuery(query: Doc): (doc: Doc) => boolean {
  assertQuery(query);
  let compiled: Query | null = null;
  return (doc) => {
    compiled ??= new Query(query, OPTIONS);
    return compiled.test(doc);
  };
}

const PROJECTION_OPERATORS = new Set(['$slice', '$elemMatch']);

/** Compiles a projection; undefined when it selects every field. */
export function compileProjection(projection: Doc | undefined): ((doc: Doc) => Doc) | undefined {
  if (projection === undefined || Object.keys(projection).length === 0) return undefined;
  for (const value of Object.values(projection)) {
    if (!isPlainObject(value)) continue;
    const unknown = Object.keys(value).find((name) => !PROJECTION_OPERATORS.has(name));
    if (unknown !== undefined) throw notEmulated(`projection ${unknown}`);
  }
  const fields = chosenFields(projection);
  if (fields !== null) return (doc) => pick(doc, fields);
  const query = new Query({}, OPTIONS);
  return (doc) => query.find<Doc>([doc], projection).all()[0] as Doc;
}

/** The fields of a projection that only chooses whole ones, with the id; null for any other. */
function chosenFields(projection: Doc): ReadonlySet<string> | null {
  const isSimple = Object.entries(projection).every(
    ([name, value]) => (value === 1 || value === true) && !name.includes('.'),
  );
  return isSimple ? new Set(['_id', ...Object.keys(projection)]) : null;
}

/** The chosen fields alone, in their order: no other part of a large document is copied. */
function pick(doc: Doc, fields: ReadonlySet<string>): Doc {
  return Object.fromEntries(Object.entries(doc).filter(([name]) => fields.has(name)));
}
