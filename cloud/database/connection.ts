import cloud from 'wx-server-sdk';

import { NotDeployed } from './not-deployed';
import { StorageFull } from './storage-full';

// The SDK is imported here and, for the context of a call, in database.ts.
// The SDK's types know neither the symbol for "this environment" nor `throwOnNotFound`.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
/** The database of this environment. */
export const db = cloud.database({ throwOnNotFound: false } as Parameters<
  typeof cloud.database
>[0]);

/** Conditions of queries. */
export const command = db.command;

/** A document with this id or unique key exists already. */
export class DuplicateKey extends Error {}

/**
 * Nothing was stored, because another transaction was faster or the platform ended this one; the
 * whole transaction may be retried.
 */
export class TransactionConflict extends Error {}

/** A commit got no answer: it may have been stored or not. */
export class CommitUnknown extends Error {}

/** What the platform reports of a transaction that another one, or its time limit, has ended. */
const LOST_RACE =
  /TransactionConflict|TRANSACTION_CONFLICT|WriteConflict|TransactionBusy|TransactionNotExist/i;

// The SDK drops `code` from errors of single operations, so that only the message tells them
// apart. No other place reads it.
/** The failure that an error of the SDK stands for; the error itself where it stands for none. */
export function translate(cause: unknown): unknown {
  const { message: text, errMsg } = Object(cause) as Record<string, unknown>;
  const message = [text, errMsg].filter((part) => typeof part === 'string').join(' ');
  if (/E11000|duplicate key|DUPLICATE_WRITE/i.test(message)) {
    return new DuplicateKey(message, { cause });
  }
  if (/-501017|disk (is )?(exhausted|full)/i.test(message)) {
    return new StorageFull(message, { cause });
  }
  if (/-502005|COLLECTION_NOT_EXIST/i.test(message)) return new NotDeployed(message, { cause });
  if (LOST_RACE.test(message)) return new TransactionConflict(message, { cause });
  return cause;
}

/** Runs an operation of the SDK. @throws DuplicateKey, TransactionConflict, StorageFull, or what it throws */
export async function run<T>(operation: () => unknown): Promise<T> {
  try {
    return (await operation()) as T;
  } catch (cause) {
    throw translate(cause);
  }
}
