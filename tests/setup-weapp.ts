import { buildStale } from '../config/build/build';

/**
 * Builds the mini program when its sources changed. A failed build ends the run, because tests of
 * an older build would pass or fail for the wrong reason.
 */
export async function setup(): Promise<void> {
  await buildStale(['weapp'], console.log);
}
