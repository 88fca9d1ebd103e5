import { existsSync } from 'node:fs';

import { buildFunctions } from '../scripts/build-functions';

/** Bundles the cloud functions once, so that walks run what would be deployed. */
export async function setup(): Promise<void> {
  if (existsSync('cloud/functions')) await buildFunctions();
}
