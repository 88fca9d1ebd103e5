import { type Instant } from '../time';
import type { LiveSessionRun, LiveSessionState } from './live-session';
import {
  countsAsOnAir,
  expectedEndOf,
  isRunning,
  overAt,
  pausedSince,
  publicPhaseAt,
  type ReadPhase,
} from './public-phase';

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
  /** Its place among the sessions of its store by time. */
  readonly sortKey: string;
}

/**
 * The sessions ahead of a store as far as they are kept: those that run first, so that no number of
 * plans hides what is on air, then plans, each by time.
 */
export interface Ahead {
  readonly sessions: readonly AheadSession[];
  /** The place before which all are kept, see {@link placeOf}; null when there are no more. */
  readonly completeUntil: string | null;
}

/** Sessions ahead that are kept of one store. */
const MAX_AHEAD = 24;

/** With fewer sessions left the list is filled again, if there are more. */
export const LOW_AHEAD = 6;

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

/** What begins the places of sessions that run, and those of plans. */
const RUNS = '0#';
const PLANNED = '1#';

/** The place of a session in the list: what runs comes before every plan. */
export function placeOf(session: Pick<AheadSession, 'state' | 'sortKey'>): string {
  return (isRunning(session) ? RUNS : PLANNED) + session.sortKey;
}

/** The sort key from which plans are missing in the list; null when all are kept. */
export function plansMissingFrom({ completeUntil }: Ahead): string | null {
  if (completeUntil === null) return null;
  return completeUntil.startsWith(PLANNED) ? completeUntil.slice(PLANNED.length) : '';
}

function isAhead(session: AheadSession, now: Instant): boolean {
  const phase = publicPhaseAt(session, now);
  return phase !== 'over' && phase !== 'cancelled';
}

const inOrder = (a: AheadSession, b: AheadSession): number => (placeOf(a) < placeOf(b) ? -1 : 1);

/** The first of sessions that are in order. */
function bounded(sessions: readonly AheadSession[], completeUntil: string | null): Ahead {
  const [next] = sessions.slice(MAX_AHEAD);
  if (next === undefined) return { sessions, completeUntil };
  return { sessions: sessions.slice(0, MAX_AHEAD), completeUntil: placeOf(next) };
}

/**
 * The list of those ahead from sessions that were read in full before `completeUntil`, which is null
 * when all were read. Further ones may be among them.
 */
export function aheadFrom(
  sessions: readonly AheadSession[],
  completeUntil: string | null,
  now: Instant,
): Ahead {
  const isKept = (session: AheadSession): boolean =>
    isAhead(session, now) && (completeUntil === null || placeOf(session) < completeUntil);
  return bounded(sessions.filter(isKept).sort(inOrder), completeUntil);
}

/** The list without what is over at `now`. */
export function aheadAt({ sessions, completeUntil }: Ahead, now: Instant): Ahead {
  return { sessions: sessions.filter((session) => isAhead(session, now)), completeUntil };
}

/** Whether everything that is kept of a store is over while more is ahead. */
export function hasRunOut({ sessions, completeUntil }: Ahead, now: Instant): boolean {
  return completeUntil !== null && aheadAt({ sessions, completeUntil }, now).sessions.length === 0;
}

/** The list after a session was planned, changed or removed (`after` null). */
export function withChanged(
  { sessions, completeUntil }: Ahead,
  id: string,
  after: AheadSession | null,
  now: Instant,
): Ahead {
  const others = sessions.filter((session) => session.id !== id);
  return aheadFrom(after === null ? others : [...others, after], completeUntil, now);
}

/** As viewers see the list: on air first, then by time. A long pause does not count as on air. */
export function shownAhead<Session extends ReadPhase>(
  sessions: readonly Session[],
  now: Instant,
): Session[] {
  const isOnAir = (session: Session): boolean => countsAsOnAir(session, now);
  const others = sessions.filter((session) => !isOnAir(session));
  const byStart = others.sort((a, b) => (a.startAt < b.startAt ? -1 : 1));
  return [...sessions.filter(isOnAir), ...byStart];
}

/**
 * The end by which discovery sorts stores: that of what runs and is expected to end first, or else
 * that of the plan that ends first; null without any. Of a list whose sessions are all over it is when
 * the next one starts.
 */
export function leadingEnd({ sessions, completeUntil }: Ahead): Instant | null {
  const running = sessions.filter(isRunning);
  const ends = (running.length > 0 ? running : sessions).map(expectedEndOf);
  const [first] = ends.sort();
  return first ?? completeUntil?.split('#')[1] ?? null;
}

/** When the list has to be looked at again: a session is over, or the list is low and there are more. */
export function dueAt({ sessions, completeUntil }: Ahead, now: Instant): Instant {
  if (completeUntil !== null && sessions.length < LOW_AHEAD) return now;
  return sessions.reduce((first, session) => {
    const end = overAt(session) ?? NEVER_DUE;
    return end < first ? end : first;
  }, NEVER_DUE);
}
