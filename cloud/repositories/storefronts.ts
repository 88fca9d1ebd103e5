import { suffixOf } from '../../src/domain/shop/ids';
import { SHOPS_PER_PAGE } from '../../src/contract/discover';
import {
  type Ahead,
  aheadFrom,
  aheadOf,
  dueAt,
  firstEnd,
  NEVER_DUE,
  NOTHING_AHEAD,
  withChanged,
} from '../../src/domain/live-session/ahead';
import { Failure } from '../../src/contract/failure';
import { addMinutes } from '../../src/domain/time';
import { command, increment, readList, type Transaction, tx } from '../database/database';
import type { LiveSessionDoc, ShopCardRecord, ShopDoc, StorefrontDoc } from '../database/documents';

import { MAX_ON_AIR_HOURS } from './live-sessions';
import { type Page, pageOf } from './page';

/** Sessions that are read to fill the list of those ahead; ones that are over may be among them. */
const MAX_REFILL = 100;

/** What lists show of a store. */
export function cardOf({ name, intro, accounts, verification }: ShopDoc): ShopCardRecord {
  return {
    name,
    intro,
    accounts: accounts.map((account) => {
      return { id: account.id, platform: account.platform, name: account.name };
    }),
    verification,
  };
}

function withAhead(before: StorefrontDoc, ahead: Ahead, now: string): StorefrontDoc {
  const { completeUntil } = ahead;
  const end = firstEnd(ahead) ?? completeUntil?.split('#')[0] ?? null;
  return {
    ...before,
    sessions: [...ahead.sessions],
    completeUntil,
    nextKey: end === null ? '' : `${end}#${before._id}`,
    dueAt: dueAt(ahead, now),
    version: before.version + 1,
  };
}

/** The storefront of a new store. */
export function newStorefront(shop: ShopDoc, hostNames: Record<string, string>): StorefrontDoc {
  return {
    _id: shop._id,
    isListed: shop.isListed,
    card: cardOf(shop),
    hostNames,
    ...NOTHING_AHEAD,
    sessions: [],
    nextKey: '',
    dueAt: NEVER_DUE,
    version: 1,
  };
}

/** Reads the storefront of a store inside a transaction. One call. */
export async function openStorefront(t: Transaction, shopId: string): Promise<StorefrontDoc> {
  const storefront = await t.get('storefronts', shopId);
  if (storefront === null) throw new Failure('internal');
  return storefront;
}

async function put(t: Transaction, storefront: StorefrontDoc): Promise<void> {
  const { _id, ...fields } = storefront;
  await t.set('storefronts', _id, fields);
}

/**
 * Keeps which sessions of a store are ahead, in the transaction that changes one of them. Writes
 * nothing where the list stays as it is. At most one call.
 * @param after the session as it is now; null when it was removed.
 */
export async function keepAhead(
  t: Transaction,
  storefront: StorefrontDoc,
  changed: readonly { id: string; after: LiveSessionDoc | null }[],
  now: string,
): Promise<void> {
  const ahead = changed.reduce<Ahead>(
    (before, { id, after }) =>
      withChanged(before, id, after === null || after.isPiece ? null : aheadOf(after), now),
    storefront,
  );
  await put(t, withAhead(storefront, ahead, now));
}

/** Keeps the name of a host, in the transaction that gives it. One call. */
export async function keepHostName(
  t: Transaction,
  { _id, shopId, name }: { _id: string; shopId: string; name: string },
): Promise<void> {
  await t.update('storefronts', shopId, {
    [`hostNames.${suffixOf(_id)}`]: name,
    version: increment(1),
  });
}

/** Keeps what lists show of a store, in the transaction that changes it. One call. */
export async function keepCard(t: Transaction, shop: ShopDoc): Promise<void> {
  const { _id, isListed } = shop;
  await t.update('storefronts', _id, { card: cardOf(shop), isListed, version: increment(1) });
}

/** A page of verified, published stores with sessions ahead; the one whose session ends first first. */
export async function listedStorefronts(after: string | null): Promise<Page<StorefrontDoc>> {
  const storefronts = await readList(
    'storefronts',
    { isListed: true, nextKey: command.gt(after ?? '') },
    { orderBy: [['nextKey', 'asc']], limit: SHOPS_PER_PAGE },
  );
  return pageOf(storefronts, SHOPS_PER_PAGE, ({ nextKey }) => nextKey);
}

/** Storefronts of which a session is over, longest first; at most `limit`. */
export function dueStorefronts(now: string, limit: number): Promise<StorefrontDoc[]> {
  return readList(
    'storefronts',
    { dueAt: command.lte(now) },
    { orderBy: [['dueAt', 'asc']], limit },
  );
}

/** The sessions ahead of a store, read from its sessions. One call. */
export async function readAhead(shopId: string, now: string): Promise<Ahead> {
  const sessions = await readList(
    'live_sessions',
    {
      shopId,
      stage: command.in(['scheduled', 'on_air']),
      sortKey: command.gt(addMinutes(now, -MAX_ON_AIR_HOURS * 60)),
    },
    { orderBy: [['sortKey', 'asc']], limit: MAX_REFILL },
  );
  const last = sessions.length < MAX_REFILL ? undefined : sessions[sessions.length - 1];
  return aheadFrom(sessions.map(aheadOf), last?.sortKey ?? null, now);
}

/**
 * Takes sessions that are over out of a storefront, and fills it again where it is low. A plan that is
 * made meanwhile is not overwritten: then nothing is done, and the next run does it.
 */
export async function refreshStorefront(read: StorefrontDoc, now: string): Promise<boolean> {
  const { _id, version } = read;
  const isCut = read.completeUntil !== null;
  const ahead = isCut ? await readAhead(_id, now) : withChanged(read, '', null, now);
  return tx(async (t) => {
    const storefront = await openStorefront(t, _id);
    if (storefront.version !== version) return false;
    await put(t, withAhead(storefront, ahead, now));
    return true;
  });
}
