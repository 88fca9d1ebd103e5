import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { GeneratedPage } from '../generated-page';
import { ASSUMPTIONS } from './assumptions';
import { type CallsPerEndpoint, costText, estimate } from './estimate';

/** The page that shows the estimate. */
export const PAGE: GeneratedPage = {
  file: 'monthly-cost.md',
  title: 'What a month costs, in calls',
  command: 'npm run cost -- --write',
};

const CALLS = fileURLToPath(new URL('../../bench/cloud.calls.json', import.meta.url));

/** Wire calls as `npm run bench:cloud -- --write` wrote them. */
export function readCalls(): CallsPerEndpoint {
  return JSON.parse(readFileSync(CALLS, 'utf8')) as CallsPerEndpoint;
}

/** The estimate with the default assumptions, as a block of the page. */
export function estimateContent(): string {
  const text = costText(ASSUMPTIONS, estimate(ASSUMPTIONS, readCalls()));
  const fence = '```';
  return `${fence}text\n${text}\n${fence}`;
}
