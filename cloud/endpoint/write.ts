import type { CheckedInput, Endpoint, Output } from '../../src/contract/endpoint';
import type { Admission } from '../access/admission';
import type { Writer } from '../access/caller';
import type { Transaction } from '../database/database';
import type { ChangeDoc } from '../database/documents';
import {
  type Answer,
  answerAgain,
  type IntendedWrite,
  unlessAnswered,
  writeOnce,
  type Written,
} from '../repositories/changes';
import {
  type CheckedWords,
  checkWords,
  type KnownWords,
  NO_WORDS,
} from '../repositories/checked-words';
import { changeIdOf } from '../repositories/ids';
import { settleAfter, subjectsOf } from '../repositories/settled-words';
import { askVerifier, checkAgain } from '../repositories/waiting-words';
import { admit, type AdmissionOptions, type StoreCall } from './admit';
import type { CloudEndpoint } from './endpoint';
import type { StoreEndpoint } from './store-of';

/** Words of an input that others will see: they are checked before the transaction. */
interface ShownWords<Call, Data> {
  /** The fields, with `*` for every place of a list. */
  fields: readonly string[];
  /** What they are of, once they are stored: a store, a host, a session or a series. */
  subject: (data: Data, call: Call) => string;
}

/** The steps of a write around its transaction. */
interface Steps<Call, Prepared, Data> {
  words?: ShownWords<Call, Data>;
  /** Runs before the transaction, once: what cannot be done inside it, such as a query. */
  before?: (call: Call) => Promise<Prepared>;
  /** Runs after the transaction, at a repeat too: it brings copies of what was written up to date. */
  after?: (call: Call, answer: Answer<Data>) => Promise<Answer<Data>>;
}

/** A call inside its transaction. The transaction may be tried again, and the body with it. */
type Transacted<Call, Prepared> = Call & {
  readonly t: Transaction;
  /** The result of the step before the transaction. */
  readonly prepared: Prepared;
  /** What the check of its words found. */
  readonly words: CheckedWords;
  /** Takes subjects, beside the documents of the call, whose words wait otherwise once it is stored. */
  readonly settles: Set<string>;
};

interface PersonCall<E extends Endpoint> extends Partial<Documents> {
  readonly input: CheckedInput<E>;
  readonly caller: Writer;
  /** The record of the write, where it was read and an earlier call did it. */
  readonly change?: ChangeDoc | null;
}

/** Documents that were read with the admission. */
type Documents = Pick<Admission, 'shop' | 'host' | 'session' | 'unchecked'>;

/** What is known of words in the documents of a call. */
function knownWords({ shop, host, session }: Partial<Documents>): KnownWords[] {
  const known: KnownWords[] = [];
  if (shop) known.push(['shop', shop]);
  if (host) known.push(['host', host]);
  if (session) known.push(['session', session]);
  return known;
}

function intend({ name }: Endpoint, { input, caller }: PersonCall<Endpoint>): IntendedWrite {
  const { person, requestKey, now } = caller;
  return { endpoint: name, input, person, requestKey, now };
}

/** Does a write once, with the steps around its transaction; a repeat gets the first answer. */
export async function runWrite<Call extends PersonCall<Endpoint>, Prepared, Data>(
  definition: Endpoint,
  call: Call,
  { words: shown, before, after }: Steps<Call, Prepared, Data>,
  body: (call: Transacted<Call, Prepared>) => Promise<Written<Data>>,
): Promise<Answer<Data>> {
  const write = intend(definition, call);
  const { change = null, unchecked = [] } = call;
  const settles = new Set(shown === undefined ? [] : subjectsOf(call));
  const work = async (): Promise<Answer<Data>> => {
    // Without the step nothing is prepared, and `Prepared` is undefined.
    const prepared = (await before?.(call)) as Prepared;
    if (shown === undefined) {
      return writeOnce(write, (t) => body({ ...call, t, prepared, words: NO_WORDS, settles }));
    }
    const words = await checkWords(write, shown.fields, knownWords(call));
    return writeOnce(write, async (t) => {
      const written = await body({ ...call, t, prepared, words, settles });
      const subjectId = shown.subject(written.data, call);
      await askVerifier(t, words, { ...write, shopId: written.shopId, subjectId, unchecked });
      return written;
    });
  };
  const answered = async (): Promise<Answer<Data>> =>
    change === null ? unlessAnswered(write, work) : answerAgain<Data>(change, write);
  const answer = await answered().finally(async () => {
    const [earliest] = unchecked;
    // One check for each call: a write with words of its own has had it.
    if (earliest !== undefined && shown === undefined) await checkAgain(write, earliest);
  });
  await settleAfter([...settles]);
  return after === undefined ? answer : after(call, answer);
}

/** An endpoint that changes something in a store of which the caller is one of the people. */
export function write<E extends StoreEndpoint<'write'>, Prepared = undefined>(
  definition: E,
  options: AdmissionOptions<E> & Steps<StoreCall<E>, Prepared, Output<E>>,
  body: (call: Transacted<StoreCall<E>, Prepared>) => Promise<Answer<Output<E>>>,
): CloudEndpoint<E> {
  return {
    definition,
    needs: options.needs,
    words: options.words?.fields ?? [],
    answer: async (input, caller) => {
      const admitted = await admit<E>(input, caller, options, changeIdOf(caller));
      return runWrite(definition, admitted, options, async (call) => ({
        shopId: call.shop._id,
        ...(await body(call)),
      }));
    },
  };
}

/** An endpoint that changes something for the caller, who needs no role in a store. */
export function personWrite<E extends Endpoint<string, 'write'>, Prepared = undefined>(
  definition: E,
  steps: Steps<PersonCall<E>, Prepared, Output<E>>,
  body: (call: Transacted<PersonCall<E>, Prepared>) => Promise<Written<Output<E>>>,
): CloudEndpoint<E> {
  return {
    definition,
    needs: null,
    words: steps.words?.fields ?? [],
    answer: (input, caller) => runWrite(definition, { input, caller }, steps, body),
  };
}
