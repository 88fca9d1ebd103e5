import * as v from 'valibot';

import type { EndpointName } from '../../src/contract/endpoints';
import type { CallAnswer } from '../../src/contract/envelope';
import { findingsIn } from '../../src/domain/sales/oddities';
import { DEFINITIONS } from '../testkit/endpoints';

/** What came of a call. */
export type Played =
  | { readonly ok: true; readonly data: unknown; readonly warnings: readonly string[] }
  | {
      readonly ok: false;
      readonly code: string;
      /** What an odd amount is asked about. */
      readonly oddities: readonly string[];
    };

/** @throws Error when an accepted answer does not match the contract */
export function playedOf(endpoint: EndpointName, answer: CallAnswer<unknown>): Played {
  if (!answer.ok) {
    const oddities = findingsIn(answer.error.info ?? {}).map(({ oddity }) => oddity);
    return { ok: false, code: answer.error.code, oddities };
  }
  const checked = v.safeParse(DEFINITIONS[endpoint].output, answer.data);
  if (!checked.success) {
    const where = checked.issues.map((issue) => v.getDotPath(issue)).join(', ');
    throw new Error(`${endpoint} answered outside the contract: ${where}`);
  }
  const warnings = (answer.warnings ?? []).map(({ code }) => code);
  return { ok: true, data: answer.data, warnings };
}

/** @throws Error when a request key was used for something else and is not refused */
export function expectReused(endpoint: EndpointName, answer: CallAnswer<unknown>): void {
  if (!answer.ok && answer.error.code === 'request_key_reused') return;
  throw new Error(`a reused request key of ${endpoint} is answered ${contentOf(answer)}`);
}

/** The content of an answer as a text, without the id of the request. */
export function contentOf(answer: CallAnswer<unknown>): string {
  return JSON.stringify(answer.ok ? [answer.data, answer.warnings] : answer.error);
}
