import type { CheckedInput, Endpoint, Output } from '../../src/contract/endpoint';
import type { Caller } from '../access/caller';
import { admit, type AdmissionOptions, type StoreCall } from './admit';
import { readPage } from './cursors';
import type { CloudEndpoint } from './endpoint';
import type { StoreEndpoint } from './store-of';

/** An endpoint that reads in a store of which the caller is one of the people. */
export function read<E extends StoreEndpoint<'read'>>(
  definition: E,
  options: AdmissionOptions<E>,
  body: (call: StoreCall<E>) => Promise<Output<E>>,
): CloudEndpoint<E> {
  return {
    definition,
    needs: options.needs,
    answer: async (input, caller) => {
      const call = await admit<E>(input, caller, options);
      return { data: await readPage(definition, call, body) };
    },
  };
}

/** An endpoint that reads about the caller, not about a store. */
export function personRead<E extends Endpoint<string, 'read'>>(
  definition: E,
  body: (call: { input: CheckedInput<E>; caller: Caller }) => Promise<Output<E>>,
): CloudEndpoint<E> {
  return {
    definition,
    needs: null,
    answer: async (input, caller) => ({
      data: await readPage(definition, { input, caller }, body),
    }),
  };
}

/**
 * An endpoint that reads for anyone and tells the viewer, where the platform identifies one, what is
 * theirs alone. `viewer` is null for everyone else.
 */
export function viewerRead<E extends Endpoint<string, 'publicRead'>>(
  definition: E,
  body: (call: {
    input: CheckedInput<E>;
    now: string;
    viewer: string | null;
  }) => Promise<Output<E>>,
): CloudEndpoint<E> {
  return {
    definition,
    needs: null,
    answer: async (input, { now, person = null }) => ({
      data: await readPage(definition, { input, now, viewer: person }, body),
    }),
  };
}

/** An endpoint that reads for anyone: it learns the time and nothing of the caller. */
export function publicRead<E extends Endpoint<string, 'publicRead'>>(
  definition: E,
  body: (call: { input: CheckedInput<E>; now: string }) => Promise<Output<E>>,
): CloudEndpoint<E> {
  return {
    definition,
    needs: null,
    answer: async (input, { now }) => ({ data: await readPage(definition, { input, now }, body) }),
  };
}
