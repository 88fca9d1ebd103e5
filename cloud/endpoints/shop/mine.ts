import { shopMine } from '../../../src/contract/shop';
import { personRead } from '../../endpoint/read';
import { presentHost, presentOwnShop } from '../../presenters/shops';
import { hostsOf } from '../../repositories/hosts';
import { seatsOf } from '../../repositories/people';

/** Every store the caller belongs to, with its hosts. */
export const endpoint = personRead(shopMine, async ({ caller }) => {
  const seats = await seatsOf(caller.person);
  const hosts = seats.length === 0 ? [] : await hostsOf(seats.map(({ shop }) => shop._id));
  return {
    shops: seats.map(({ seat, shop }) => ({
      shop: presentOwnShop(shop, seat.role),
      hosts: hosts.filter((host) => host.shopId === shop._id).map(presentHost),
    })),
  };
});
