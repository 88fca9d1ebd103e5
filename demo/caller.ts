import { createHash } from 'node:crypto';

import type { InputOf, OutputOf, ReadName, WriteName } from '../src/contract/endpoints';
import type { CallAnswer } from '../src/contract/envelope';
import type { LocalCloud } from 'local-cloud';

/** Calls endpoints as one person and throws when one refuses. */
export type SeedCall = <N extends ReadName | WriteName>(
  endpoint: N,
  input: InputOf<N>,
) => Promise<OutputOf<N>>;

/**
 * Calls the real endpoints as `person`. The request key of a write is made of its content, so that
 * seeding twice adds nothing.
 */
export function seedAs(cloud: LocalCloud, person: string): SeedCall {
  return async (endpoint, input) => {
    const content = JSON.stringify([person, endpoint, input]);
    const requestKey = `seed-${createHash('sha256').update(content).digest('hex').slice(0, 32)}`;
    const answer = await cloud.call('api', { endpoint, input, requestKey }, { person });
    const result = answer.result as CallAnswer<OutputOf<typeof endpoint>> | undefined;
    if (result?.ok !== true) {
      throw new Error(`demo: ${endpoint} was refused: ${JSON.stringify(answer)}`);
    }
    return result.data;
  };
}
