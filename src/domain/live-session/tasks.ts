import { minutesBetween } from '../time';
import type { stateAt } from './live-session';

/**
 * What a session asks for now: its end was forgotten, it runs, its start was not tapped, it starts
 * soon, it has no amount, or it is the next one.
 */
export type TaskKind = 'left_running' | 'on_air' | 'unconfirmed' | 'soon' | 'to_record' | 'next';

/** A session with what it asks for. */
export interface Task<Session> {
  readonly kind: TaskKind;
  readonly session: Session;
}

interface SessionOfTask {
  readonly id: string;
  readonly state: Parameters<typeof stateAt>[0]['state'];
  readonly startAt: string;
  readonly endAt: string;
}

/** Sessions by what they wait for, each list with the first one to answer for first. */
interface Waiting<Session> {
  readonly onAir: readonly Session[];
  readonly unconfirmed: readonly Session[];
  readonly toRecord: readonly Session[];
  readonly next: Session | null;
}

/** Sessions of a kind that are among what there is to do; further ones stand in their list. */
export const MAX_OF_A_KIND = 2;

/** Minutes before its start from which a plan is to be started. */
const SOON_MINUTES = 60;

/** Who looks: what they do not do is not asked of them. */
interface Asked {
  readonly now: string;
  readonly isRecorder: boolean;
  /** Whether the person answered a moment ago that an overdue plan has not begun yet. */
  readonly isPutOff: (sessionId: string) => boolean;
}

/** Whether a session that is on air is past its planned end. */
function isLeftRunning({ endAt }: Pick<SessionOfTask, 'endAt'>, now: string): boolean {
  return endAt < now;
}

/** The next session once it is time to start it; null before. */
export function soonOf<Session extends SessionOfTask>(
  { next }: Pick<Waiting<Session>, 'next'>,
  now: string,
): Session | null {
  return next !== null && minutesBetween(now, next.startAt) < SOON_MINUTES ? next : null;
}

/** What there is to do, the most urgent first; at its end the next session. */
export function tasksOf<Session extends SessionOfTask>(
  waiting: Waiting<Session>,
  { now, isRecorder, isPutOff }: Asked,
): Task<Session>[] {
  const { onAir, unconfirmed, toRecord, next } = waiting;
  const soon = soonOf(waiting, now);
  const asKind = (kind: TaskKind, sessions: readonly Session[]): Task<Session>[] =>
    sessions.map((session) => ({ kind, session }));
  const isLate = (session: Session): boolean => isLeftRunning(session, now);
  const overdue = unconfirmed.slice(0, MAX_OF_A_KIND);
  const putOff = overdue.filter(({ id }) => isPutOff(id));
  return [
    ...asKind('left_running', onAir.filter(isLate)),
    ...asKind(
      'on_air',
      onAir.filter((session) => !isLate(session)),
    ),
    ...asKind(
      'unconfirmed',
      overdue.filter(({ id }) => !isPutOff(id)),
    ),
    ...asKind('soon', [...putOff, ...(soon ? [soon] : [])]),
    ...asKind('to_record', isRecorder ? toRecord.slice(0, MAX_OF_A_KIND) : []),
    ...asKind('next', next !== null && soon === null ? [next] : []),
  ];
}
