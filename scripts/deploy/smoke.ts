import * as v from 'valibot';

import { ENDPOINTS, type InputOf } from '../../src/contract/endpoints';
import type { CallAnswer } from '../../src/contract/envelope';
import type { DeploySdk } from './sdk';

type Checked = 'discover.list' | 'incentive.precheck';

/** Calls without identity and without effect: one reads stores, one needs a published rule set. */
const CALLS: { [N in Checked]: InputOf<N> } = {
  'discover.list': { cursor: null },
  'incentive.precheck': {
    lineOfBusiness: 'streamer',
    netFen: null,
    followers: null,
    paidInCapitalFen: null,
    operatingRevenueFen: null,
  },
};

/** The endpoints that a smoke test calls. */
export const SMOKE_CALLS = Object.keys(CALLS) as Checked[];

async function check(sdk: DeploySdk, endpoint: Checked): Promise<void> {
  const data = { endpoint, input: CALLS[endpoint] };
  const { result } = await sdk.callFunction({ name: 'public', data });
  const answer = result as CallAnswer<unknown> | null;
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) {
    throw new Error(`${endpoint}: no envelope came back, but ${JSON.stringify(result)}`);
  }
  if (!answer.ok) throw new Error(`${endpoint} was refused: ${JSON.stringify(answer.error)}`);
  const checked = v.safeParse(ENDPOINTS[endpoint].output, answer.data);
  if (!checked.success) {
    const where = checked.issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`);
    throw new Error(`${endpoint} answered outside the contract: ${where.join('; ')}`);
  }
}

/** Calls the deployed `public` function and holds the answers against the contract. */
export async function smoke(sdk: DeploySdk, log: (line: string) => void): Promise<void> {
  for (const endpoint of SMOKE_CALLS) {
    const startedAt = performance.now();
    await check(sdk, endpoint);
    log(`${endpoint}: ok, ${(performance.now() - startedAt).toFixed(0)} ms`);
  }
}
