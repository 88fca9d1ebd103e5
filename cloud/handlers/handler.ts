import type { CheckedInputOf, OutputOf } from '../../src/contract/endpoints';
import type { EndpointName, ROUTES } from '../../src/contract/routes';
import type { Caller, Visitor, Writer } from '../access/caller';
import type { Answer, IntendedWrite } from '../repositories/changes';

type CallerOf<N extends EndpointName> = (typeof ROUTES)[N] extends { function: 'public' }
  ? Visitor
  : (typeof ROUTES)[N] extends { writes: true }
    ? Writer
    : Caller;

/** What answers endpoint `N`. It gets checked input and decides access before it reads. */
export type Handler<N extends EndpointName> = (
  input: CheckedInputOf<N>,
  caller: CallerOf<N>,
) => Promise<Answer<OutputOf<N>>>;

/** A write as intended by a caller. */
export function intend(
  endpoint: EndpointName,
  input: unknown,
  { person, requestKey, now }: Writer,
): IntendedWrite {
  return { endpoint, input, person, requestKey, now };
}
