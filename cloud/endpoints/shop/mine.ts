import { MAX_HOSTS_OF_MINE, shopMine } from '../../../src/contract/shop';
import type { ShopDoc } from '../../database/documents';
import { personRead } from '../../endpoint/read';
import { presentHost, presentOwnShop } from '../../presenters/shops';
import { hostsOf } from '../../repositories/hosts';
import { seatsOf } from '../../repositories/people';

/** Stores whose hosts come along: those with the fewest, while all of theirs fit. */
function withFewHosts(shops: readonly ShopDoc[]): string[] {
  const byCount = [...shops].sort((a, b) => a.hostCount - b.hostCount);
  let count = 0;
  return byCount.flatMap(({ _id, hostCount }) => {
    count += hostCount;
    return hostCount > 0 && count <= MAX_HOSTS_OF_MINE ? [_id] : [];
  });
}

/** Every store the caller belongs to; the hosts of a store come all or not at all. */
export const endpoint = personRead(shopMine, async ({ caller }) => {
  const seats = await seatsOf(caller.person);
  const shopIds = withFewHosts(seats.map(({ shop }) => shop));
  const hosts = shopIds.length === 0 ? [] : await hostsOf(shopIds);
  return {
    shops: seats.map(({ seat, shop }) => ({
      shop: presentOwnShop(shop, seat.role),
      hosts: hosts.filter((host) => host.shopId === shop._id).map(presentHost),
    })),
  };
});
