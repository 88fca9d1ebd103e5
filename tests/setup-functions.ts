import { buildFunctions } from '../config/build/build-functions';

/** Bundles the cloud functions once, so that tests run the bundles that would be deployed. */
export async function setup(): Promise<void> {
  await buildFunctions();
}
