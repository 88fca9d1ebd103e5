import { presentHost, presentOwnShop } from '../presenters/shops';
import { hostsOf, seatsOf } from '../repositories/shops';
import type { Handler } from './handler';

/** Every store the caller belongs to, with its hosts. */
export const shopMine: Handler<'shop.mine'> = async (_input, { person }) => {
  const seats = await seatsOf(person);
  const hosts = seats.length === 0 ? [] : await hostsOf(seats.map(({ shop }) => shop._id));
  const shops = seats.map(({ membership, shop }) => ({
    shop: presentOwnShop(shop, membership.role),
    hosts: hosts.filter((host) => host.shopId === shop._id).map(presentHost),
  }));
  return { data: { shops } };
};
