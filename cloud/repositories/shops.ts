import { command, countWhere, readById, readJoined, readList } from '../database/database';
import type { HostDoc, MembershipDoc, ShopDoc } from '../database/documents';

/** Hosts a store may have. */
export const MOST_HOSTS = 500;
/** Stores one person may belong to. */
export const MOST_SHOPS = 20;
/** Stores on one page of discovery. */
export const DISCOVERY_PAGE = 20;

/** Id of a person's membership. */
export const membershipId = (shopId: string, person: string): string => `${shopId}:${person}`;

/** A person's role in a store together with the store; null if they have none. One call. */
export const seatOf = async (
  shopId: string,
  person: string,
): Promise<{ membership: MembershipDoc; shop: ShopDoc } | null> => {
  const [found] = await readJoined(
    'memberships',
    { _id: membershipId(shopId, person) },
    { from: 'shops', localField: 'shopId' },
    { orderBy: [['_id', 'asc']], limit: 1 },
  );
  if (found === undefined) return null;
  const { joined, ...membership } = found;
  const [shop] = joined;
  return shop === undefined ? null : { membership, shop };
};

/** Every store of a person with their role in it, longest first. One call. */
export const seatsOf = async (
  person: string,
): Promise<{ membership: MembershipDoc; shop: ShopDoc }[]> => {
  const found = await readJoined(
    'memberships',
    { personId: person },
    { from: 'shops', localField: 'shopId' },
    { orderBy: [['joinedAt', 'asc']], limit: MOST_SHOPS },
  );
  return found.flatMap(({ joined, ...membership }) => joined.map((shop) => ({ membership, shop })));
};

/** How many stores a person belongs to. */
export const countSeatsOf = (person: string): Promise<number> =>
  countWhere('memberships', { personId: person });

/** The hosts of some stores, oldest first. One call. */
export const hostsOf = (shopIds: readonly string[]): Promise<HostDoc[]> =>
  readList(
    'hosts',
    { shopId: command.in([...shopIds]) },
    { orderBy: [['addedAt', 'asc']], limit: 1000 },
  );

/** How many hosts a store has. */
export const countHosts = (shopId: string): Promise<number> => countWhere('hosts', { shopId });

/** One host. */
export const hostById = (hostId: string): Promise<HostDoc | null> => readById('hosts', hostId);

/** One store. */
export const shopById = (shopId: string): Promise<ShopDoc | null> => readById('shops', shopId);

/** A store for its public page; null unless it is published. */
export const publishedShop = async (shopId: string): Promise<ShopDoc | null> => {
  const shop = await shopById(shopId);
  return shop?.isPublished === true ? shop : null;
};

/** A page of verified, published stores, latest published first. */
export const listedShops = (before: string | null): Promise<ShopDoc[]> =>
  readList(
    'shops',
    { isListed: true, ...(before === null ? {} : { listedKey: command.lt(before) }) },
    { orderBy: [['listedKey', 'desc']], limit: DISCOVERY_PAGE },
  );
