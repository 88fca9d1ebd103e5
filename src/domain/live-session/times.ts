import { addDays, type ChinaDay, chinaDayOf, type Instant, startOfChinaDay } from '../time';
import type { SessionHost } from './hosts';
import { type LiveSessionRun, overlaps } from './live-session';

/** When a past session took place: on a China day, or between two instants. */
export type PastTime =
  | { precision: 'day'; day: ChinaDay }
  | { precision: 'instant'; startedAt: Instant; endedAt: Instant };

/** The times of a past session. One known to the day stands at the day's start and claims no times. */
export function pastTimes(
  when: PastTime,
): Pick<LiveSessionRun, 'startAt' | 'endAt' | 'startedAt' | 'endedAt'> & { bookedOn: ChinaDay } {
  if (when.precision === 'day') {
    return {
      startAt: startOfChinaDay(when.day),
      endAt: startOfChinaDay(addDays(when.day, 1)),
      startedAt: null,
      endedAt: null,
      bookedOn: when.day,
    };
  }
  return {
    startAt: when.startedAt,
    endAt: when.endedAt,
    startedAt: when.startedAt,
    endedAt: when.endedAt,
    bookedOn: chinaDayOf(when.startedAt),
  };
}

/** The instant at which a session stands in a list: its real start, until then the planned one. */
export function startOf(run: Pick<LiveSessionRun, 'startAt' | 'startedAt'>): Instant {
  return run.startedAt ?? run.startAt;
}

/**
 * The session after its start moved to `at`. Sales are booked on the China day on which it started.
 * Once something is recorded the day stays, because the entries carry it: replaced and undone ones
 * too, for they may count again.
 */
export function startingAt<Session extends { isBooked: boolean; bookedOn: ChinaDay }>(
  session: Session,
  at: Instant,
): Session {
  return session.isBooked ? session : { ...session, bookedOn: chinaDayOf(at) };
}

/** A session as it is compared with another at the same time. */
export interface ComparedSession extends LiveSessionRun {
  precision: 'instant' | 'day';
  hosts: readonly SessionHost[];
  accountId: string | null;
}

function haveHostInCommon(a: readonly SessionHost[], b: readonly SessionHost[]): boolean {
  return a.some(({ id }) => b.some((other) => other.id === id));
}

/** Whether another session has one of the hosts or the account at the time planned for this one. */
export function collides(
  session: Pick<ComparedSession, 'hosts' | 'accountId' | 'startAt' | 'endAt'>,
  other: ComparedSession,
): boolean {
  return (
    other.state !== 'cancelled' &&
    other.precision === 'instant' &&
    overlaps(session, { startAt: startOf(other), endAt: other.endedAt ?? other.endAt }) &&
    (haveHostInCommon(session.hosts, other.hosts) ||
      (session.accountId !== null && session.accountId === other.accountId))
  );
}
