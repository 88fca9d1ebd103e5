import cloud from 'wx-server-sdk';

import { callTime, RETRY_MS } from './call-time';
import {
  command,
  CommitUnknown,
  db,
  DuplicateKey,
  run,
  TransactionConflict,
  translate,
} from './connection';
import type { Documents } from './documents';
import { oneForEach, type ReadLimit } from './read-limit';
import { withRetries } from './retries';
import type { CollectionName } from './schema';
import { StorageFull } from './storage-full';

export { command, CommitUnknown, DuplicateKey, TransactionConflict };

declare const INCREMENT: unique symbol;

/** A change of a number by an amount, made where the number is stored. */
export interface Increment {
  readonly [INCREMENT]: true;
}

/** Adds to a number without reading it first. */
export function increment(amount: number): Increment {
  return command.inc(amount) as unknown as Increment;
}

/**
 * The caller as the platform identifies them, and what started the call. Read once, in `main`. An
 * empty OPENID stands for no person: all callers who have it would be the same one.
 */
export function platformContext(): { openid: string | null; source: string } {
  const context = cloud.getWXContext();
  return { openid: context.OPENID || null, source: String(context.SOURCE ?? '') };
}

/** Documents that the platform returns in one answer at most. */
export const MAX_READ = 1000;

type Fields<C extends CollectionName> = Omit<Documents[C], '_id'>;

function projectionOf(fields: readonly string[]): Record<string, true> {
  return Object.fromEntries(fields.map((field) => [field, true]));
}

/** A condition made by {@link command}, in place of a value. */
type Condition = ReturnType<typeof command.and>;

/** What a field is compared with: a list with one of its elements, never as a whole. */
type Value<T> = T extends readonly (infer Element)[] ? Extract<Element, string | number> : T;

/**
 * Conditions on the fields of a collection, or on paths that begin with a field; a field that its
 * documents lack does not compile.
 */
export type Where<C extends CollectionName> = {
  readonly [F in keyof Documents[C]]?: Value<Documents[C][F]> | Condition;
} & { readonly [Path in `${keyof Documents[C] & string}.${string}`]?: unknown };

/** Changes of a document by field, or by a path that begins with a field. */
export type Changes<C extends CollectionName> = {
  readonly [F in keyof Fields<C>]?: Fields<C>[F] | Increment;
} & { readonly [Path in `${keyof Fields<C> & string}.${string}`]?: unknown };

/** How to read a list: always bounded, always in a stated order. */
export interface ListOptions<C extends CollectionName> {
  orderBy: readonly (readonly [field: keyof Documents[C] & string, order: 'asc' | 'desc'])[];
  /** 1 to 1,000: the platform returns no more in one answer. */
  limit: ReadLimit;
}

/** The same with the fields to read; of large documents the rest need not travel. */
export interface PickOptions<
  C extends CollectionName,
  F extends keyof Documents[C] & string,
> extends ListOptions<C> {
  fields: readonly F[];
}

/** Reads one document; null if there is none. One wire call. */
export async function readById<C extends CollectionName>(
  collection: C,
  id: string,
): Promise<Documents[C] | null> {
  const { data } = await run<{ data: Documents[C] | null }>(() =>
    db.collection(collection).doc(id).get(),
  );
  return data;
}

/** Reads a bounded list. One wire call. */
export async function readList<C extends CollectionName>(
  collection: C,
  where: Where<C>,
  { orderBy, limit }: ListOptions<C>,
): Promise<Documents[C][]> {
  let query = db.collection(collection).where(where);
  for (const [field, order] of orderBy) query = query.orderBy(field, order);
  const { data } = await run<{ data: Documents[C][] }>(() => query.limit(limit).get());
  return data;
}

/** Reads a bounded list of documents with some of their fields. One wire call. */
export async function readFields<C extends CollectionName, F extends keyof Documents[C] & string>(
  collection: C,
  where: Where<C>,
  { orderBy, limit, fields }: PickOptions<C, F>,
): Promise<Pick<Documents[C], F>[]> {
  let query = db.collection(collection).where(where);
  for (const [field, order] of orderBy) query = query.orderBy(field, order);
  const { data } = await run<{ data: Pick<Documents[C], F>[] }>(() =>
    query.limit(limit).field(projectionOf(fields)).get(),
  );
  return data;
}

/** Which elements of a list to count, and in which documents: the first ones in an order. */
export interface CountOptions<C extends CollectionName> extends ListOptions<C> {
  among: readonly string[];
}

/** In how many of the first documents that match a list has each of some elements. One wire call. */
export async function countElements<C extends CollectionName>(
  collection: C,
  match: Where<C>,
  field: keyof Documents[C] & string,
  { among, orderBy, limit }: CountOptions<C>,
): Promise<Map<string, number>> {
  const sort = Object.fromEntries(orderBy.map(([name, order]) => [name, order === 'asc' ? 1 : -1]));
  const pipeline = db
    .collection(collection)
    .aggregate()
    .match(match)
    .sort(sort)
    .limit(limit)
    .project({ _id: 0, [field]: 1 })
    .unwind(`$${field}`)
    .match({ [field]: command.in([...among]) })
    .group({ _id: `$${field}`, count: command.aggregate.sum(1) })
    .limit(among.length);
  const { list } = await run<{ list: { _id: string; count: number }[] }>(() => pipeline.end());
  return new Map(list.map(({ _id, count }) => [_id, count]));
}

/** What to read of the last document of each value of a field, in ascending order of some fields. */
export interface LastOptions<C extends CollectionName, F extends keyof Documents[C] & string> {
  groupBy: keyof Documents[C] & string;
  /** A condition that no index serves beside the others: it is tested on what these select. */
  also: Where<C>;
  /** The values of the field: there is at most one document for each. */
  among: readonly string[];
  orderBy: readonly (keyof Documents[C] & string)[];
  fields: readonly F[];
}

/** Of the documents that match, the last one of each value of a field. One wire call. */
export async function readLastOfEach<
  C extends CollectionName,
  F extends keyof Documents[C] & string,
>(
  collection: C,
  match: Where<C>,
  { groupBy, also, among, orderBy, fields }: LastOptions<C, F>,
): Promise<Pick<Documents[C], F>[]> {
  const last = fields.map((field) => [field, command.aggregate.last(`$${field}`)] as const);
  const pipeline = db
    .collection(collection)
    .aggregate()
    .match(match)
    .match(also)
    .project({ _id: 0, ...projectionOf([...new Set([groupBy, ...orderBy, ...fields])]) })
    .sort(Object.fromEntries(orderBy.map((field) => [field, 1])))
    .group({ ...Object.fromEntries(last), _id: `$${groupBy}` })
    .project({ _id: 0 })
    .limit(oneForEach(among));
  const { list } = await run<{ list: Pick<Documents[C], F>[] }>(() => pipeline.end());
  return list;
}

/** Changes every document that matches, outside any transaction. One wire call. */
export async function updateWhere<C extends CollectionName>(
  collection: C,
  where: Where<C>,
  changes: Partial<Fields<C>>,
): Promise<void> {
  await run(() => db.collection(collection).where(where).update({ data: changes }));
}

/**
 * Changes one document outside any transaction: only what depends on nothing. One wire call.
 * @returns whether there is such a document
 */
export async function updateById<C extends CollectionName>(
  collection: C,
  id: string,
  changes: Changes<C>,
): Promise<boolean> {
  const { stats } = await run<{ stats: { updated: number } }>(() =>
    db.collection(collection).doc(id).update({ data: changes }),
  );
  return stats.updated > 0;
}

/**
 * What can be done inside a transaction: single documents only. `where()` is not here on purpose:
 * the SDK sends it without the transaction's id, so that it would run outside.
 */
export interface Transaction {
  get<C extends CollectionName>(collection: C, id: string): Promise<Documents[C] | null>;
  /** Only the named fields of a document; of a large one the rest need not travel. */
  pick<C extends CollectionName, F extends keyof Documents[C] & string>(
    collection: C,
    id: string,
    fields: readonly F[],
  ): Promise<Pick<Documents[C], F> | null>;
  /** @throws DuplicateKey */
  add<C extends CollectionName>(collection: C, doc: Documents[C]): Promise<void>;
  set<C extends CollectionName>(collection: C, id: string, doc: Fields<C>): Promise<void>;
  remove(collection: CollectionName, id: string): Promise<void>;
  /** Objects are merged, not replaced. @returns whether there is such a document */
  update<C extends CollectionName>(
    collection: C,
    id: string,
    changes: Changes<C>,
  ): Promise<boolean>;
}

/** The SDK's own shape of a transaction, which its types leave open. */
interface SdkTransaction {
  collection(name: string): ReturnType<typeof db.collection>;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

/** @param onWritten called after each write that was not refused */
function wrap(sdk: SdkTransaction, onWritten: () => void): Transaction {
  const written = async <T>(operation: () => unknown): Promise<T> => {
    const result = await run<T>(operation);
    onWritten();
    return result;
  };
  return {
    get: async (collection, id) => {
      const { data } = await run<{ data: never }>(() => sdk.collection(collection).doc(id).get());
      return data;
    },
    pick: async (collection, id, fields) => {
      const { data } = await run<{ data: never }>(() =>
        sdk.collection(collection).doc(id).field(projectionOf(fields)).get(),
      );
      return data;
    },
    add: async (collection, doc) => {
      await written(() => sdk.collection(collection).add({ data: doc }));
    },
    set: async (collection, id, doc) => {
      await written(() => sdk.collection(collection).doc(id).set({ data: doc }));
    },
    remove: async (collection, id) => {
      await written(() => sdk.collection(collection).doc(id).remove());
    },
    update: async (collection, id, changes) => {
      const { stats } = await written<{ stats: { updated: number } }>(() =>
        sdk.collection(collection).doc(id).update({ data: changes }),
      );
      return stats.updated > 0;
    },
  };
}

/**
 * Commits. Only a lost race and full storage say that nothing was stored: any other failure may be
 * that of an answer which was lost on its way.
 * @throws TransactionConflict, StorageFull, CommitUnknown
 */
async function commit(sdk: SdkTransaction): Promise<void> {
  const time = callTime();
  // The answer said that nothing is stored.
  if (time.isAnswered) throw new TransactionConflict('the time of the call is over');
  const before = time.mayBeStored;
  time.mayBeStored = true;
  try {
    await sdk.commit();
  } catch (cause) {
    const failure = translate(cause);
    const isLost = failure instanceof TransactionConflict && !/NotExist/.test(failure.message);
    if (!isLost && !(failure instanceof StorageFull))
      throw new CommitUnknown('a commit got no answer', { cause });
    time.mayBeStored = before;
    throw failure;
  }
}

async function attempt<T>(work: (t: Transaction) => Promise<T>): Promise<T> {
  const sdk = await run<SdkTransaction>(() => db.startTransaction());
  let hasWritten = false;
  try {
    const result = await work(
      wrap(sdk, () => {
        hasWritten = true;
      }),
    );
    await commit(sdk);
    return result;
  } catch (cause) {
    // A lost race has ended the transaction, and without a write it holds nothing; the SDK's own
    // runTransaction does not roll back either. Of other failures the first cause is to be reported.
    if (hasWritten || !(cause instanceof TransactionConflict)) {
      await sdk.rollback().catch(() => undefined);
    }
    throw cause;
  }
}

/**
 * Runs `work` in a transaction and commits it; when it loses a race all of it runs again after a
 * jittered pause, until {@link RETRY_MS} after the call began. `work` must have no effect outside the
 * transaction, and must refuse to be stored twice: it also runs again when a commit got no answer.
 * The SDK's own `runTransaction` does not retry conflicts of single operations: they lose their
 * code on the way.
 * @throws TransactionConflict when every try loses: nothing was stored. CommitUnknown when something
 * may have been stored. What `work` throws.
 */
export async function tx<T>(work: (t: Transaction) => Promise<T>): Promise<T> {
  const time = callTime();
  let unknown: CommitUnknown | null = null;
  try {
    return await withRetries(() => attempt(work), {
      leftMs: () => RETRY_MS - time.elapsedMs,
      mayRetry: (cause) => {
        if (cause instanceof CommitUnknown) unknown = cause;
        return cause instanceof TransactionConflict || cause instanceof CommitUnknown;
      },
    });
  } catch (cause) {
    // What lost a race now may have lost it to its own commit.
    throw cause instanceof TransactionConflict ? (unknown ?? cause) : cause;
  }
}
