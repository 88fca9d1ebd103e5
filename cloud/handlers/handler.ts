import type {
  CheckedInputOf,
  EndpointName,
  OutputOf,
  PublicReadName,
  WriteName,
} from '../../src/contract/endpoints';
import type { Caller, Visitor, Writer } from '../access/caller';
import type { Answer, IntendedWrite } from '../repositories/changes';

type CallerOf<N extends EndpointName> = N extends PublicReadName
  ? Visitor
  : N extends WriteName
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
