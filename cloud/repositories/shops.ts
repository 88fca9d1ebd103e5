import { Failure, refuseIfStale } from '../../src/contract/failure';
import { isFollowed } from '../../src/domain/follow/follows';
import { verificationAfter } from '../../src/domain/shop/identity';
import { isListed } from '../../src/domain/shop/listing';
import { command, readList, type Transaction } from '../database/database';
import type {
  ChangeDoc,
  HostDoc,
  LiveSessionDoc,
  SeatRecord,
  ShopDoc,
  StorefrontDoc,
  UncheckedRecord,
} from '../database/documents';
import { readJoined } from '../database/joined';
import { ONE } from '../database/read-limit';
import { type Page, pageOf } from './page';
import { READ_LIMITS } from './read-limits';
import { withdrawReview } from './reviews';
import { NOTHING_SO_FAR, salesBeside, type SalesSoFar, salesSoFarOf } from './sales-so-far';
import { cardOf, keepCard } from './storefronts';

/** A person's place in a store. */
export interface Seat extends Pick<SeatRecord, 'role' | 'hostId'> {
  shop: ShopDoc;
  /** The host asked for, of this store or another; null if there is none, or none was asked for. */
  host: HostDoc | null;
  /** The session asked for, of this store or another; null if there is none, or none was asked for. */
  session: LiveSessionDoc | null;
  /** Current names of the store's hosts, where they were asked for. */
  hostNames: StorefrontDoc['hostNames'];
  /** The record of the write asked for; null if it was not done yet, or none was asked for. */
  change: ChangeDoc | null;
  /** The store's sales so far; nothing where they were not asked for. */
  soFar: SalesSoFar;
  /** What the person wrote while the check of words gave no answer. */
  unchecked: readonly UncheckedRecord[];
}

/** What is read with a seat, in the same call. */
export interface BesideSeat {
  hostId?: string | undefined;
  sessionId?: string | undefined;
  /** Whether the names of the store's hosts are wanted. */
  withNames?: boolean | undefined;
  /** The record of the write that is being sent. */
  changeId?: string | undefined;
  /** The years of amounts that are about to be recorded. Absent: the sales so far are not read. */
  years?: readonly number[] | undefined;
}

/** A person's role in a store, the store, a host and a session; null without a role. One call. */
export async function seatOf(
  shopId: string,
  person: string,
  { hostId, sessionId, withNames = false, changeId, years }: BesideSeat = {},
): Promise<Seat | null> {
  const readAt = performance.now();
  const host = hostId === undefined ? {} : { host: { from: 'hosts', id: hostId } as const };
  const live =
    sessionId === undefined ? {} : { session: { from: 'live_sessions', id: sessionId } as const };
  const front = withNames ? { storefront: { from: 'storefronts', id: shopId } as const } : {};
  const sent = changeId === undefined ? {} : { change: { from: 'changes', id: changeId } as const };
  const [found] = await readJoined(
    'people',
    // Without a seat nothing else is read.
    { _id: person, [`seats.${shopId}`]: command.exists(true) },
    { shop: { from: 'shops', id: shopId }, ...host, ...live, ...front, ...sent },
    {
      orderBy: [['_id', 'asc']],
      limit: ONE,
      ...(years && { lists: salesBeside(shopId, years) }),
    },
  );
  const seat = found?.doc.seats[shopId];
  const shop = found?.joined.shop;
  if (found === undefined || seat === undefined || shop === undefined || shop === null) return null;
  const {
    host: joinedHost = null,
    session = null,
    storefront = null,
    change = null,
  } = found.joined;
  const hostNames = storefront?.hostNames ?? {};
  const { unchecked } = found.doc;
  const soFar = years ? salesSoFarOf(found.lists, { shopId, years, readAt }) : NOTHING_SO_FAR;
  const read = { host: joinedHost, session, hostNames, change, soFar, unchecked };
  return { role: seat.role, hostId: seat.hostId, shop, ...read };
}

/** A store with its storefront. */
export interface ShopFront {
  shop: ShopDoc;
  storefront: StorefrontDoc;
  /** Whether the viewer follows it; null without an identified viewer. */
  isFollowing: boolean | null;
}

/** Whether a store's pages are open to everyone. */
export function isShown({
  isPublished,
  suspension,
}: Pick<ShopDoc, 'isPublished' | 'suspension'>): boolean {
  return isPublished && suspension === null;
}

/**
 * A store for its public pages. One call.
 * @param viewer who may follow it; null: it is not asked.
 * @throws Failure `not_found` unless it is published; `shop_suspended` while its pages are not shown.
 */
export async function shownShop(shopId: string, viewer: string | null): Promise<ShopFront> {
  const follows = viewer === null ? {} : { follows: { from: 'follows', id: viewer } as const };
  const [found] = await readJoined(
    'shops',
    { _id: shopId },
    { storefront: { from: 'storefronts', localField: '_id' }, ...follows },
    { orderBy: [['_id', 'asc']], limit: ONE },
  );
  const storefront = found?.joined.storefront;
  if (found?.doc.isPublished !== true || storefront === undefined || storefront === null) {
    throw new Failure('not_found');
  }
  const { suspension } = found.doc;
  if (suspension !== null) throw new Failure('shop_suspended', { info: { since: suspension.at } });
  const followed = found.joined.follows?.shops ?? [];
  const isFollowing = viewer === null ? null : isFollowed(followed, shopId);
  return { shop: found.doc, storefront, isFollowing };
}

/** A page of verified, published stores, latest published first. */
export async function listedShops(before: string | null): Promise<Page<ShopDoc>> {
  const shops = await readList(
    'shops',
    { isListed: true, ...(before === null ? {} : { listedKey: command.lt(before) }) },
    { orderBy: [['listedKey', 'desc']], limit: READ_LIMITS.listedShops },
  );
  return pageOf(shops, READ_LIMITS.listedShops, ({ listedKey }) => listedKey);
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
  refuseIfStale(shop, version);
  return shop;
}

/**
 * Writes a store that people have changed, with the next version. Who it is may be another one now:
 * then its mark, or what waits for a verifier, is taken back. One call; one more where lists show
 * something else of it, and one where a review is taken back.
 */
export async function saveShop(t: Transaction, before: ShopDoc, after: ShopDoc): Promise<ShopDoc> {
  const verification = verificationAfter(before, after);
  const { reviewId } = verification;
  if (verification === before.verification || reviewId === null) {
    return keepShop(t, before, after);
  }
  await withdrawReview(t, reviewId);
  return keepShop(t, before, { ...after, verification });
}

/**
 * Writes a store whole, with the next version, and what lists show of it where that changed. One
 * call or two.
 */
export async function keepShop(t: Transaction, before: ShopDoc, after: ShopDoc): Promise<ShopDoc> {
  const listed = isListed(after);
  const { _id, ...fields } = {
    ...after,
    isListed: listed,
    listedKey: listed ? after.listedKey : '',
  };
  const next = { _id, ...fields, version: before.version + 1 };
  await t.set('shops', _id, { ...fields, version: next.version });
  const isShownAlike =
    before.isListed === next.isListed &&
    JSON.stringify(cardOf(before)) === JSON.stringify(cardOf(next));
  if (!isShownAlike) await keepCard(t, next);
  return next;
}
