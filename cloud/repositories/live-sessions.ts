import { evenKey, eveningHosts, stageIn } from '../../src/domain/live-session/evening';
import { keysOf } from '../../src/domain/live-session/find-keys';
import { momentOf, withLine } from '../../src/domain/live-session/history';
import type { LiveSessionStage } from '../../src/domain/live-session/stage';
import { startOf } from '../../src/domain/live-session/times';
import { totalsOf } from '../../src/domain/sales/host-scopes';
import type { KeptSession } from '../../src/domain/sales/oddities';
import { addDays, addMinutes, type ChinaDay, startOfChinaDay } from '../../src/domain/time';
import { asTyped } from '../../src/domain/words/waiting';
import {
  command,
  readById,
  readFields,
  readList,
  type Transaction,
  type Where,
} from '../database/database';
import type {
  LiveSessionDoc,
  SessionHistoryDoc,
  SessionLine,
  SessionPlan,
} from '../database/documents';
import type { ReadLimit } from '../database/read-limit';
import { findableTitle } from '../text/findable';
import { liveSessionSortKey, sessionHistoryId } from './ids';
import { allPages, type Page, pageOf } from './page';
import { READ_LIMITS } from './read-limits';

/** Hours before now from which a session that started may still be on air: see `overAt`. */
export const MAX_ON_AIR_HOURS = 60;

/** One session. */
export function liveSessionById(id: string): Promise<LiveSessionDoc | null> {
  return readById('live_sessions', id);
}

/** A page of the older lines of a session's history; null where there is none. One call. */
export function historyPage(sessionId: string, page: number): Promise<SessionHistoryDoc | null> {
  return readById('session_history', sessionHistoryId(sessionId, page));
}

/** Sort keys after one and before another; null for no limit. */
export function keyRange(from: string | null, to: string | null): Where<'live_sessions'> {
  if (from !== null && to !== null) return { sortKey: command.gt(from).and(command.lt(to)) };
  if (from !== null) return { sortKey: command.gt(from) };
  return to === null ? {} : { sortKey: command.lt(to) };
}

/** One of some stages. */
export function stageIs(
  stage: LiveSessionStage,
  ...others: readonly LiveSessionStage[]
): Where<'live_sessions'> {
  return { stage: others.length === 0 ? stage : command.in([stage, ...others]) };
}

/** Sessions with a host that are on air or to come, the earliest ones. One call. */
export function sessionsAheadOfHost(
  hostId: string,
  now: string,
): Promise<Pick<LiveSessionDoc, '_id' | 'title' | 'startAt' | 'startedAt'>[]> {
  return readFields(
    'live_sessions',
    {
      keys: command.in([hostId]),
      ...stageIs('scheduled', 'on_air'),
      ...keyRange(addMinutes(now, -MAX_ON_AIR_HOURS * 60), null),
    },
    {
      orderBy: [['sortKey', 'asc']],
      limit: READ_LIMITS.plansOfHost,
      fields: ['_id', 'title', 'startAt', 'startedAt'],
    },
  );
}

/**
 * Sessions of the same account, or main host, that took place within a day of one, latest first. One
 * call, unless there are more than a hundred.
 */
export async function neighboursOf(
  session: Pick<LiveSessionDoc, 'accountId' | 'hosts' | 'startedAt' | 'endedAt'>,
): Promise<LiveSessionDoc[]> {
  const key = evenKey(session);
  const { startedAt, endedAt } = session;
  if (key === null || startedAt === null || endedAt === null) return [];
  const limit = READ_LIMITS.neighbours;
  const end = addMinutes(endedAt, 24 * 60);
  return allPages(
    limit,
    (cursor) =>
      readList(
        'live_sessions',
        {
          keys: command.in([key]),
          ...stageIs('to_record', 'recorded'),
          ...keyRange(addMinutes(startedAt, -24 * 60), cursor ?? end),
        },
        { orderBy: [['sortKey', 'desc']], limit },
      ),
    ({ sortKey }) => sortKey,
  );
}

/**
 * Sessions of a store that were to start on a China day, latest first. One call, unless there are more
 * than two hundred.
 */
export async function sessionsOfDay(
  shopId: string,
  day: ChinaDay,
): Promise<(KeptSession & { _id: string })[]> {
  const limit = READ_LIMITS.sessionsOfDay;
  const end = startOfChinaDay(addDays(day, 1));
  const fields = [
    '_id',
    'title',
    'bookedOn',
    'accountId',
    'hosts',
    'state',
    'scopes',
    'sortKey',
  ] as const;
  const sessions = await allPages(
    limit,
    (cursor) =>
      readFields(
        'live_sessions',
        {
          shopId,
          isPiece: command.in([false, true]),
          sortKey: command.gte(startOfChinaDay(day)).and(command.lt(cursor ?? end)),
        },
        { orderBy: [['sortKey', 'desc']], limit, fields },
      ),
    ({ sortKey }) => sortKey,
  );
  return sessions.map(({ hosts, scopes, sortKey: _sortKey, ...session }) => {
    const hostIds = hosts.map(({ id }) => id);
    return { ...session, hostIds, scopes: totalsOf(scopes) };
  });
}

/** A page of a published store's sessions; `cursor` is the sort key of the last one seen. */
export async function publicSessions(
  shopId: string,
  which: 'ahead' | 'past',
  { cursor, now, limit }: { cursor: string | null; now: string; limit: ReadLimit },
): Promise<Page<LiveSessionDoc>> {
  const isAhead = which === 'ahead';
  const from = isAhead ? (cursor ?? addMinutes(now, -MAX_ON_AIR_HOURS * 60)) : null;
  const sessions = await readList(
    'live_sessions',
    {
      shopId,
      ...(isAhead ? stageIs('scheduled', 'on_air') : stageIs('to_record', 'recorded')),
      ...keyRange(from, isAhead ? null : cursor),
    },
    { orderBy: [['sortKey', isAhead ? 'asc' : 'desc']], limit },
  );
  return pageOf(sessions, limit, ({ sortKey }) => sortKey);
}

/** Fields of a session that follow from its others. */
type Derived = 'isPiece' | 'stage' | 'sortKey' | 'keys';

/** The keys of a session, and of the evening that it is the first piece of. */
export function keysInEvening(
  session: Pick<LiveSessionDoc, 'hosts' | 'pieces' | 'accountId'>,
): string[] {
  return keysOf({ hosts: eveningHosts(session), accountId: session.accountId });
}

/** A session with everything that follows from its other fields. */
export function derived(session: Omit<LiveSessionDoc, Derived>): LiveSessionDoc {
  return {
    ...session,
    isPiece: session.parentId !== null,
    stage: stageIn(session),
    sortKey: liveSessionSortKey(startOf(session), session._id),
    keys: keysInEvening(session),
  };
}

const RESTORED: readonly (keyof SessionPlan)[] = [
  'title',
  'hosts',
  'accountId',
  'platform',
  'accountName',
  'goalFen',
  'teasers',
  'isAiPresenter',
  'precision',
  'bookedOn',
  'seriesClock',
  'waiting',
  'state',
  'startAt',
  'endAt',
  'startedAt',
  'endedAt',
  'pauses',
];

/** The fields of `before` that `after` changes. */
function changedFields(before: SessionPlan, after: SessionPlan): Partial<SessionPlan> {
  const changed = RESTORED.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  return Object.fromEntries(changed.map((field) => [field, before[field]]));
}

/** What a line of history says, beside what the step changed. */
export type LineWords = Pick<SessionLine, 'step' | 'at' | 'by'> &
  Partial<Pick<SessionLine, 'of' | 'reason'>>;

/** The first line of a session's history. */
export function firstLine(words: LineWords): SessionLine {
  return { of: null, reason: null, ...words, before: null };
}

/**
 * Writes a session after a step: with what follows from it, the next version and one more line of
 * history, which holds what the step changed. Lines that are too many move to a page of their own.
 * One call, two when lines move.
 */
export async function keepSession(
  t: Transaction,
  before: LiveSessionDoc,
  after: LiveSessionDoc,
  words: LineWords,
): Promise<LiveSessionDoc> {
  const typed = { before: asTyped(before), after: asTyped(after) };
  const changed = words.step === 'undo' ? null : changedFields(typed.before, typed.after);
  const at = momentOf(before, words.at);
  const line: SessionLine = { ...firstLine({ ...words, at }), before: changed };
  const { kept, moved } = withLine(before.history, line);
  const hasMoved = moved.length > 0;
  const historyPages = before.historyPages + (hasMoved ? 1 : 0);
  const { _id, shopId } = before;
  if (hasMoved) {
    const page = { shopId, sessionId: _id, page: historyPages, lines: moved };
    await t.add('session_history', { _id: sessionHistoryId(_id, historyPages), ...page });
  }
  const version = before.version + 1;
  const { title } = typed.after;
  const found = typed.before.title === title ? {} : await findableTitle(title);
  const { _id: id, ...fields } = derived({
    ...after,
    ...found,
    history: kept,
    historyPages,
    version,
  });
  await t.set('live_sessions', id, fields);
  return { _id: id, ...fields };
}
