import { SCHEMA } from '../../../cloud/database/schema';
import { startLocalCloud } from '../../../local-cloud/local-cloud';
import type { LocalCloud } from '../../../local-cloud/local-cloud';
import { seedDemo } from '../../../local-cloud/seed/demo';

/** A local cloud in memory with the people, stores and sessions of the demonstration. */
export async function startDemoCloud(): Promise<LocalCloud> {
  const cloud = await startLocalCloud({
    dataDir: ':memory:',
    functionsRoot: 'cloudfunctions',
    schema: SCHEMA,
    strict: true,
    workers: 2,
  });
  await seedDemo(cloud);
  return cloud;
}
