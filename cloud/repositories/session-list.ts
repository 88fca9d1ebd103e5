import { type LiveSessionTab, MAX_CALENDAR_DAYS } from '../../src/contract/live-session';
import { pairKey } from '../../src/domain/live-session/find-keys';
import { overdueBefore } from '../../src/domain/live-session/live-session';
import { addDays, type ChinaDay, startOfChinaDay } from '../../src/domain/time';
import { readList, type Where } from '../database/database';
import type { LiveSessionDoc } from '../database/documents';
import { readJoined } from '../database/joined';
import { ONE, type ReadLimit } from '../database/read-limit';
import { afterKeysOf } from './ids';
import { keyRange, stageIs } from './live-sessions';
import { type Page, pageOf } from './page';
import { READ_LIMITS } from './read-limits';

const TAB_QUERIES: Readonly<Record<LiveSessionTab, Where<'live_sessions'>>> = {
  all: { isPiece: false },
  upcoming: stageIs('scheduled'),
  unconfirmed: stageIs('scheduled'),
  on_air: stageIs('on_air'),
  to_record: stageIs('to_record'),
  ended: stageIs('to_record', 'recorded'),
  cancelled: stageIs('cancelled'),
};

function sorted(keys: readonly (string | null)[]): string[] {
  return keys.filter((key) => key !== null).sort();
}

function latest(...keys: readonly (string | null)[]): string | null {
  return sorted(keys).at(-1) ?? null;
}

function earliest(...keys: readonly (string | null)[]): string | null {
  return sorted(keys)[0] ?? null;
}

/** What of a session its row in a list is made of; its history need not travel. */
const ROW_FIELDS = [
  '_id',
  'shopId',
  'shopName',
  'title',
  'teasers',
  'hosts',
  'pieces',
  'accountId',
  'platform',
  'accountName',
  'precision',
  'startAt',
  'endAt',
  'bookedOn',
  'state',
  'startedAt',
  'endedAt',
  'parentId',
  'scopes',
  'waiting',
  'version',
  'sortKey',
] as const;

/** A session as far as its row shows it. */
export type RowOfSession = Pick<LiveSessionDoc, (typeof ROW_FIELDS)[number]>;

/** Which sessions of a store to list. */
export interface SessionQuery {
  readonly shopId: string;
  readonly tab: LiveSessionTab;
  readonly hostId: string | null;
  readonly accountId: string | null;
  /** The first and the last China day; null for no limit. */
  readonly from: ChinaDay | null;
  readonly to: ChinaDay | null;
  /** The sort key of the last row seen. */
  readonly cursor: string | null;
}

/** Where the sessions are found: among the store's, a host's, an account's, or a host's on it. */
function ownerOf({ shopId, hostId, accountId }: SessionQuery): Where<'live_sessions'> {
  if (hostId !== null && accountId !== null) return { keys: pairKey(hostId, accountId) };
  const key = hostId ?? accountId;
  return key === null ? { shopId } : { keys: key };
}

/** The sort keys between which the days lie. */
function daysOf({ from, to }: SessionQuery): [after: string | null, before: string | null] {
  return [
    from === null ? null : startOfChinaDay(from),
    to === null ? null : startOfChinaDay(addDays(to, 1)),
  ];
}

function pageLimitOf({ from, to }: SessionQuery): ReadLimit {
  const isCalendar = from !== null && to !== null && to < addDays(from, MAX_CALENDAR_DAYS);
  return isCalendar ? READ_LIMITS.sessionsOfCalendar : READ_LIMITS.sessionsOfTab;
}

/** Where the rows of a tab are found, and in which order. */
function tabRead(query: SessionQuery, now: string) {
  const { tab, cursor } = query;
  const isAscending = tab === 'upcoming';
  const due = afterKeysOf(overdueBefore(now));
  const [after, before] = daysOf(query);
  const range = keyRange(
    latest(after, tab === 'upcoming' ? due : null, isAscending ? cursor : null),
    earliest(before, tab === 'unconfirmed' ? due : null, isAscending ? null : cursor),
  );
  const where: Where<'live_sessions'> = { ...ownerOf(query), ...TAB_QUERIES[tab], ...range };
  return { where, orderBy: [['sortKey', isAscending ? 'asc' : 'desc']] as const };
}

/** A page of a tab. Its owner is checked by the caller: ids contain their store. One call. */
export async function sessionsOfTab(
  query: SessionQuery,
  now: string,
): Promise<Page<LiveSessionDoc>> {
  const { where, orderBy } = tabRead(query, now);
  const limit = pageLimitOf(query);
  const sessions = await readList('live_sessions', where, { orderBy, limit });
  return pageOf(sessions, limit, ({ sortKey }) => sortKey);
}

/** A tab of a store without any filter. */
export function wholeTab(shopId: string, tab: LiveSessionTab): Omit<SessionQuery, 'cursor'> {
  return { shopId, tab, hostId: null, accountId: null, from: null, to: null };
}

/** The first sessions of the tabs that ask for something, and of what comes next. */
export interface SessionsToDo {
  readonly onAir: Page<RowOfSession>;
  readonly unconfirmed: Page<RowOfSession>;
  readonly toRecord: Page<RowOfSession>;
  readonly upcoming: Page<RowOfSession>;
}

function todoLists(shopId: string, now: string) {
  const first = (tab: LiveSessionTab) => ({
    from: 'live_sessions' as const,
    ...tabRead({ ...wholeTab(shopId, tab), cursor: null }, now),
    limit: READ_LIMITS.sessionsToDo,
    fields: ROW_FIELDS,
  });
  return {
    onAir: first('on_air'),
    unconfirmed: first('unconfirmed'),
    toRecord: first('to_record'),
    upcoming: first('upcoming'),
  };
}

function pagesToDo(lists: Record<keyof SessionsToDo, RowOfSession[]>): SessionsToDo {
  const page = (name: keyof SessionsToDo) =>
    pageOf(lists[name], READ_LIMITS.sessionsToDo, ({ sortKey }) => sortKey);
  return {
    onAir: page('onAir'),
    unconfirmed: page('unconfirmed'),
    toRecord: page('toRecord'),
    upcoming: page('upcoming'),
  };
}

const NOTHING_TO_DO = { onAir: [], unconfirmed: [], toRecord: [], upcoming: [] };

/** What there is to do. One call. */
export async function sessionsToDo(shopId: string, now: string): Promise<SessionsToDo> {
  const [found] = await readJoined(
    'shops',
    { _id: shopId },
    {},
    { orderBy: [['_id', 'asc']], limit: ONE, lists: todoLists(shopId, now) },
  );
  return pagesToDo(found?.lists ?? NOTHING_TO_DO);
}

/** What there is to do, the sessions of a stretch of days, and whether there are any. One call. */
export async function sessionsOfHome(
  shopId: string,
  now: string,
  days: Pick<SessionQuery, 'from' | 'to'>,
): Promise<{ todo: SessionsToDo; week: RowOfSession[]; hasSessions: boolean }> {
  const whole = { ...wholeTab(shopId, 'all'), cursor: null };
  const sessions = { from: 'live_sessions' as const, fields: ROW_FIELDS };
  const lists = {
    ...todoLists(shopId, now),
    week: {
      ...sessions,
      ...tabRead({ ...whole, ...days }, now),
      limit: READ_LIMITS.sessionsOfWeek,
    },
    latest: { ...sessions, ...tabRead(whole, now), limit: ONE },
  };
  const [found] = await readJoined(
    'shops',
    { _id: shopId },
    {},
    { orderBy: [['_id', 'asc']], limit: ONE, lists },
  );
  return {
    todo: pagesToDo(found?.lists ?? NOTHING_TO_DO),
    week: found?.lists.week ?? [],
    hasSessions: (found?.lists.latest ?? []).length > 0,
  };
}
