import type { LocalCloud } from 'local-cloud';
import { seedMcn } from './mcn';
import { seedCompany } from './company';
import { seedFollows } from './follows';
import { seedSmallShops } from './small-shops';
import { seedStreamer } from './streamer';
import { publishRuleSets } from './rule-sets';
import { markSchemaVersion } from './schema-version';

/**
 * Fills an empty local cloud with the demonstration: fictional stores, sessions and sales, entered
 * through the real endpoints and dated relative to `now` in China time. The streamer is 0.6 million
 * yuan short of the second tier this year, with one session on air and one tomorrow.
 */
export async function seedDemo(
  cloud: LocalCloud,
  now: string = new Date().toISOString(),
): Promise<void> {
  // Before the demonstration's first day, so that the answer of any earlier day has rules to apply.
  await publishRuleSets(cloud, '2020-12-01T00:00:00.000Z');
  await markSchemaVersion(cloud, now);
  try {
    await seedStreamer(cloud, now);
    const agencyId = await seedMcn(cloud, now);
    await seedCompany(cloud, now);
    await seedSmallShops(cloud, now);
    await seedFollows(cloud, agencyId, now);
  } finally {
    cloud.setNow(null);
  }
}
