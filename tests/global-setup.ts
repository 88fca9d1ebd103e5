import { buildStale } from '../config/build/build';
import { buildFunctions } from '../config/build/build-functions';

/**
 * Bundles the cloud functions once, so that walks run what would be deployed, and builds the mini
 * program when its sources changed. What does not build ends the run: tests over an older build
 * would pass or fail for the wrong reason.
 */
export async function setup(): Promise<void> {
  await buildFunctions();
  await buildStale(['weapp'], console.log);
}
