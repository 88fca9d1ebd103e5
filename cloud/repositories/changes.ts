import type { ApiWarning } from '../../src/contract/errors';
import { Failure } from '../../src/contract/failure';
import { DuplicateKey, TransactionConflict, readById, tx } from '../database/database';
import type { Transaction } from '../database/database';
import { changeIdOf, hashOf } from './ids';

/** What a write answers: data, and warnings beside it. */
export interface Answer<Data> {
  data: Data;
  warnings?: ApiWarning[];
}

/** A write as intended: who, with which key, for what. */
export interface IntendedWrite {
  person: string;
  requestKey: string;
  endpoint: string;
  /** The checked input. */
  input: unknown;
  now: string;
}

/** What the work hands back: the answer, and the store it concerns. */
export interface Written<Data> extends Answer<Data> {
  shopId: string;
}

const earlierAnswer = async <Data>(write: IntendedWrite): Promise<Answer<Data> | null> => {
  const change = await readById('changes', changeIdOf(write.person, write.requestKey));
  if (change === null) return null;
  if (change.endpoint !== write.endpoint || change.inputHash !== hashOf(write.input)) {
    throw new Failure('request_key_reused');
  }
  return change.answer as Answer<Data>;
};

/**
 * Does a write once: `work` and the record of its request key are committed together, so that a
 * repeat — a double tap, a lost answer, a second worker — gets the first answer and changes
 * nothing. A refusal is looked up too: what was refused because it is already done is answered as
 * the first time.
 * @throws Failure `busy` when others keep winning, `request_key_reused`, or what `work` throws.
 */
export const writeOnce = async <Data>(
  write: IntendedWrite,
  work: (t: Transaction) => Promise<Written<Data>>,
): Promise<Answer<Data>> => {
  try {
    return await tx(async (t) => {
      const { shopId, ...answer } = await work(t);
      await t.add('changes', {
        _id: changeIdOf(write.person, write.requestKey),
        endpoint: write.endpoint,
        inputHash: hashOf(write.input),
        shopId,
        personId: write.person,
        at: write.now,
        answer,
      });
      return answer;
    });
  } catch (cause) {
    if (cause instanceof TransactionConflict) throw new Failure('busy');
    if (!(cause instanceof Failure || cause instanceof DuplicateKey)) throw cause;
    const earlier = await earlierAnswer<Data>(write);
    if (earlier !== null) return earlier;
    throw cause;
  }
};
