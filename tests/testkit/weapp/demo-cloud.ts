import type { LocalCloud } from 'local-cloud';
import { seedDemo } from '../../../demo/demo';
import { startEmptyCloud } from '../cloud';

/** A local cloud in memory with the people, stores and sessions of the demonstration. */
export async function startDemoCloud(): Promise<LocalCloud> {
  const cloud = await startEmptyCloud();
  await seedDemo(cloud);
  return cloud;
}
