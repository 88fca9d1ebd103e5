import type { Sdk, SdkAggregates, SdkCommands, SdkDatabase, SdkDoc } from 'local-cloud/testing';

/** What a case works with: the SDK, and how to keep its documents apart from all others. */
export interface CaseTools {
  readonly cloud: Sdk;
  /** Opened as the SDK does by itself. */
  readonly db: SdkDatabase;
  /** Opened as the cloud functions do: a missing document is null. */
  readonly lenient: SdkDatabase;
  readonly _: SdkCommands;
  readonly $: SdkAggregates;
  /** Value of the field `of` in every document of this case; clean-up goes by it. */
  readonly of: string;
  /** A document id of this case. */
  readonly id: (name: string) => string;
  /** A document without `of`, its id as `id()` was given it. */
  readonly bare: (doc: SdkDoc) => SdkDoc;
  /** A deployed function to call: on a real environment `api`. */
  readonly functionName: string;
  /** Lets the time pass that a transaction may stay open, and a little more. */
  readonly outlastTransaction: () => Promise<void>;
}

/** What a real environment must have before a case means anything there. */
export type Need = 'unique-index' | 'function' | 'large-answer';

/** One behaviour of the database or of calls, as wx-server-sdk shows it. */
export interface Case {
  /** Stable: documents and reports refer to it. */
  readonly id: string;
  /** What must be seen, as one sentence without its full stop. */
  readonly title: string;
  /** Where the behaviour of the real service is stated; null when it is not established. */
  readonly source: string | null;
  readonly needs?: Need;
  /** Does it and tells what was seen, as a value of JSON. Uses nothing but the SDK. */
  readonly run: (tools: CaseTools) => Promise<unknown>;
  readonly expected: unknown;
}

/** How a case ended on one cloud. */
export type Outcome = { readonly seen: unknown } | { readonly threw: string };

/** Collections of the suite; nobody else writes there. */
export const COLLECTION = {
  plain: 'conformance_plain',
  things: 'conformance_things',
  /** With a unique index over `email`. */
  unique: 'conformance_unique',
} as const;

/** A collection that must not exist. */
export const NO_COLLECTION = 'conformance_nowhere';

/** On the local cloud, reading this collection asks its process to move the clock on. */
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
  payload: 'CloudBase: EXCEED_MAX_PAYLOAD_SIZE',
  response: 'CloudBase: EXCEED_MAX_RESPONSE_SIZE',
} as const;

/** The text of whatever was thrown: the SDK throws objects, and once a bare string. */
export function textOf(error: unknown): string {
  const { errMsg, message } = Object(error) as { errMsg?: unknown; message?: unknown };
  if (typeof errMsg === 'string') return errMsg;
  return typeof message === 'string' ? message : String(error);
}

/** A refusal: the SDK's number (null for none) and the words that tell it, or all it said. */
export interface Refusal {
  readonly code: number | null;
  readonly says: string;
}

/** Does what must be refused. @param words what the message must say. */
export async function refusal(operation: () => Promise<unknown>, words: RegExp): Promise<Refusal> {
  try {
    await operation();
    return { code: null, says: 'nothing: it was not refused' };
  } catch (error) {
    const { errCode } = Object(error) as { errCode?: unknown };
    const text = textOf(error);
    const says = words.exec(text)?.[0] ?? text.slice(0, 200);
    return { code: typeof errCode === 'number' ? errCode : null, says };
  }
}

/** Adds documents of a case, ids as given, in batches that a request holds. */
export async function addAll(
  { db, of, id }: CaseTools,
  collection: string,
  docs: readonly SdkDoc[],
): Promise<void> {
  const prepared = docs.map(({ _id, ...rest }) => ({
    ...(typeof _id === 'string' ? { _id: id(_id) } : {}),
    ...rest,
    of,
  }));
  // A list goes in one request; the SDK's documents do not mention it, its code does.
  for (let start = 0; start < prepared.length; start += 100) {
    await db.collection(collection).add({ data: prepared.slice(start, start + 100) });
  }
}
