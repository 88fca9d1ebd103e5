import { Context } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as pipelineOperators from 'mingo/operators/pipeline';
import { Aggregator } from 'mingo/aggregator';

import { notEmulated, requestFailed } from '../errors';
import { type Doc, isPlainObject } from './document';
import { isScalar, type Sort } from './keys';
import { queryContext } from './matcher';
import { assertServed } from '../strict/assert-served';
import { assertAccumulators, assertExpression, assertQuery } from './operators';
import { find } from './reader';
import type { Table } from './table';

/** A stage of a pipeline: `{ $name: value }`. */
export type Stage = Readonly<Record<string, unknown>>;

/** Without a limit, the cloud returns only so many documents of an aggregate. */
const DEFAULT_LIMIT = 20;

const context = Context.from(
  queryContext,
  Context.init({ accumulator: accumulators, pipeline: pipelineOperators }),
);

/** Checks the value of each known stage. */
const STAGES: Readonly<Record<string, (value: unknown) => void>> = {
  $match: assertQuery,
  $group: assertAccumulators,
  $project: assertExpression,
  $addFields: assertExpression,
  $replaceRoot: assertExpression,
  $sortByCount: assertExpression,
  $bucket: (value) => {
    const { output, ...rest } = isPlainObject(value) ? value : {};
    if (output !== undefined) assertAccumulators(output);
    assertExpression(rest);
  },
  $lookup: assertLookup,
  $sort: acceptAny,
  $limit: acceptAny,
  $skip: acceptAny,
  $count: acceptAny,
  $unwind: acceptAny,
  $sample: acceptAny,
};

function acceptAny(): void {}

/** Of a look-up by a field, and of one by a pipeline that takes nothing from the document. */
const LOOKUP_FIELDS = [
  ['from', 'localField', 'foreignField', 'as'],
  ['from', 'pipeline', 'as'],
];

function assertLookup(value: unknown): void {
  const given = isPlainObject(value) ? Object.keys(value) : [];
  const [byField = [], byPipeline = []] = LOOKUP_FIELDS;
  const known = given.includes('pipeline') ? byPipeline : byField;
  const unknown = given.find((name) => !known.includes(name));
  if (unknown !== undefined) throw notEmulated(`${unknown} in $lookup`);
}

/**
 * A look-up queries the other collection once for each document, by the values of one field; a
 * pipeline is checked when it runs.
 */
function assertLookupServed(stage: Stage, openTable: (name: string) => Table): void {
  const lookup = stage['$lookup'];
  if (!isPlainObject(lookup) || lookup['pipeline'] !== undefined) return;
  assertServed(openTable(String(lookup['from'])), { [String(lookup['foreignField'])]: null });
}

function stageOf(stage: Stage): [string, unknown] {
  const [entry] = Object.entries(stage);
  if (!entry) throw requestFailed('an aggregate stage is empty');
  return entry;
}

function isBounded(pipeline: readonly Stage[]): boolean {
  return pipeline.some((stage) => ['$limit', '$count', '$sample'].includes(stageOf(stage)[0]));
}

interface Head {
  query: Doc;
  sort: Sort;
  /** Infinity without a limit. */
  limit: number;
  rest: Stage[];
}

/** Splits the leading match, sort and limit from the pipeline, for the planner. */
function splitHead(pipeline: readonly Stage[]): Head {
  const rest = [...pipeline];
  let query: Doc = {};
  let sort: Sort = [];
  let limit = Infinity;
  const first = rest[0]?.['$match'];
  if (isPlainObject(first)) {
    query = first;
    rest.shift();
  }
  const second = rest[0]?.['$sort'];
  if (isPlainObject(second)) {
    sort = Object.entries(second).map(([field, order]) => [field, order === -1 ? -1 : 1]);
    rest.shift();
  }
  const third = rest[0]?.['$limit'];
  if (typeof third === 'number' && Number.isInteger(third) && third > 0) {
    limit = third;
    rest.shift();
  }
  return { query, sort, limit, rest };
}

interface LookupByField {
  readonly from: string;
  readonly localField: string;
  readonly foreignField: string;
  readonly as: string;
}

interface LookupByPipeline {
  readonly from: string;
  readonly pipeline: readonly Stage[];
  readonly as: string;
}

/** Every value at a path: of a list each element, through lists each of their objects. */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  const [part, ...rest] = path;
  if (part === undefined) return Array.isArray(value) ? value : [value];
  if (Array.isArray(value)) {
    if (/^\d+$/.test(part)) throw notEmulated(`the place ${part} of a list in $lookup`);
    return value.filter(isPlainObject).flatMap((element) => valuesAt(element, path));
  }
  if (!isPlainObject(value) || !Object.hasOwn(value, part)) return [];
  return valuesAt(value[part], rest);
}

/** Joins through the indexes of the other collection; mingo would read all of it. */
function lookUpByField(
  docs: Doc[],
  spec: LookupByField,
  openTable: (name: string) => Table,
): Doc[] {
  const table = openTable(spec.from);
  return docs.map((doc) => {
    const values = [...new Set(valuesAt(doc, spec.localField.split('.')))];
    if (!values.every(isScalar)) throw notEmulated('$lookup by an object, or by a list in a list');
    // As in MongoDB, no value counts as null.
    const query = { [spec.foreignField]: { $in: values.length === 0 ? [null] : values } };
    return { ...doc, [spec.as]: find(table, { query }).map((row) => row.doc) };
  });
}

/** The same list for every document. Without documents nothing is read. */
function lookUpByPipeline(
  docs: Doc[],
  { from, pipeline, as }: LookupByPipeline,
  openTable: (name: string) => Table,
): Doc[] {
  if (docs.length === 0) return [];
  const found = runPipeline(openTable(from), pipeline, openTable);
  return docs.map((doc) => ({ ...doc, [as]: structuredClone(found) }));
}

function lookUp(
  docs: Doc[],
  spec: LookupByField | LookupByPipeline,
  openTable: (name: string) => Table,
): Doc[] {
  return 'pipeline' in spec
    ? lookUpByPipeline(docs, spec, openTable)
    : lookUpByField(docs, spec, openTable);
}

function runStages(
  docs: Doc[],
  stages: readonly Stage[],
  openTable: (name: string) => Table,
): Doc[] {
  return stages.reduce((current, stage) => {
    const [name, value] = stageOf(stage);
    if (name === '$lookup')
      return lookUp(current, value as LookupByField | LookupByPipeline, openTable);
    return new Aggregator([stage], { context, scriptEnabled: false }).run<Doc>(current);
  }, docs);
}

/** A leading match, sort and limit run through the indexes, the other stages in mingo. */
function runPipeline(
  table: Table,
  pipeline: readonly Stage[],
  openTable: (name: string) => Table,
): Doc[] {
  for (const stage of pipeline) {
    const [name, value] = stageOf(stage);
    const check = STAGES[name];
    if (!check) throw notEmulated(`aggregate stage ${name}`);
    check(value);
  }
  const { query, sort, limit, rest } = splitHead(pipeline);
  assertServed(table, query, sort);
  for (const stage of rest) assertLookupServed(stage, openTable);
  const docs = find(table, { query, sort, limit }).map((row) => row.doc);
  return runStages(docs, rest, openTable);
}

/**
 * Runs an aggregate.
 * @throws CloudError that names an unknown stage; and for an answer that the cloud would truncate
 */
export function aggregate(
  table: Table,
  pipeline: readonly Stage[],
  openTable: (name: string) => Table,
): Doc[] {
  const result = runPipeline(table, pipeline, openTable);
  if (result.length > DEFAULT_LIMIT && !isBounded(pipeline)) {
    throw requestFailed(
      `local cloud: without limit() the cloud may cut this aggregate at ${String(DEFAULT_LIMIT)} documents; add .limit()`,
    );
  }
  return result;
}
