import { buildFunctions } from '../scripts/build-functions';

/**
 * Bundles the cloud functions once, so that walks run what would be deployed. Functions that do
 * not build end the run: walks over an older bundle would pass or fail for the wrong reason.
 */
export async function setup(): Promise<void> {
  await buildFunctions();
}
