import { MAX_HOSTS_OF_MINE, shopMine } from '../../../src/contract/shop';
import { sightOf } from '../../access/sight';
import type { HostDoc, ShopDoc } from '../../database/documents';
import { personRead } from '../../endpoint/read';
import { presentHost, presentOwnShop, withPhone } from '../../presenters/shops';
import { phoneOf } from '../../repositories/contact';
import { hostsOf } from '../../repositories/hosts';
import { bytesOf, fittingPage } from '../../repositories/page';
import { seatsOf } from '../../repositories/people';

/** Bytes of the hosts that come along, at most: with the stores they fit into one answer. */
const MAX_HOST_BYTES = 300_000;

/** Stores whose hosts come along: those with the fewest, while all of theirs fit. */
function withFewHosts(shops: readonly ShopDoc[]): string[] {
  const byCount = [...shops].sort((a, b) => a.hostCount - b.hostCount);
  let count = 0;
  return byCount.flatMap(({ _id, hostCount }) => {
    count += hostCount;
    return hostCount > 0 && count <= MAX_HOSTS_OF_MINE ? [_id] : [];
  });
}

/** The hosts by store, those of the first stores while there is room for what is on record of them. */
async function hostsByShop(shopIds: readonly string[]): Promise<Map<string, HostDoc[]>> {
  const hosts = shopIds.length === 0 ? [] : await hostsOf(shopIds);
  let bytes = 0;
  return new Map(
    shopIds.flatMap((shopId) => {
      const own = hosts.filter((host) => host.shopId === shopId);
      bytes += bytesOf(own);
      return bytes > MAX_HOST_BYTES ? [] : [[shopId, own] as const];
    }),
  );
}

/**
 * The stores the caller belongs to, as many as one answer holds; the hosts of a store come all or not
 * at all.
 */
export const endpoint = personRead(shopMine, async ({ input, caller }) => {
  const { seats, isVerifier } = await seatsOf(caller.person, input.cursor);
  const { items, cursor } = fittingPage(
    { items: seats, cursor: null },
    ({ shop }) => bytesOf(shop),
    ({ shop }) => shop._id,
  );
  const hosts = await hostsByShop(withFewHosts(items.map(({ shop }) => shop)));
  return {
    shops: items.map(({ seat, shop }) => ({
      shop: withPhone(presentOwnShop(shop, seat.role, sightOf(seat)), phoneOf(shop)),
      hosts: (hosts.get(shop._id) ?? []).map((host) => presentHost(host, sightOf(seat))),
    })),
    cursor,
    ...(isVerifier ? { isVerifier } : {}),
  };
});
