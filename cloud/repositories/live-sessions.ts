import type { LiveSessionTab } from '../../src/contract/live-session';
import { MAX_PLAN_HOURS, overdueBefore } from '../../src/domain/live-session/live-session';
import type { LiveSessionStage } from '../../src/domain/live-session/stage';
import { addMinutes } from '../../src/domain/time';
import { command, readById, readList, updateWhere } from '../database/database';
import type { LiveSessionDoc } from '../database/documents';

/** Sessions on one page of a merchant's list. */
export const LIST_PAGE = 20;
/** Sessions on a store's public page. */
const PUBLIC_PAGE = 40;
/** Sessions of discovery. */
const DISCOVERY_LIMIT = 40;

/** Comes after every key that starts with the same instant. */
const AFTER = '~';

/** One session. */
export function liveSessionById(id: string): Promise<LiveSessionDoc | null> {
  return readById('live_sessions', id);
}

function keyRange(from: string | null, to: string | null): Record<string, unknown> {
  if (from !== null && to !== null) return { sortKey: command.gt(from).and(command.lt(to)) };
  if (from !== null) return { sortKey: command.gt(from) };
  return to === null ? {} : { sortKey: command.lt(to) };
}

function stageIs(...stages: LiveSessionStage[]): Record<string, unknown> {
  return {
    stage: stages.length === 1 ? stages[0] : command.in(stages),
  };
}

function tabQuery(tab: LiveSessionTab, cursor: string | null, now: string) {
  const due = overdueBefore(now) + AFTER;
  switch (tab) {
    case 'all':
      return { ...keyRange(null, cursor) };
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
export function sessionsOfTab(
  shopId: string,
  tab: LiveSessionTab,
  cursor: string | null,
  now: string,
): Promise<LiveSessionDoc[]> {
  return readList(
    'live_sessions',
    { shopId, ...tabQuery(tab, cursor, now) },
    { orderBy: [['sortKey', tab === 'upcoming' ? 'asc' : 'desc']], limit: LIST_PAGE },
  );
}

/**
 * Sessions of a store that may overlap a stretch of time: those that start within the longest plan
 * before it. Not cancelled; latest first; at most 50.
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
    { orderBy: [['sortKey', 'desc']], limit: 50 },
  );
}

/** A published store's sessions for its page, latest first. */
export function sessionsOfPublicPage(shopId: string): Promise<LiveSessionDoc[]> {
  return readList(
    'live_sessions',
    { shopId, ...stageIs('scheduled', 'on_air', 'to_record', 'recorded') },
    { orderBy: [['sortKey', 'desc']], limit: PUBLIC_PAGE },
  );
}

/** Sessions of verified, published stores that are on air or coming, soonest first. */
export function listedSessions(now: string): Promise<LiveSessionDoc[]> {
  return readList(
    'live_sessions',
    {
      isListed: true,
      ...stageIs('scheduled', 'on_air'),
      ...keyRange(addMinutes(now, -MAX_PLAN_HOURS * 60), null),
    },
    { orderBy: [['sortKey', 'asc']], limit: DISCOVERY_LIMIT },
  );
}

/** Plans that nobody started by the grace, for the clock to mark; at most `limit`. */
export function overdueSessions(now: string, limit: number): Promise<LiveSessionDoc[]> {
  return readList(
    'live_sessions',
    { state: 'scheduled', startAt: command.lte(overdueBefore(now)) },
    { orderBy: [['startAt', 'asc']], limit },
  );
}

/** Brings what sessions to come say of their store up to date. */
export function relist(
  shopId: string,
  listing: Pick<LiveSessionDoc, 'isListed' | 'isShopVerified' | 'shopName'>,
): Promise<void> {
  return updateWhere('live_sessions', { shopId, ...stageIs('scheduled', 'on_air') }, listing);
}
