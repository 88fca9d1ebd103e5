import { notEmulated, requestFailed } from '../errors';
import { aggregate, type Stage } from '../engine/aggregate';
import { type Doc, encodeDoc } from '../engine/document';
import type { Engine, WriteScope } from '../engine/engine';
import type { Sort } from '../engine/keys';
import { compileProjection } from '../engine/matcher';
import { count, find } from '../engine/reader';
import { assertServed } from '../strict/assert-served';
import { objectFromWire } from './codec';

/** The body of a request of the SDK. */
export type WireParams = Readonly<Record<string, unknown>>;

/** What an action needs. */
export interface ActionContext {
  readonly engine: Engine;
  readonly nowMs: number;
  readonly caller: { readonly gone: boolean };
}

/** The fields that an action adds to the reply. */
export type WireReply = Readonly<Record<string, unknown>>;

type Action = (params: WireParams, context: ActionContext) => WireReply | Promise<WireReply>;

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

const collectionOf = (params: WireParams): string => String(params['collectionName']);

function transactionOf(params: WireParams): string | undefined {
  const id = params['transactionId'];
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function scopeOf(params: WireParams, { caller }: ActionContext): WriteScope {
  return { transactionId: transactionOf(params), caller };
}

function readQuery(params: WireParams, context: ActionContext): Doc {
  return objectFromWire(params['query'], context.nowMs);
}

/** The id in an operation on one document. */
function readId(params: WireParams, context: ActionContext): string {
  const id = readQuery(params, context)['_id'];
  if (typeof id !== 'string') throw notEmulated('a document id that is not a text');
  return id;
}

function readSort(params: WireParams, context: ActionContext): Sort {
  const order = Object.entries(objectFromWire(params['order'], context.nowMs));
  return order.map(([field, direction]) => [field, direction === -1 ? -1 : 1]);
}

function readInteger(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : fallback;
}

function assertNoTransaction(params: WireParams, what: string): void {
  if (transactionOf(params) === undefined) return;
  throw requestFailed(`${what} cannot run inside a transaction: use doc()`);
}

const isDocQuery = (params: WireParams): boolean => params['queryType'] === 'DOC';

const getDocument: Action = (params, context) => {
  const projection = compileProjection(
    params['projection'] === undefined
      ? undefined
      : objectFromWire(params['projection'], context.nowMs),
  );
  const docs = isDocQuery(params) ? getOne(params, context) : getMany(params, context);
  return { data: { list: docs.map((doc) => encodeDoc(projection ? projection(doc) : doc)) } };
};

function getOne(params: WireParams, context: ActionContext): Doc[] {
  const id = readId(params, context);
  const doc = context.engine.get(collectionOf(params), id, transactionOf(params));
  return doc ? [doc] : [];
}

function getMany(params: WireParams, context: ActionContext): Doc[] {
  assertNoTransaction(params, 'where().get()');
  const table = context.engine.table(collectionOf(params));
  const query = readQuery(params, context);
  const sort = readSort(params, context);
  assertServed(table, query, sort);
  const rows = find(table, {
    query,
    sort,
    skip: readInteger(params['offset'], 0),
    limit: Math.min(readInteger(params['limit'], DEFAULT_LIMIT), MAX_LIMIT),
  });
  return rows.map((row) => row.doc);
}

const insertDocument: Action = async (params, context) => {
  const texts = Array.isArray(params['data']) ? (params['data'] as unknown[]) : [];
  const docs = texts.map((text) => objectFromWire(text, context.nowMs));
  const scope = scopeOf(params, context);
  const ids = await context.engine.insert(collectionOf(params), docs, scope);
  return { data: { insertedIds: ids } };
};

const modifyDocument: Action = async (params, context) => {
  const { engine } = context;
  const scope = scopeOf(params, context);
  const collection = collectionOf(params);
  const data = objectFromWire(params['data'], context.nowMs);
  if (!isDocQuery(params)) {
    assertNoTransaction(params, 'where().update()');
    const query = readQuery(params, context);
    assertServed(engine.table(collection), query);
    const isMulti = params['multi'] !== false;
    const updated = await engine.updateWhere(collection, query, data, isMulti, scope);
    return { data: { updated } };
  }
  const id = readId(params, context);
  if (params['merge'] === true) {
    return { data: { updated: await engine.updateOne(collection, id, data, scope) } };
  }
  const { updated, upsertId } = await engine.set(collection, id, data, scope);
  return { data: { updated, upsert_id: upsertId ?? null } };
};

const removeDocument: Action = async (params, context) => {
  const { engine } = context;
  const scope = scopeOf(params, context);
  const collection = collectionOf(params);
  if (isDocQuery(params)) {
    const id = readId(params, context);
    const deleted = await engine.removeOne(collection, id, scope);
    return { data: { deleted } };
  }
  assertNoTransaction(params, 'where().remove()');
  const isMulti = params['multi'] !== false;
  const query = readQuery(params, context);
  assertServed(engine.table(collection), query);
  return { data: { deleted: await engine.removeWhere(collection, query, isMulti, scope) } };
};

const aggregateDocuments: Action = (params, { engine, nowMs }) => {
  assertNoTransaction(params, 'aggregate()');
  const stages = (params['stages'] ?? []) as { stageKey: string; stageValue: string }[];
  const pipeline: Stage[] = stages.map(({ stageKey, stageValue }) => ({
    [stageKey]: objectFromWire(`{"v":${stageValue}}`, nowMs)['v'],
  }));
  const table = engine.table(collectionOf(params));
  const docs = aggregate(table, pipeline, (name) => engine.table(name));
  return { data: { list: docs.map(encodeDoc) } };
};

/** The database actions of the wire protocol, by name. */
export const databaseActions: Readonly<Record<string, Action>> = {
  'database.addCollection': (params, { engine }) => {
    engine.storage.addCollection(collectionOf(params));
    return { data: {} };
  },
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': (params, context) => {
    const table = context.engine.table(collectionOf(params));
    const query = readQuery(params, context);
    assertServed(table, query);
    return { data: { total: count(table, query) } };
  },
  'database.modifyDocument': modifyDocument,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': aggregateDocuments,
  'database.startTransaction': (_params, { engine }) => ({
    transactionId: engine.transactions.begin(),
  }),
  'database.commitTransaction': (params, { engine }) => {
    engine.transactions.commit(transactionOf(params) ?? '');
    return { transactionId: transactionOf(params) };
  },
  'database.abortTransaction': (params, { engine }) => {
    engine.transactions.abort(transactionOf(params) ?? '');
    return { transactionId: transactionOf(params) };
  },
};
