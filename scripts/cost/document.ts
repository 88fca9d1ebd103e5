import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { putBetween } from '../put-between';
import { ASSUMPTIONS } from './assumptions';
import { type CallsPerEndpoint, costText, estimate } from './estimate';

/** The page that shows the estimate. */
export const DOCUMENT = fileURLToPath(new URL('../../docs/deploy.md', import.meta.url));
const CALLS = fileURLToPath(new URL('../../bench/cloud.calls.json', import.meta.url));

/** Wire calls as `npm run bench:cloud -- --write` wrote them. */
export function readCalls(): CallsPerEndpoint {
  return JSON.parse(readFileSync(CALLS, 'utf8')) as CallsPerEndpoint;
}

/** The page with the estimate of today put between its marks. @throws Error without marks. */
export function withEstimate(page: string): string {
  const text = costText(ASSUMPTIONS, estimate(ASSUMPTIONS, readCalls()));
  const fence = '```';
  return putBetween(page, 'cost', `${fence}text\n${text}\n${fence}`);
}
