import type { CheckedInput, Endpoint, Output } from '../../src/contract/endpoint';
import { Failure } from '../../src/contract/failure';
import type { Transaction } from '../database/database';
import type { ReviewDoc } from '../database/review-documents';
import type { Written } from '../repositories/changes';
import { changeIdOf } from '../repositories/ids';
import { type VerifierSeat, verifierSeatOf } from '../repositories/reviews';
import { readPage } from './cursors';
import type { CallerOf, CloudEndpoint } from './endpoint';
import { runWrite } from './write';

/** A call of a verifier. */
interface VerifierCall<E extends Endpoint> extends Pick<
  VerifierSeat,
  'verifier' | 'review' | 'shop' | 'held' | 'counts'
> {
  readonly input: CheckedInput<E>;
  readonly caller: CallerOf<E['kind']>;
}

/** What is read in the same call as the role; absent: nothing. */
interface VerifierOptions<E extends Endpoint> {
  /** The review that a call is about. */
  review?: (input: CheckedInput<E>) => string;
  /** The China day for which the lists of the desk are counted; undefined: they are not. */
  countedOn?: (input: CheckedInput<E>, caller: CallerOf<E['kind']>) => string | undefined;
}

/**
 * Lets a verifier in, or refuses before anything else is read. One call, the review included.
 * @throws Failure `not_allowed` for everyone else, a removed verifier among them.
 */
async function admitVerifier<E extends Endpoint<string, 'read' | 'write'>>(
  input: CheckedInput<E>,
  caller: CallerOf<E['kind']>,
  { review, countedOn }: VerifierOptions<E>,
  changeId?: string,
): Promise<VerifierSeat> {
  const asked = { reviewId: review?.(input), changeId, countedOn: countedOn?.(input, caller) };
  const seat = await verifierSeatOf(caller.person, asked);
  if (seat === null) throw new Failure('not_allowed');
  return seat;
}

/** The review that a call names. @throws Failure `not_found`. */
export function reviewOf({ review }: { review: ReviewDoc | null }): ReviewDoc {
  if (review === null) throw new Failure('not_found');
  return review;
}

/** An endpoint that reads for a verifier. */
export function verifierRead<E extends Endpoint<string, 'read'>>(
  definition: E,
  options: VerifierOptions<E>,
  body: (call: VerifierCall<E>) => Promise<Output<E>>,
): CloudEndpoint<E> {
  return {
    definition,
    needs: 'verifier',
    answer: async (input, caller) => {
      const seat = await admitVerifier<E>(input, caller, options);
      return { data: await readPage(definition, { input, caller, ...seat }, body) };
    },
  };
}

/**
 * An endpoint that changes something for a verifier.
 * @param options `before`: what is found out before the transaction about the review that the call names.
 */
export function verifierWrite<E extends Endpoint<string, 'write'>, Prepared = undefined>(
  definition: E,
  options: VerifierOptions<E> & { before?: (review: ReviewDoc) => Promise<Prepared> },
  body: (call: {
    readonly input: CheckedInput<E>;
    readonly caller: CallerOf<'write'>;
    readonly t: Transaction;
    readonly prepared: Prepared;
  }) => Promise<Written<Output<E>>>,
): CloudEndpoint<E> {
  return {
    definition,
    needs: 'verifier',
    answer: async (input, caller) => {
      const seat = await admitVerifier<E>(input, caller, options, changeIdOf(caller));
      const { before: prepare } = options;
      const before = prepare && (() => prepare(reviewOf(seat)));
      const steps = before === undefined ? {} : { before };
      return runWrite(definition, { input, caller, change: seat.change }, steps, body);
    },
  };
}
