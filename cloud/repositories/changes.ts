import type { ApiWarning } from '../../src/contract/errors';
import { Failure } from '../../src/contract/failure';
import {
  CommitUnknown,
  DuplicateKey,
  readById,
  type Transaction,
  TransactionConflict,
  tx,
} from '../database/database';
import type { ClaimRecord, SalesEntryDoc } from '../database/documents';
import { changeIdOf, entryDocIdOf, hashOf, type WriteKey } from './ids';

/** An answer: data, and warnings beside it. */
export interface Answer<Data> {
  data: Data;
  warnings?: ApiWarning[];
}

/** A write as intended: by whom, with which key, for what. */
export interface IntendedWrite extends WriteKey {
  endpoint: string;
  /** The checked input. */
  input: unknown;
  now: string;
}

/** The answer of a write, and the store that it concerns. */
export interface Written<Data> extends Answer<Data> {
  shopId: string;
}

function claimOf({ endpoint, input }: IntendedWrite, answer: Answer<unknown>): ClaimRecord {
  return {
    endpoint,
    inputHash: hashOf(input),
    answer,
  };
}

/** The first answer of a claim. @throws Failure `request_key_reused` when it was for another write. */
function answerOfClaim<Data>(claim: ClaimRecord, write: IntendedWrite): Answer<Data> {
  if (claim.endpoint !== write.endpoint || claim.inputHash !== hashOf(write.input)) {
    throw new Failure('request_key_reused');
  }
  return claim.answer as Answer<Data>;
}

async function earlierAnswer<Data>(write: IntendedWrite): Promise<Answer<Data> | null> {
  const change = await readById('changes', changeIdOf(write));
  return change === null ? null : answerOfClaim(change, write);
}

/**
 * Gives the first answer of a write that is refused at a repeat: it may be refused only because the
 * first call succeeded, or because something else has changed since.
 * @throws what `work` throws, where the write was not answered before.
 */
export async function unlessAnswered<Data>(
  write: IntendedWrite,
  work: () => Promise<Answer<Data>>,
): Promise<Answer<Data>> {
  try {
    return await work();
  } catch (cause) {
    const kinds = [Failure, DuplicateKey, CommitUnknown];
    if (!kinds.some((kind) => cause instanceof kind)) throw cause;
    const earlier = await earlierAnswer<Data>(write);
    if (earlier !== null) return earlier;
    throw cause;
  }
}

/**
 * Runs a transaction.
 * @throws Failure `busy` when every try conflicts with another one; CommitUnknown when something may
 *   have been stored.
 */
async function txUnlessBusy<Result>(work: (t: Transaction) => Promise<Result>): Promise<Result> {
  try {
    return await tx(work);
  } catch (cause) {
    if (cause instanceof TransactionConflict) throw new Failure('busy');
    throw cause;
  }
}

/**
 * Does a write once: `work` and the record of its request key are committed together, so that a
 * repeat (a double tap, a lost answer, a second worker) finds the record and changes nothing.
 * @throws Failure `busy` when every try conflicts with another transaction, DuplicateKey at a repeat,
 * or what `work` throws.
 */
export async function writeOnce<Data>(
  write: IntendedWrite,
  work: (t: Transaction) => Promise<Written<Data>>,
): Promise<Answer<Data>> {
  return txUnlessBusy(async (t) => {
    const { shopId, ...answer } = await work(t);
    await t.add('changes', {
      _id: changeIdOf(write),
      ...claimOf(write, answer),
      shopId,
      personId: write.person,
      at: write.now,
    });
    return answer;
  });
}

/** The entry as it is to be kept after a correction, and the answer. */
export interface Corrected<Data> {
  entry: SalesEntryDoc;
  answer: Answer<Data>;
}

/**
 * Corrects an entry of the ledger once. The entry is read in any case and records itself who stated
 * what and when, so the claim of the request key is kept in it and not in `changes`.
 * @param target the store, and any revision of the entry.
 * @throws Failure `not_found`, `busy`, `request_key_reused`, or what `work` throws.
 */
export async function correctOnce<Data>(
  write: IntendedWrite,
  target: { shopId: string; entryId: string },
  work: (t: Transaction, before: SalesEntryDoc) => Promise<Corrected<Data>>,
): Promise<Answer<Data>> {
  const changeId = changeIdOf(write);
  return txUnlessBusy(async (t) => {
    const before = await t.get('sales_entries', entryDocIdOf(target.entryId));
    if (before?.shopId !== target.shopId) throw new Failure('not_found');
    const claim = before.claims[changeId];
    if (claim !== undefined) return answerOfClaim<Data>(claim, write);
    const { entry, answer } = await work(t, before);
    const { _id, ...fields } = entry;
    const claims = { ...before.claims, [changeId]: claimOf(write, answer) };
    await t.set('sales_entries', _id, { ...fields, claims });
    return answer;
  });
}
