import { existsSync } from 'node:fs';

import { buildFunctions } from '../scripts/build-functions';

/**
 * Bundles the cloud functions once, so that walks run what would be deployed. When that fails,
 * no bundle is left behind: tests that run one fail, and the others still say how they stand.
 */
export async function setup(): Promise<void> {
  if (!existsSync('cloud/functions')) return;
  try {
    await buildFunctions();
  } catch (error) {
    console.error('Tests that run the cloud functions will fail:', (error as Error).message);
  }
}
