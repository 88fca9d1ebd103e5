import { addDays, type ChinaDay, chinaDayOf, type Instant, startOfChinaDay } from '../time';
import { hasSales, type HostScope } from '../sales/host-scopes';
import type { LiveSessionRun } from './live-session';

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
 * The start and end to show of a session: real ones as soon as there are any. One that runs beyond
 * its planned end shows the planned one until it ends.
 */
export function shownTimes(
  run: Pick<LiveSessionRun, 'startAt' | 'endAt' | 'startedAt' | 'endedAt'>,
): { startAt: Instant; endAt: Instant } {
  return { startAt: startOf(run), endAt: endOf(run) };
}

/** The instant at which a session stops to take its hosts' time: its real end, until then the planned one. */
export function endOf(run: Pick<LiveSessionRun, 'endAt' | 'endedAt'>): Instant {
  return run.endedAt ?? run.endAt;
}

/** Whether a session takes some of a stretch of time; a shared edge does not count. */
export function overlaps(
  stretch: { startAt: Instant; endAt: Instant },
  run: Pick<LiveSessionRun, 'startAt' | 'endAt' | 'startedAt' | 'endedAt'>,
): boolean {
  return stretch.startAt < endOf(run) && startOf(run) < stretch.endAt;
}

/** The day on which a session's sales are booked, with what is recorded. */
interface Booked {
  readonly bookedOn: ChinaDay;
  readonly scopes: readonly HostScope[];
}

/**
 * The session after its start moved to `at`. Sales are booked on the China day on which it started.
 * While something is recorded that counts, the day stays, so that what is recorded later joins it on
 * one day; the sales are moved on their own. An entry that was undone never counts again.
 */
export function startingAt<Session extends Booked>(session: Session, at: Instant): Session {
  return hasSales(session.scopes) ? session : { ...session, bookedOn: chinaDayOf(at) };
}
