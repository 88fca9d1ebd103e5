import { MAX_LISTED_SESSIONS } from '../../src/contract/discover';
import { LIVE_SESSIONS_PER_PAGE, type LiveSessionTab } from '../../src/contract/live-session';
import { MAX_SHOP_PAGE_SESSIONS } from '../../src/contract/shop';
import { MAX_PLAN_HOURS, overdueBefore } from '../../src/domain/live-session/live-session';
import type { LiveSessionStage } from '../../src/domain/live-session/stage';
import { sumScopes, totalsOf } from '../../src/domain/sales/host-scopes';
import { type KeptSession, MAX_USUAL_SESSIONS } from '../../src/domain/sales/oddities';
import type { ScopeTotals } from '../../src/domain/sales/scope';
import { addDays, addMinutes, type ChinaDay, startOfChinaDay } from '../../src/domain/time';
import {
  command,
  readById,
  readFields,
  readList,
  updateWhere,
  type Where,
} from '../database/database';
import type { LiveSessionDoc, ShopDoc } from '../database/documents';
import { afterKeysOf } from './ids';
import { type Page, pageOf } from './page';

/** Sessions with which a new one is compared, the latest ones. */
const MAX_AROUND = 50;

/** Sessions of one day with which one that is entered afterwards is compared, the latest ones. */
const MAX_OF_DAY = 200;

/** One session. */
export function liveSessionById(id: string): Promise<LiveSessionDoc | null> {
  return readById('live_sessions', id);
}

function keyRange(from: string | null, to: string | null): Where<'live_sessions'> {
  if (from !== null && to !== null) return { sortKey: command.gt(from).and(command.lt(to)) };
  if (from !== null) return { sortKey: command.gt(from) };
  return to === null ? {} : { sortKey: command.lt(to) };
}

function stageIs(
  stage: LiveSessionStage,
  ...others: readonly LiveSessionStage[]
): Where<'live_sessions'> {
  return { stage: others.length === 0 ? stage : command.in([stage, ...others]) };
}

function tabQuery(tab: LiveSessionTab, cursor: string | null, now: string): Where<'live_sessions'> {
  const due = afterKeysOf(overdueBefore(now));
  switch (tab) {
    case 'all':
      return keyRange(null, cursor);
    case 'upcoming':
      return { ...stageIs('scheduled'), ...keyRange(cursor ?? due, null) };
    case 'unconfirmed':
      return { ...stageIs('scheduled'), ...keyRange(null, cursor ?? due) };
    case 'on_air':
      return { ...stageIs('on_air'), ...keyRange(null, cursor) };
    case 'to_record':
      return { ...stageIs('to_record'), ...keyRange(null, cursor) };
    case 'ended':
      return { ...stageIs('to_record', 'recorded'), ...keyRange(null, cursor) };
    case 'cancelled':
      return { ...stageIs('cancelled'), ...keyRange(null, cursor) };
  }
}

/** A page of a tab; `cursor` is the sort key of the last row seen. */
export async function sessionsOfTab(
  shopId: string,
  tab: LiveSessionTab,
  cursor: string | null,
  now: string,
): Promise<Page<LiveSessionDoc>> {
  const sessions = await readList(
    'live_sessions',
    { shopId, ...tabQuery(tab, cursor, now) },
    {
      orderBy: [['sortKey', tab === 'upcoming' ? 'asc' : 'desc']],
      limit: LIVE_SESSIONS_PER_PAGE,
    },
  );
  return pageOf(sessions, LIVE_SESSIONS_PER_PAGE, ({ sortKey }) => sortKey);
}

/**
 * Sessions of a store that may overlap a stretch of time: those that start within the longest plan
 * before it. Cancelled ones too; latest first; at most 50.
 */
export function sessionsAround(
  shopId: string,
  startAt: string,
  endAt: string,
): Promise<LiveSessionDoc[]> {
  return readList(
    'live_sessions',
    {
      shopId,
      sortKey: command.gt(addMinutes(startAt, -MAX_PLAN_HOURS * 60)).and(command.lt(endAt)),
    },
    { orderBy: [['sortKey', 'desc']], limit: MAX_AROUND },
  );
}

/** The sums of a session. */
export interface SessionSales {
  _id: string;
  scope: ScopeTotals;
}

/** Sums of a store's latest sessions with sales, one more than the usual is made of. One call. */
export async function latestSales(shopId: string): Promise<SessionSales[]> {
  const sessions = await readFields(
    'live_sessions',
    { shopId, ...stageIs('recorded') },
    { orderBy: [['sortKey', 'desc']], limit: MAX_USUAL_SESSIONS + 1, fields: ['_id', 'scopes'] },
  );
  return sessions.map(({ _id, scopes }) => ({ _id, scope: sumScopes(scopes) }));
}

/** Sessions of a store that were to start on a China day, latest first; at most 200. One call. */
export async function sessionsOfDay(shopId: string, day: ChinaDay): Promise<KeptSession[]> {
  const sessions = await readFields(
    'live_sessions',
    {
      shopId,
      sortKey: command.gte(startOfChinaDay(day)).and(command.lt(startOfChinaDay(addDays(day, 1)))),
    },
    {
      orderBy: [['sortKey', 'desc']],
      limit: MAX_OF_DAY,
      fields: ['title', 'bookedOn', 'accountId', 'hosts', 'state', 'scopes'],
    },
  );
  return sessions.map(({ hosts, scopes, ...session }) => {
    const hostIds = hosts.map(({ id }) => id);
    return { ...session, hostIds, scopes: totalsOf(scopes) };
  });
}

/** A published store's sessions for its page, latest first. */
export function sessionsOfPublicPage(shopId: string): Promise<LiveSessionDoc[]> {
  return readList(
    'live_sessions',
    { shopId, ...stageIs('scheduled', 'on_air', 'to_record', 'recorded') },
    { orderBy: [['sortKey', 'desc']], limit: MAX_SHOP_PAGE_SESSIONS },
  );
}

/** Sessions of verified, published stores that are on air or to come, soonest first. */
export function listedSessions(now: string): Promise<LiveSessionDoc[]> {
  return readList(
    'live_sessions',
    {
      isListed: true,
      ...stageIs('scheduled', 'on_air'),
      ...keyRange(addMinutes(now, -MAX_PLAN_HOURS * 60), null),
    },
    { orderBy: [['sortKey', 'asc']], limit: MAX_LISTED_SESSIONS },
  );
}

/** Plans that were not started by the grace, for the timer to mark; at most `limit`. */
export function overdueSessions(now: string, limit: number): Promise<LiveSessionDoc[]> {
  return readList(
    'live_sessions',
    { state: 'scheduled', startAt: command.lte(overdueBefore(now)) },
    { orderBy: [['startAt', 'asc']], limit },
  );
}

/** The fields that sessions to come copy from their store. */
export type Listing = Pick<LiveSessionDoc, 'isListed' | 'isShopVerified' | 'shopName'>;

/** What sessions to come copy from a store. */
export function listingOf(shop: ShopDoc): Listing {
  return {
    isListed: shop.isListed,
    isShopVerified: shop.verification.state === 'verified',
    shopName: shop.name,
  };
}

/** Brings the copies in a store's sessions to come up to date. One call. */
export function relist(shopId: string, listing: Listing): Promise<void> {
  return updateWhere('live_sessions', { shopId, ...stageIs('scheduled', 'on_air') }, listing);
}
