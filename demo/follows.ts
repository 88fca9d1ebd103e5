import type { LocalCloud } from 'local-cloud';

import type { Instant } from '../src/domain/time';
import { seedAs } from './caller';

/** The streamer follows another store. */
export async function seedFollows(cloud: LocalCloud, shopId: string, now: Instant): Promise<void> {
  cloud.setNow(now);
  await seedAs(cloud, 'streamer')('follow.set', { shopId, isFollowing: true });
}
