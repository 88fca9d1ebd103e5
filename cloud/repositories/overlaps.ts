import { keysOf } from '../../src/domain/live-session/find-keys';
import { MAX_PLAN_HOURS } from '../../src/domain/live-session/live-session';
import { overlaps } from '../../src/domain/live-session/times';
import { addMinutes } from '../../src/domain/time';
import { command, readFields } from '../database/database';
import type { LiveSessionDoc } from '../database/documents';
import { keyRange, stageIs } from './live-sessions';
import { pageOf } from './page';
import { READ_LIMITS } from './read-limits';

/** A stretch of time that a session takes of its hosts and its account. */
export interface TakenTime {
  _id: string;
  shopId: string;
  keys: readonly string[];
  startAt: string;
  endAt: string;
}

/** What is read of a session to compare its time with another one's. */
const COMPARED_FIELDS = [
  '_id',
  'title',
  'precision',
  'startAt',
  'endAt',
  'startedAt',
  'endedAt',
  'sortKey',
  'hosts',
  'accountId',
] as const;

type ComparedSession = Pick<LiveSessionDoc, (typeof COMPARED_FIELDS)[number]>;

function isTaken({ _id, keys, startAt, endAt }: TakenTime, other: ComparedSession): boolean {
  return (
    other._id !== _id &&
    other.precision === 'instant' &&
    overlaps({ startAt, endAt }, other) &&
    // An evening is also found by the hosts of its other pieces, which stand for themselves.
    keysOf(other).some((key) => keys.includes(key))
  );
}

/** Whether two stretches of time are of one host or account and share some of it. */
function areAtOnce(a: TakenTime, b: TakenTime): boolean {
  const isSameTime = a.startAt < b.endAt && b.startAt < a.endAt;
  return isSameTime && a.keys.some((key) => b.keys.includes(key));
}

/** The first of several new sessions that takes the time of an earlier one of them; null without one. */
export function overlapAmong<Session extends TakenTime>(
  sessions: readonly Session[],
): Session | null {
  const isLate = (session: Session, index: number): boolean =>
    sessions.slice(0, index).some((earlier) => areAtOnce(earlier, session));
  return sessions.find(isLate) ?? null;
}

/**
 * The latest other session that has one of the hosts or the account of a session at its time, or of
 * one of several; null without one. One call, unless these have more than a hundred sessions in two
 * days, or five hundred in the weeks of a series.
 */
export async function overlapping(
  sessions: readonly [TakenTime, ...TakenTime[]],
): Promise<ComparedSession | null> {
  const keys = [...new Set(sessions.flatMap((session) => session.keys))];
  if (keys.length === 0) return null;
  const { overlapsOfOne, overlapsOfSeries } = READ_LIMITS;
  const limit = sessions.length === 1 ? overlapsOfOne : overlapsOfSeries;
  const { startAt } = sessions.reduce((a, b) => (a.startAt < b.startAt ? a : b));
  let before: string | null = sessions.reduce((a, b) => (a.endAt > b.endAt ? a : b)).endAt;
  while (before !== null) {
    const others: ComparedSession[] = await readFields(
      'live_sessions',
      {
        keys: command.in(keys),
        ...stageIs('scheduled', 'on_air', 'to_record', 'recorded', 'piece'),
        ...keyRange(addMinutes(startAt, -MAX_PLAN_HOURS * 60), before),
      },
      { orderBy: [['sortKey', 'desc']], limit, fields: COMPARED_FIELDS },
    );
    const found = others.find((other) => sessions.some((session) => isTaken(session, other)));
    if (found !== undefined) return found;
    before = pageOf(others, limit, ({ sortKey }) => sortKey).cursor;
  }
  return null;
}
