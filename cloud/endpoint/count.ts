import type { CheckedInput, Endpoint, Output } from '../../src/contract/endpoint';
import type { CloudEndpoint } from './endpoint';

/** An endpoint that counts something for anyone: it learns the time and nothing of the caller. */
export function count<E extends Endpoint<string, 'count'>>(
  definition: E,
  body: (call: { input: CheckedInput<E> }) => Promise<Output<E>>,
): CloudEndpoint<E> {
  return {
    definition,
    needs: null,
    answer: async (input) => ({ data: await body({ input }) }),
  };
}
