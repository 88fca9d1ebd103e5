import { SHOPS_PER_PAGE } from '../../src/contract/discover';
import { Failure } from '../../src/contract/failure';
import { MAX_SHOPS } from '../../src/domain/shop/shop';
import {
  command,
  countWhere,
  readById,
  readJoined,
  readList,
  type Transaction,
} from '../database/database';
import type { HostDoc, MembershipDoc, ShopDoc } from '../database/documents';
import { membershipId } from './ids';
import { type Page, pageOf } from './page';

/** A person's place in a store. */
export interface Seat {
  membership: MembershipDoc;
  shop: ShopDoc;
  /** The host asked for, of this store or another; null if there is none, or none was asked for. */
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

/** One store. */
export function shopById(shopId: string): Promise<ShopDoc | null> {
  return readById('shops', shopId);
}

/** A store for its public page; null unless it is published. */
export async function publishedShop(shopId: string): Promise<ShopDoc | null> {
  const shop = await shopById(shopId);
  return shop?.isPublished === true ? shop : null;
}

/** A page of verified, published stores, latest published first. */
export async function listedShops(before: string | null): Promise<Page<ShopDoc>> {
  const shops = await readList(
    'shops',
    { isListed: true, ...(before === null ? {} : { listedKey: command.lt(before) }) },
    { orderBy: [['listedKey', 'desc']], limit: SHOPS_PER_PAGE },
  );
  return pageOf(shops, SHOPS_PER_PAGE, ({ listedKey }) => listedKey);
}

/**
 * Reads a store inside a transaction and checks that it did not change since `version` was read.
 * @throws Failure `not_found`; `stale_version` with the current version.
 */
export async function shopAtVersion(
  t: Transaction,
  shopId: string,
  version: number,
): Promise<ShopDoc> {
  const shop = await t.get('shops', shopId);
  if (shop === null) throw new Failure('not_found');
  if (shop.version !== version) {
    throw new Failure('stale_version', { info: { version: shop.version } });
  }
  return shop;
}

/** Writes a store whole, with the next version. */
export async function saveShop(t: Transaction, shop: ShopDoc): Promise<ShopDoc> {
  const { _id, ...fields } = shop;
  const next = { ...fields, version: shop.version + 1 };
  await t.set('shops', _id, next);
  return { _id, ...next };
}
