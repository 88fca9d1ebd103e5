import * as v from 'valibot';

import { discoverList } from '../../src/contract/discover';
import type { InputOf } from '../../src/contract/endpoints';
import type { CallAnswer } from '../../src/contract/envelope';
import { incentivePrecheck } from '../../src/contract/incentive';
import type { DeploySdk } from './sdk';

const EMPTY_PRECHECK: InputOf<'incentive.precheck'> = {
  lineOfBusiness: 'streamer',
  netFen: null,
  followers: null,
  paidInCapitalFen: null,
  operatingRevenueFen: null,
};

/** Anonymous calls that change nothing: one reads stores, one needs a published rule set. */
const CALLS = [
  { definition: discoverList, input: { cursor: null } },
  { definition: incentivePrecheck, input: EMPTY_PRECHECK },
];

/** The endpoints that a smoke test calls. */
export const SMOKE_CALLS = CALLS.map(({ definition }) => definition.name);

async function check(sdk: DeploySdk, { definition, input }: (typeof CALLS)[number]): Promise<void> {
  const endpoint = definition.name;
  const data = { endpoint, input };
  const { result } = await sdk.callFunction({ name: 'public', data });
  const answer = result as CallAnswer<unknown> | null;
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) {
    throw new Error(`${endpoint} did not answer an envelope but ${JSON.stringify(result)}`);
  }
  if (!answer.ok) throw new Error(`${endpoint} was refused: ${JSON.stringify(answer.error)}`);
  const checked = v.safeParse(definition.output, answer.data);
  if (!checked.success) {
    const where = checked.issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`);
    throw new Error(`${endpoint} answered outside the contract: ${where.join('; ')}`);
  }
}

/** Calls the deployed function `public` and validates the answers by the contract. */
export async function smoke(sdk: DeploySdk, log: (line: string) => void): Promise<void> {
  for (const call of CALLS) {
    const startedAt = performance.now();
    await check(sdk, call);
    log(`${call.definition.name}: ok, ${(performance.now() - startedAt).toFixed(0)} ms`);
  }
}
