import type { EndpointName } from '../../src/contract/endpoints';
import { newKey } from '../../tests/testkit/cloud';
import { functionOf, isWrite } from '../../tests/testkit/endpoints';

/** The owner of the stores. */
export const OWNER = 'owner';

/** For inputs that name none of them. */
export const NO_IDS = { sessionId: '', entryId: '', declarationId: '', version: 0 };

/** A call that is ready to be measured. */
export interface PreparedCall {
  endpoint: EndpointName;
  input: unknown;
  /** Absent: the caller is anonymous. */
  person?: string;
  /** Absent for reads. */
  requestKey?: string;
}

/** A call of a person, the owner unless another one is named. */
export function callOf(endpoint: EndpointName, input: unknown, person = OWNER): PreparedCall {
  return {
    endpoint,
    input,
    ...(functionOf(endpoint) === 'public' ? {} : { person }),
    ...(isWrite(endpoint) ? { requestKey: newKey() } : {}),
  };
}
