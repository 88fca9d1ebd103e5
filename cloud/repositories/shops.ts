import { command, countWhere, readById, readJoined, readList } from '../database/database';
import type { HostDoc, MembershipDoc, ShopDoc } from '../database/documents';

/** Hosts a store may have. */
export const MAX_HOSTS = 500;
/** Stores one person may belong to. */
export const MAX_SHOPS = 20;
/** Stores on one page of discovery. */
export const DISCOVERY_PAGE = 20;

/** Id of a person's membership. */
export const membershipId = (shopId: string, person: string): string => `${shopId}:${person}`;

/** A person's place in a store. */
export interface Seat {
  membership: MembershipDoc;
  shop: ShopDoc;
  /** The host asked for; null if there is none, or none was. Whose it is, the caller checks. */
  host: HostDoc | null;
}

/** A person's role in a store, the store and a host; null without a role. One call. */
export async function seatOf(
  shopId: string,
  person: string,
  hostId?: string,
): Promise<Seat | null> {
  const host = hostId === undefined ? {} : { host: { from: 'hosts', id: hostId } as const };
  const [found] = await readJoined(
    'memberships',
    { _id: membershipId(shopId, person) },
    { shop: { from: 'shops', localField: 'shopId' }, ...host },
    { orderBy: [['_id', 'asc']], limit: 1 },
  );
  const shop = found?.joined.shop;
  if (found === undefined || shop === undefined || shop === null) return null;
  return { membership: found.doc, shop, host: found.joined.host ?? null };
}

/** Every store of a person with their role in it, longest first. One call. */
export async function seatsOf(
  person: string,
): Promise<{ membership: MembershipDoc; shop: ShopDoc }[]> {
  const found = await readJoined(
    'memberships',
    { personId: person },
    { shop: { from: 'shops', localField: 'shopId' } },
    { orderBy: [['joinedAt', 'asc']], limit: MAX_SHOPS },
  );
  return found.flatMap(({ doc, joined: { shop } }) =>
    shop === null ? [] : [{ membership: doc, shop }],
  );
}

/** How many stores a person belongs to. */
export function countSeatsOf(person: string): Promise<number> {
  return countWhere('memberships', { personId: person });
}

/** The hosts of some stores, oldest first. One call. */
export function hostsOf(shopIds: readonly string[]): Promise<HostDoc[]> {
  return readList(
    'hosts',
    { shopId: command.in([...shopIds]) },
    { orderBy: [['addedAt', 'asc']], limit: 1000 },
  );
}

/** The host somebody is invited to be, with the store; null when the code is nobody's. One call. */
export async function hostInvited(code: string): Promise<{ host: HostDoc; shop: ShopDoc } | null> {
  const [found] = await readJoined(
    'hosts',
    { inviteCode: code },
    { shop: { from: 'shops', localField: 'shopId' } },
    { orderBy: [['addedAt', 'asc']], limit: 1 },
  );
  const shop = found?.joined.shop;
  return found === undefined || shop === undefined || shop === null
    ? null
    : { host: found.doc, shop };
}

/** Stores one person may be a host of. */
export const MAX_PLACES = 100;

/** Every host that a person has joined as, with the store, oldest first. One call. */
export async function hostsOfPerson(person: string): Promise<{ host: HostDoc; shop: ShopDoc }[]> {
  const found = await readJoined(
    'hosts',
    { personId: person },
    { shop: { from: 'shops', localField: 'shopId' } },
    { orderBy: [['addedAt', 'asc']], limit: MAX_PLACES },
  );
  return found.flatMap(({ doc, joined: { shop } }) => (shop === null ? [] : [{ host: doc, shop }]));
}

/** How many hosts a store has. */
export const countHosts = (shopId: string): Promise<number> => countWhere('hosts', { shopId });

/** One store. */
export const shopById = (shopId: string): Promise<ShopDoc | null> => readById('shops', shopId);

/** A store for its public page; null unless it is published. */
export async function publishedShop(shopId: string): Promise<ShopDoc | null> {
  const shop = await shopById(shopId);
  return shop?.isPublished === true ? shop : null;
}

/** A page of verified, published stores, latest published first. */
export function listedShops(before: string | null): Promise<ShopDoc[]> {
  return readList(
    'shops',
    { isListed: true, ...(before === null ? {} : { listedKey: command.lt(before) }) },
    { orderBy: [['listedKey', 'desc']], limit: DISCOVERY_PAGE },
  );
}
