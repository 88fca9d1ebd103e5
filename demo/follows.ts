import type { LocalCloud } from 'local-cloud';

import { seedAs } from './caller';

/** The streamer follows the other stores whose pages are shown. */
export async function seedFollows(cloud: LocalCloud, now: string): Promise<void> {
  cloud.setNow(now);
  const call = seedAs(cloud, 'streamer');
  const { shops: own } = await call('shop.mine', {});
  const ownIds = own.map(({ shop }) => shop.id);
  for (const { _id } of cloud.database.find('shops', { isPublished: true })) {
    const shopId = String(_id);
    if (!ownIds.includes(shopId)) await call('follow.set', { shopId, isFollowing: true });
  }
}
