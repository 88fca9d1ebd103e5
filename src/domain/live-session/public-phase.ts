import { addMinutes, type Instant, minutesBetween } from '../time';
import type { LiveSessionRun } from './live-session';

/** The phases of a session for viewers, by what happened and by time. */
export const PUBLIC_PHASES = [
  'upcoming',
  'should_be_on_air',
  'on_air',
  'paused',
  'over',
  'cancelled',
] as const;

/** One of {@link PUBLIC_PHASES}. */
export type PublicPhase = (typeof PUBLIC_PHASES)[number];

/** Hours after its expected end at which a session that started, but was not ended, is over. */
export const FORGOTTEN_AFTER_HOURS = 12;

/** Minutes of a pause after which a session no longer counts as on air. */
const MAX_PAUSE_ON_AIR_MINUTES = 120;

type Run = Pick<LiveSessionRun, 'state' | 'startAt' | 'endAt' | 'startedAt'>;

/** Whether a session was started and has not ended, paused or not. */
export function isRunning({ state }: Pick<Run, 'state'>): boolean {
  return state === 'live' || state === 'paused';
}

/** When a session that is not over is expected to end: the later of real start and planned end. */
export function expectedEndOf(run: Omit<Run, 'state'>): Instant {
  const start = run.startedAt ?? run.startAt;
  return start > run.endAt ? start : run.endAt;
}

/**
 * The instant from which a session is over for viewers unless something happens before: a plan
 * without a tap at its planned end; one that started, but was not ended, twelve hours after the later
 * of real start and planned end. Null when it is over or cancelled already.
 */
export function overAt(run: Run): Instant | null {
  if (run.state === 'ended' || run.state === 'cancelled') return null;
  return isRunning(run) ? addMinutes(expectedEndOf(run), FORGOTTEN_AFTER_HOURS * 60) : run.endAt;
}

/**
 * The phase of a session for viewers at `now`. Without a tap a plan becomes "should be on air" at
 * its start and "over" at its end. A tap makes it certain, but a session without an end does not
 * stay on air for days. Only the merchant sees "unconfirmed".
 */
export function publicPhaseAt(run: Run, now: Instant): PublicPhase {
  const { state } = run;
  if (state === 'cancelled') return 'cancelled';
  const until = overAt(run);
  if (until === null || now >= until) return 'over';
  if (state === 'live') return 'on_air';
  if (state === 'paused') return 'paused';
  return now < run.startAt ? 'upcoming' : 'should_be_on_air';
}

/** Since when a session is paused; null when it is not. */
export function pausedSince({ state, pauses }: Pick<LiveSessionRun, 'state' | 'pauses'>) {
  if (state !== 'paused') return null;
  return pauses[pauses.length - 1]?.from ?? null;
}

/** A session as it was read a while ago. Instants in UTC. */
export interface ReadPhase {
  readonly phase: PublicPhase;
  readonly startAt: Instant;
  /** See {@link overAt}. */
  readonly overAt: Instant | null;
  /** Since when it is paused; null when it is not. */
  readonly pausedAt: Instant | null;
}

/** The phase at `now` of a session that was read a while ago. A state set by a tap stays until it is over. */
export function phaseMovedOn(session: ReadPhase, now: Instant): PublicPhase {
  const { phase } = session;
  if (phase === 'over' || phase === 'cancelled') return phase;
  if (session.overAt !== null && now >= session.overAt) return 'over';
  return phase === 'upcoming' && now >= session.startAt ? 'should_be_on_air' : phase;
}

/**
 * Whether a session counts as on air at `now`: it was started, and a pause has not lasted two hours.
 * A plan that should be on air is not known to be: it is listed apart.
 */
export function countsAsOnAir(session: ReadPhase, now: Instant): boolean {
  const phase = phaseMovedOn(session, now);
  if (phase === 'on_air') return true;
  const { pausedAt } = session;
  return (
    phase === 'paused' &&
    pausedAt !== null &&
    minutesBetween(pausedAt, now) <= MAX_PAUSE_ON_AIR_MINUTES
  );
}
