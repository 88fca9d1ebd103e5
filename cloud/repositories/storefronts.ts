import { suffixOf } from '../../src/domain/shop/ids';
import {
  type Ahead,
  aheadAt,
  aheadFrom,
  aheadOf,
  type AheadSession,
  dueAt,
  leadingEnd,
  LOW_AHEAD,
  NEVER_DUE,
  NOTHING_AHEAD,
  placeOf,
  plansMissingFrom,
  withChanged,
} from '../../src/domain/live-session/ahead';
import { Failure } from '../../src/contract/failure';
import { MAX_PLAN_HOURS } from '../../src/domain/live-session/live-session';
import type { PlansAhead } from '../../src/domain/forecast/plans';
import { addMinutes, chinaDayOf } from '../../src/domain/time';
import {
  command,
  increment,
  readFields,
  readList,
  type Transaction,
  tx,
  updateWhere,
} from '../database/database';
import type { LiveSessionDoc, ShopCardRecord, ShopDoc, StorefrontDoc } from '../database/documents';
import { oneForEach } from '../database/read-limit';
import { MAX_ON_AIR_HOURS } from './live-sessions';
import { allPages, type Page, pageOf } from './page';
import { READ_LIMITS } from './read-limits';

/** How often sessions are read to fill one list: what is over may be most of them. */
const MAX_READS = 10;

/** What a list of sessions ahead keeps of a session. */
const AHEAD_FIELDS = [
  '_id',
  'shopId',
  'title',
  'hosts',
  'accountId',
  'startAt',
  'endAt',
  'state',
  'startedAt',
  'pauses',
  'isAiPresenter',
  'sortKey',
] as const;

/** What everyone sees of a verification. */
function markOf({ state, on }: ShopDoc['verification']): ShopCardRecord['verification'] {
  return { state: state === 'verified' ? 'verified' : 'unverified', on };
}

/** What lists show of a store. */
export function cardOf({ name, intro, accounts, verification }: ShopDoc): ShopCardRecord {
  return {
    name,
    intro,
    accounts: accounts.map((account) => {
      return { id: account.id, platform: account.platform, name: account.name };
    }),
    verification: markOf(verification),
  };
}

function withAhead(before: StorefrontDoc, ahead: Ahead, now: string): StorefrontDoc {
  const end = leadingEnd(ahead);
  const nextKey = end === null ? '' : `${end}#${before._id}`;
  return {
    ...before,
    sessions: [...ahead.sessions],
    completeUntil: ahead.completeUntil,
    nextKey,
    movedKey: nextKey === before.nextKey ? before.movedKey : `${now}#${before._id}`,
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
    movedKey: '',
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
 * Keeps which sessions of a store are ahead, in the transaction that changes one of them. The version
 * counts a change that the list does not show too: a refresh that missed it must not win. One call.
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

/** The storefronts of some stores. One call; none without a store. */
export async function storefrontsOf(shopIds: readonly string[]): Promise<StorefrontDoc[]> {
  if (shopIds.length === 0) return [];
  return readList(
    'storefronts',
    { _id: command.in([...shopIds]) },
    { orderBy: [['_id', 'asc']], limit: oneForEach(shopIds) },
  );
}

/**
 * The plans of a host that are to start, from the bounded list of the store's sessions ahead. One call.
 */
export async function plansOf(shopId: string, hostId: string, now: string): Promise<PlansAhead> {
  const [storefront] = await storefrontsOf([shopId]);
  const { sessions, completeUntil } = storefront ?? NOTHING_AHEAD;
  return {
    days: sessions
      .filter(({ state, startAt }) => state === 'scheduled' && startAt > now)
      .filter(({ hostIds }) => hostIds.includes(hostId))
      .map(({ startAt }) => chinaDayOf(startAt)),
    hasMore: completeUntil !== null,
  };
}

/** A part of the order of listed stores: after a key, and up to an end where there is one. */
export interface StretchOfKeys {
  after: string;
  until: string | null;
}

/** A page of verified, published stores with sessions ahead, by the end of what leads their list. */
export async function listedStorefronts({
  after,
  until,
}: StretchOfKeys): Promise<Page<StorefrontDoc>> {
  const from = command.gt(after);
  const storefronts = await readList(
    'storefronts',
    { isListed: true, nextKey: until === null ? from : from.and(command.lte(until)) },
    { orderBy: [['nextKey', 'asc']], limit: READ_LIMITS.listedStorefronts },
  );
  return pageOf(storefronts, READ_LIMITS.listedStorefronts, ({ nextKey }) => nextKey);
}

/** A page of listed stores whose place in that order has changed, in the order in which it did. */
export async function movedStorefronts(after: string): Promise<Page<StorefrontDoc>> {
  const storefronts = await readList(
    'storefronts',
    { isListed: true, movedKey: command.gt(after) },
    { orderBy: [['movedKey', 'asc']], limit: READ_LIMITS.movedStorefronts },
  );
  return pageOf(storefronts, READ_LIMITS.movedStorefronts, ({ movedKey }) => movedKey);
}

/** Storefronts that have to be looked at again after some time, those that have been due longest. */
export function dueStorefronts(now: string): Promise<StorefrontDoc[]> {
  return readList(
    'storefronts',
    { dueAt: command.lte(now) },
    { orderBy: [['dueAt', 'asc']], limit: READ_LIMITS.dueStorefronts },
  );
}

const later = (a: string, b: string): string => (a > b ? a : b);

/**
 * The next sessions of stores of whose lists everything is over while there are more, by store. One
 * call. Where one store has very many, those of another may be missing: then its list stays empty.
 */
export async function readAhead(
  stores: readonly Pick<StorefrontDoc, '_id' | 'sessions' | 'completeUntil'>[],
  now: string,
): Promise<Map<string, Ahead>> {
  const earliest = addMinutes(now, -MAX_ON_AIR_HOURS * 60);
  const [from = earliest] = stores
    .map((store) => later(earliest, plansMissingFrom(store) ?? ''))
    .sort();
  const read = await readFields(
    'live_sessions',
    {
      shopId: command.in(stores.map(({ _id }) => _id)),
      stage: command.in(['on_air', 'scheduled']),
      sortKey: command.gte(from),
    },
    {
      orderBy: [['sortKey', 'asc']],
      limit: READ_LIMITS.sessionsOfStorefronts,
      fields: AHEAD_FIELDS,
    },
  );
  const { cursor } = pageOf(read, READ_LIMITS.sessionsOfStorefronts, ({ sortKey }) => sortKey);
  const until = cursor === null ? null : placeOf({ state: 'scheduled', sortKey: cursor });
  return new Map(
    stores.map(({ _id }) => {
      const own = read.filter(({ shopId }) => shopId === _id).map(aheadOf);
      return [_id, aheadFrom(own, until, now)];
    }),
  );
}

/** A store's sessions that run. One call, unless there are more than a hundred. */
async function readRunning(shopId: string, now: string): Promise<AheadSession[]> {
  const limit = READ_LIMITS.runningOfStorefront;
  const earliest = addMinutes(now, -MAX_ON_AIR_HOURS * 60);
  const sessions = await allPages(
    limit,
    (cursor) =>
      readFields(
        'live_sessions',
        { shopId, stage: 'on_air', sortKey: command.gt(cursor ?? earliest) },
        { orderBy: [['sortKey', 'asc']], limit, fields: AHEAD_FIELDS },
      ),
    ({ sortKey }) => sortKey,
  );
  return sessions.map(aheadOf);
}

/** A store's plans from a sort key on, and the key of the next one where there are more. */
async function readPlans(
  shopId: string,
  from: string,
): Promise<{ plans: AheadSession[]; next: string | null }> {
  const limit = READ_LIMITS.plansOfStorefront;
  const sessions = await readList(
    'live_sessions',
    { shopId, stage: 'scheduled', sortKey: command.gte(from) },
    { orderBy: [['sortKey', 'asc']], limit },
  );
  const next = sessions[limit - 1]?.sortKey ?? null;
  return { plans: sessions.slice(0, limit - 1).map(aheadOf), next };
}

/**
 * A list that is low, filled again with what was not kept. It reads on from where the list ends, so
 * each run comes further, however many sessions are over.
 */
async function filled(shopId: string, before: Ahead, now: string): Promise<Ahead> {
  const missing = plansMissingFrom(before);
  let ahead = aheadAt(before, now);
  if (missing === null || ahead.sessions.length >= LOW_AHEAD) return ahead;
  const known = missing === '' ? await readRunning(shopId, now) : [...ahead.sessions];
  let from = later(missing, addMinutes(now, -MAX_PLAN_HOURS * 60));
  for (let read = 0; read < MAX_READS; read += 1) {
    const { plans, next } = await readPlans(shopId, from);
    known.push(...plans);
    const until = next === null ? null : placeOf({ state: 'scheduled', sortKey: next });
    ahead = aheadFrom(known, until, now);
    if (next === null || ahead.sessions.length >= LOW_AHEAD) return ahead;
    from = next;
  }
  return ahead;
}

/**
 * Takes sessions that are over out of a storefront, and fills it again where it is low. A plan that is
 * made meanwhile is not overwritten: then nothing is done, and the next run does it.
 */
export async function refreshStorefront(read: StorefrontDoc, now: string): Promise<boolean> {
  const { _id, version } = read;
  const ahead = await filled(_id, read, now);
  return tx(async (t) => {
    const storefront = await openStorefront(t, _id);
    if (storefront.version !== version) return false;
    await put(t, withAhead(storefront, ahead, now));
    return true;
  });
}

/** Lets a storefront that could not be refreshed wait, so that others come first. */
export function postponeStorefront(id: string, until: string): Promise<void> {
  return updateWhere('storefronts', { _id: id }, { dueAt: until });
}
