import type { Sdk, SdkAggregates, SdkCommands, SdkDatabase, SdkDoc } from 'local-cloud/testing';

/** What a case works with: the SDK, and what separates its documents from those of other cases. */
export interface CaseTools {
  readonly cloud: Sdk;
  /** Opened with the SDK's defaults. */
  readonly db: SdkDatabase;
  /** Opened as the cloud functions do: a missing document is null. */
  readonly lenient: SdkDatabase;
  readonly _: SdkCommands;
  readonly $: SdkAggregates;
  /** Value of the field `caseKey` in every document of this case, by which they are removed. */
  readonly caseKey: string;
  /** A document id of this case. */
  readonly id: (name: string) => string;
  /** A document without `caseKey`, its id as it was passed to `id()`. */
  readonly bare: (doc: SdkDoc) => SdkDoc;
  /** A deployed function to call: on a real environment `api`. */
  readonly functionName: string;
  /** Waits a little longer than a transaction may stay open. */
  readonly outlastTransaction: () => Promise<void>;
}

/** What a case needs of a real environment to be meaningful there. */
export type Need = 'unique-index' | 'list-index' | 'function' | 'large-answer';

/** One behaviour of the database or of function calls, observed through wx-server-sdk. */
export interface Case {
  /** Stable: documents and reports refer to it. */
  readonly id: string;
  /** The expected behaviour, as one sentence without its full stop. */
  readonly title: string;
  /** Where the behaviour of the real service is stated; null when it is not established. */
  readonly source: string | null;
  readonly needs?: Need;
  /** Exercises the behaviour with the SDK alone. @returns what was observed, as a value of JSON. */
  readonly run: (tools: CaseTools) => Promise<unknown>;
  readonly expected: unknown;
}

/** The result of a case on one cloud. */
export type Outcome = { readonly seen: unknown } | { readonly threw: string };

/** Collections of the suite, which nothing else writes to. */
export const COLLECTION = {
  plain: 'conformance_plain',
  things: 'conformance_things',
  /** Has a unique index over `email`. */
  unique: 'conformance_unique',
  /** Has an index over `caseKey`, `tags` and `at`; `tags` holds lists. */
  lists: 'conformance_lists',
} as const;

/** A collection that must not exist. */
export const NO_COLLECTION = 'conformance_nowhere';

/** On the local cloud, a read of this collection makes the test process advance its clock. */
export const CLOCK = 'conformance_clock';

/** Where a behaviour of the real service is stated. */
export const SOURCE = {
  declarations: 'wx-server-sdk 4.0.2: declarations',
  sdk: 'wx-server-sdk 4.0.2: code',
  client: '@cloudbase/database 1.4.3: code',
  transactions: 'CloudBase: database transactions',
  runTransaction: 'WeChat: Database.runTransaction',
  limit: 'WeChat: Collection.limit; @cloudbase/database 1.4.3: code',
  indexes: 'WeChat: database indexes',
  arrays: 'MongoDB: query an array',
  all: 'MongoDB: $all',
  multikey: 'MongoDB: multikey indexes',
  lookup: 'MongoDB: $lookup; mongodb/mongo: lookup_equijoin_semantics.js',
  payload: 'CloudBase: EXCEED_MAX_PAYLOAD_SIZE',
  response: 'CloudBase: EXCEED_MAX_RESPONSE_SIZE',
} as const;

/** The text of a thrown value: the SDK throws objects, and in one case a string. */
export function textOf(error: unknown): string {
  const { errMsg, message } = Object(error) as { errMsg?: unknown; message?: unknown };
  if (typeof errMsg === 'string') return errMsg;
  return typeof message === 'string' ? message : String(error);
}

/** A refusal: the SDK's number (null for none) and the expected words of its message, or all of it. */
export interface Refusal {
  readonly code: number | null;
  readonly message: string;
}

/** Runs an operation that must be refused. @param words expected in the message. */
export async function refusal(operation: () => Promise<unknown>, words: RegExp): Promise<Refusal> {
  try {
    await operation();
    return { code: null, message: 'nothing: it was not refused' };
  } catch (error) {
    const { errCode } = Object(error) as { errCode?: unknown };
    const text = textOf(error);
    const message = words.exec(text)?.[0] ?? text.slice(0, 200);
    return { code: typeof errCode === 'number' ? errCode : null, message };
  }
}

/** Adds documents of a case in batches that fit into a request. */
export async function addAll(
  { db, caseKey, id }: CaseTools,
  collection: string,
  docs: readonly SdkDoc[],
): Promise<void> {
  const prepared = docs.map(({ _id, ...rest }) => ({
    ...(typeof _id === 'string' ? { _id: id(_id) } : {}),
    ...rest,
    caseKey,
  }));
  // The SDK sends a list in one request; its code does so, its documentation does not mention it.
  for (let start = 0; start < prepared.length; start += 100) {
    await db.collection(collection).add({ data: prepared.slice(start, start + 100) });
  }
}
