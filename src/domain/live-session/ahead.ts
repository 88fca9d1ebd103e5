import { type Instant } from '../time';
import type { LiveSessionRun, LiveSessionState } from './live-session';
import { overAt, pausedSince, publicPhaseAt } from './public-phase';

/** A session that is on air or to come, as much of it as viewers may see. Instants in UTC. */
export interface AheadSession {
  readonly id: string;
  readonly title: string;
  readonly hostIds: readonly string[];
  readonly accountId: string | null;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly state: LiveSessionState;
  readonly startedAt: Instant | null;
  readonly pausedAt: Instant | null;
  readonly isAiPresenter: boolean;
  /** Its place among the sessions of its store. */
  readonly sortKey: string;
}

/** The sessions ahead of a store, earliest first, as far as they are kept. */
export interface Ahead {
  readonly sessions: readonly AheadSession[];
  /** The sort key up to which all are kept; null when there are no more. */
  readonly completeUntil: string | null;
}

/** Sessions ahead that are kept of one store. */
const MAX_AHEAD = 24;

/** With fewer sessions left the list is filled again, if there are more. */
const LOW_AHEAD = 6;

/** No session is kept. */
export const NOTHING_AHEAD: Ahead = { sessions: [], completeUntil: null };

/** A time after every other one: nothing is due. */
export const NEVER_DUE = '9999-12-31T00:00:00.000Z';

/** A session as the list of those ahead keeps it. */
export function aheadOf(
  session: Omit<AheadSession, 'id' | 'hostIds' | 'pausedAt'> & {
    readonly _id: string;
    readonly hosts: readonly { readonly id: string }[];
    readonly pauses: LiveSessionRun['pauses'];
  },
): AheadSession {
  const { _id: id, title, accountId, startAt, endAt, state, startedAt, isAiPresenter } = session;
  const { sortKey } = session;
  const hostIds = session.hosts.map((host) => host.id);
  const pausedAt = pausedSince(session);
  const times = { startAt, endAt, startedAt, pausedAt };
  return { id, title, hostIds, accountId, ...times, state, isAiPresenter, sortKey };
}

function isAhead(session: AheadSession, now: Instant): boolean {
  const phase = publicPhaseAt(session, now);
  return phase !== 'over' && phase !== 'cancelled';
}

const inOrder = (a: AheadSession, b: AheadSession): number => (a.sortKey < b.sortKey ? -1 : 1);

/** The earliest of sessions that were read in order. */
function bounded(sessions: readonly AheadSession[], completeUntil: string | null): Ahead {
  const [next] = sessions.slice(MAX_AHEAD);
  if (next === undefined) return { sessions, completeUntil };
  return { sessions: sessions.slice(0, MAX_AHEAD), completeUntil: next.sortKey };
}

/** The list of those ahead from sessions that were read; `completeUntil` null when all were read. */
export function aheadFrom(
  sessions: readonly AheadSession[],
  completeUntil: string | null,
  now: Instant,
): Ahead {
  const kept = sessions.filter((session) => isAhead(session, now)).sort(inOrder);
  return bounded(kept, completeUntil);
}

/** The list without what is over at `now`. */
export function aheadAt({ sessions, completeUntil }: Ahead, now: Instant): Ahead {
  return { sessions: sessions.filter((session) => isAhead(session, now)), completeUntil };
}

/** The list after a session was planned, changed or removed (`after` null). */
export function withChanged(
  before: Ahead,
  id: string,
  after: AheadSession | null,
  now: Instant,
): Ahead {
  const { sessions, completeUntil } = aheadAt(before, now);
  const others = sessions.filter((session) => session.id !== id);
  const isKept =
    after !== null &&
    isAhead(after, now) &&
    (completeUntil === null || after.sortKey < completeUntil);
  return bounded(isKept ? [...others, after].sort(inOrder) : others, completeUntil);
}

/** The planned end of the session that ends first; null without any. Discovery is in this order. */
export function firstEnd({ sessions }: Ahead): Instant | null {
  return sessions.reduce<Instant | null>(
    (first, { endAt }) => (first === null || endAt < first ? endAt : first),
    null,
  );
}

/** When the list has to be looked at again: a session is over, or the list is low and there are more. */
export function dueAt({ sessions, completeUntil }: Ahead, now: Instant): Instant {
  if (completeUntil !== null && sessions.length < LOW_AHEAD) return now;
  return sessions.reduce((first, session) => {
    const end = overAt(session) ?? NEVER_DUE;
    return end < first ? end : first;
  }, NEVER_DUE);
}
