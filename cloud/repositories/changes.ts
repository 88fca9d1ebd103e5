import type { ApiWarning } from '../../src/contract/errors';
import { Failure } from '../../src/contract/failure';
import { addMinutes } from '../../src/domain/time';
import {
  command,
  CommitUnknown,
  DuplicateKey,
  readById,
  readFields,
  type Transaction,
  TransactionConflict,
  tx,
  updateWhere,
} from '../database/database';
import type { ChangeDoc } from '../database/documents';
import { changeIdOf, hashOf, type WriteKey } from './ids';
import { packAnswer, unpackAnswer } from './kept-answers';
import { READ_LIMITS } from './read-limits';

const MINUTES_PER_DAY = 24 * 60;

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

/** Days for which the answer of a write is kept; after them a repeat learns that it is stored. */
const ANSWER_DAYS = 7;

/**
 * The first answer of a write, from its record.
 * @throws Failure `request_key_reused` when the key was for another write, `already_stored` when its
 *   answer is no longer kept. The time decides, not whether the timer came by.
 */
export function answerAgain<Data>(kept: ChangeDoc, write: IntendedWrite): Answer<Data> {
  if (kept.endpoint !== write.endpoint || kept.inputHash !== hashOf(write.input)) {
    throw new Failure('request_key_reused');
  }
  const { answer, answerEndsAt } = kept;
  if (answer === null || answerEndsAt === null || answerEndsAt <= write.now) {
    throw new Failure('already_stored');
  }
  return unpackAnswer(answer) as Answer<Data>;
}

async function earlierAnswer<Data>(write: IntendedWrite): Promise<Answer<Data> | null> {
  const kept = await readById('changes', changeIdOf(write));
  return kept === null ? null : answerAgain(kept, write);
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
      shopId,
      personId: write.person,
      endpoint: write.endpoint,
      inputHash: hashOf(write.input),
      answer: packAnswer(answer),
      answerEndsAt: addMinutes(write.now, ANSWER_DAYS * MINUTES_PER_DAY),
      at: write.now,
    });
    return answer;
  });
}

/**
 * Drops the answers that need not be kept any more, the oldest first; endpoint, hash of the input and
 * time stay for good, so that a request key is never used twice. Two calls, one without any. It may be
 * left out or killed: the next time goes on.
 * @returns whether there may be more.
 */
export async function dropAnswers(now: string): Promise<boolean> {
  const kept = await readFields(
    'changes',
    { answerEndsAt: command.gt('').and(command.lte(now)) },
    { orderBy: [['answerEndsAt', 'asc']], limit: READ_LIMITS.droppedAnswers, fields: ['_id'] },
  );
  if (kept.length === 0) return false;
  const ids = kept.map(({ _id }) => _id);
  await updateWhere('changes', { _id: command.in(ids) }, { answer: null, answerEndsAt: null });
  return kept.length === READ_LIMITS.droppedAnswers;
}
