import { Failure } from '../../src/contract/failure';
import { type Checklist, firstList, STARTING_LISTS } from '../../src/domain/duty/checklist';
import { stateAt } from '../../src/domain/live-session/live-session';
import { shopIdOf } from '../../src/domain/shop/ids';
import { startOfChinaDay } from '../../src/domain/time';
import { command, readById, readFields, readList, type Transaction } from '../database/database';
import type { ChecklistsDoc, DutyRecordDoc, LiveSessionDoc } from '../database/documents';
import { type Joined, readJoined } from '../database/joined';
import { ONE, oneForEach } from '../database/read-limit';
import { bytesOf, fittingPage, type Page, pageOf } from './page';
import { READ_LIMITS } from './read-limits';

/** A session and what is on record of it. */
export interface SessionDuty {
  session: LiveSessionDoc;
  record: DutyRecordDoc;
}

/** The lists of a store, or those to start from. */
export function listsOf(kept: Pick<ChecklistsDoc, 'lists'> | null): readonly Checklist[] {
  return kept?.lists ?? STARTING_LISTS;
}

/** The lists of a store; null while it has not changed those to start from. One call. */
export function checklistsOf(shopId: string): Promise<ChecklistsDoc | null> {
  return readById('checklists', shopId);
}

/**
 * The record that a session begins with: nothing is checked, the list is the store's first one. A
 * session that is over has no list to prepare it by.
 */
function blankRecord(
  session: LiveSessionDoc,
  lists: readonly Checklist[],
  now: string,
): DutyRecordDoc {
  const isOver = ['ended', 'cancelled'].includes(stateAt(session, now));
  const list = isOver ? null : firstList(lists, session);
  return {
    _id: session._id,
    shopId: session.shopId,
    identity: null,
    licence: null,
    seller: null,
    isAiPresenter: session.isAiPresenter,
    confirmed: null,
    confirmedAt: null,
    corrections: [],
    listId: list?.id ?? null,
    listName: list?.name ?? null,
    items: (list?.items ?? []).map((item) => ({ ...item, tick: null })),
    version: 0,
    revision: 0,
  };
}

/** A session with its record, or the one that it would begin with; null without session. One call. */
export async function dutyOf(sessionId: string, now: string): Promise<SessionDuty | null> {
  const [found] = await readJoined(
    'live_sessions',
    { _id: sessionId },
    {
      record: { from: 'duty_records', id: sessionId },
      checklists: { from: 'checklists', id: shopIdOf(sessionId) },
    },
    { orderBy: [['_id', 'asc']], limit: ONE },
  );
  if (found === undefined) return null;
  const { doc: session, joined } = found;
  const { record, checklists } = joined;
  return { session, record: record ?? blankRecord(session, listsOf(checklists), now) };
}

/**
 * As `dutyOf`, inside a transaction that changes the record. Two calls, three for a first change.
 * @throws Failure `not_found`; `illegal_transition` for a session that was cancelled.
 */
export async function dutyInTransaction(
  t: Transaction,
  sessionId: string,
  now: string,
): Promise<SessionDuty> {
  const session = await t.get('live_sessions', sessionId);
  if (session === null) throw new Failure('not_found');
  const state = stateAt(session, now);
  if (state === 'cancelled') throw new Failure('illegal_transition', { info: { state } });
  const kept = await t.get('duty_records', sessionId);
  if (kept !== null) return { session, record: kept };
  const checklists = await t.get('checklists', session.shopId);
  return { session, record: blankRecord(session, listsOf(checklists), now) };
}

/** Keeps a changed record whole. One call. */
export async function keepRecord(t: Transaction, changed: DutyRecordDoc): Promise<DutyRecordDoc> {
  const record = { ...changed, revision: changed.revision + 1 };
  const { _id, ...fields } = record;
  await t.set('duty_records', _id, fields);
  return record;
}

/** The session of a record. */
const LAST_SESSION = { session: { from: 'live_sessions', localField: '_id' } } as const;

/**
 * What was stated last in a store, with its session; null before the first time. The record of a
 * plan that was taken back stays, without a session. One call, unless there are many of these.
 */
export async function lastStatement(shopId: string): Promise<SessionDuty | null> {
  const limit = READ_LIMITS.lastStatements;
  let before: string | null = null;
  do {
    const stated = command.gt('');
    const found: Joined<'duty_records', typeof LAST_SESSION>[] = await readJoined(
      'duty_records',
      { shopId, confirmedAt: before === null ? stated : stated.and(command.lt(before)) },
      LAST_SESSION,
      { orderBy: [['confirmedAt', 'desc']], limit },
    );
    const [last] = found.flatMap(({ doc, joined: { session } }) =>
      session === null ? [] : [{ session, record: doc }],
    );
    if (last !== undefined) return last;
    before = pageOf(found, limit, ({ doc }) => doc.confirmedAt ?? '').cursor;
  } while (before !== null);
  return null;
}

/** The fields of a session that its record shows. */
const SESSION_FIELDS = [
  '_id',
  'title',
  'precision',
  'startAt',
  'endAt',
  'bookedOn',
  'state',
  'startedAt',
  'endedAt',
  'hosts',
  'platform',
  'accountName',
  'sortKey',
] as const;

/** A session of an export. */
export type ExportedSession = Pick<LiveSessionDoc, (typeof SESSION_FIELDS)[number]>;

/** A session of an export, and what is on record of it. */
export interface ExportedDuty {
  session: ExportedSession;
  record: DutyRecordDoc | null;
}

/**
 * A page of the sessions that start in a China year, in that order, with their records; a shorter one
 * where these are large. Two calls.
 */
export async function dutyPage(
  shopId: string,
  year: number,
  cursor: string | null,
): Promise<Page<ExportedDuty>> {
  const from = startOfChinaDay(`${String(year)}-01-01`);
  const to = startOfChinaDay(`${String(year + 1)}-01-01`);
  const sessions = await readFields(
    'live_sessions',
    {
      shopId,
      isPiece: command.in([false, true]),
      sortKey: command.gt(cursor ?? from).and(command.lt(to)),
    },
    { orderBy: [['sortKey', 'asc']], limit: READ_LIMITS.dutyRecords, fields: SESSION_FIELDS },
  );
  const records = await recordsOf(sessions.map(({ _id }) => _id));
  const items = sessions.map((session) => ({
    session,
    record: records.find(({ _id }) => _id === session._id) ?? null,
  }));
  const keyOf = ({ session }: ExportedDuty): string => session.sortKey;
  return fittingPage(pageOf(items, READ_LIMITS.dutyRecords, keyOf), bytesOf, keyOf);
}

/** The records of some sessions. One call, or none without a session. */
async function recordsOf(sessionIds: readonly string[]): Promise<DutyRecordDoc[]> {
  if (sessionIds.length === 0) return [];
  return readList(
    'duty_records',
    { _id: command.in([...sessionIds]) },
    { orderBy: [['_id', 'asc']], limit: oneForEach(sessionIds) },
  );
}
