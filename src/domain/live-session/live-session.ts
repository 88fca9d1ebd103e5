import { addMinutes } from '../time';

/** The stored states of a session. */
export const LIVE_SESSION_STATES = [
  'scheduled',
  'unconfirmed',
  'live',
  'paused',
  'ended',
  'cancelled',
] as const;
/** What a line of a session's history says: the steps that people take, and what the timer marks. */
export const LIVE_SESSION_EVENTS = [
  'schedule',
  'backfill',
  'reschedule',
  'goLive',
  'pause',
  'resume',
  'end',
  'cancel',
  'unconfirmed',
] as const;

/** One of {@link LIVE_SESSION_STATES}. */
export type LiveSessionState = (typeof LIVE_SESSION_STATES)[number];

/** A step that changes a session. */
export type LiveSessionStep = 'reschedule' | 'goLive' | 'pause' | 'resume' | 'end' | 'cancel';

/** A period off air; `to` is null while it lasts. Instants in UTC. */
export interface Pause {
  from: string;
  to: string | null;
}

/** The fields of a session that its steps change. Instants in UTC. */
export interface LiveSessionRun {
  state: LiveSessionState;
  startAt: string;
  endAt: string;
  startedAt: string | null;
  endedAt: string | null;
  pauses: Pause[];
}

const FROM: Record<LiveSessionStep, readonly LiveSessionState[]> = {
  reschedule: ['scheduled', 'unconfirmed'],
  goLive: ['scheduled', 'unconfirmed'],
  pause: ['live'],
  resume: ['paused'],
  end: ['live', 'paused'],
  cancel: ['scheduled', 'unconfirmed'],
};

/** Whether `step` is possible from `state`. */
export function canTake(step: LiveSessionStep, state: LiveSessionState): boolean {
  return FROM[step].includes(state);
}

/**
 * Whether an amount can be recorded for a session in `state`: only a session that took place has
 * sales.
 */
export function canRecord(state: LiveSessionState): boolean {
  return state !== 'scheduled' && state !== 'cancelled';
}

function closePauses(pauses: Pause[], at: string): Pause[] {
  return pauses.map((pause) => (pause.to === null ? { from: pause.from, to: at } : pause));
}

/** On air from `at`, which is now, or earlier when the tap was forgotten. */
export function goLive<Run extends LiveSessionRun>(run: Run, at: string): Run {
  return {
    ...run,
    state: 'live',
    startedAt: at,
  };
}

/** Off air for a while. */
export function pause<Run extends LiveSessionRun>(run: Run, at: string): Run {
  return {
    ...run,
    state: 'paused',
    pauses: [...run.pauses, { from: at, to: null }],
  };
}

/** Back on air. */
export function resume<Run extends LiveSessionRun>(run: Run, at: string): Run {
  return {
    ...run,
    state: 'live',
    pauses: closePauses(run.pauses, at),
  };
}

/** Over at `at`; an open pause ends with it. */
export function end<Run extends LiveSessionRun>(run: Run, at: string): Run {
  return {
    ...run,
    state: 'ended',
    endedAt: at,
    pauses: closePauses(run.pauses, at),
  };
}

/** Will not take place. */
export function cancel<Run extends LiveSessionRun>(run: Run): Run {
  return {
    ...run,
    state: 'cancelled',
  };
}

/** New times; an unconfirmed session is expected again. */
export function reschedule<Run extends LiveSessionRun>(
  run: Run,
  startAt: string,
  endAt: string,
): Run {
  return { ...run, state: 'scheduled', startAt, endAt };
}

/** Minutes after the planned start at which a session without a start counts as unconfirmed. */
const UNCONFIRMED_AFTER_MINUTES = 30;

/** The longest planned session, in hours. Sessions of 16 hours are real (an export shows one). */
export const MAX_PLAN_HOURS = 48;

/** Hours before its plan at which a session may have started. */
export const EARLY_HOURS = 12;

/** Largest number of goods teasers of one session. */
export const MAX_TEASERS = 10;

/** Changes that are kept of one session: more than any real session has. */
export const MAX_HISTORY = 400;

/** Hours after the planned end until which viewers see a session as on air. */
const FORGOTTEN_AFTER_HOURS = 12;

const MINUTE = 60_000;
const ms = (instant: string): number => Date.parse(instant);

/** The instant before which a planned start is overdue at `now`. */
export const overdueBefore = (now: string): string => addMinutes(now, -UNCONFIRMED_AFTER_MINUTES);

/** The state for the merchant at `now`: a plan that is overdue by the grace is unconfirmed. */
export function stateAt(
  run: Pick<LiveSessionRun, 'state' | 'startAt'>,
  now: string,
): LiveSessionState {
  return run.state === 'scheduled' && run.startAt <= overdueBefore(now) ? 'unconfirmed' : run.state;
}

/** The phases of a session for viewers, by time and not by taps. */
export type PublicPhase = 'upcoming' | 'should_be_on_air' | 'on_air' | 'over' | 'cancelled';

/** Whether viewers find a session among those on air: it is, or by its plan it should be. */
export function isListedOnAir(phase: PublicPhase): boolean {
  return phase === 'on_air' || phase === 'should_be_on_air';
}

/**
 * The phase of a session for viewers at `now`. Without a tap a plan becomes "should be on air" at
 * its start and "over" at its end. A tap makes it certain, but a session without an end does not
 * stay on air for days. Only the merchant sees "unconfirmed".
 */
export function publicPhaseAt(
  run: Pick<LiveSessionRun, 'state' | 'startAt' | 'endAt'>,
  now: string,
): PublicPhase {
  if (run.state === 'cancelled') return 'cancelled';
  if (run.state === 'ended') return 'over';
  if (run.state === 'live' || run.state === 'paused') {
    return ms(now) - ms(run.endAt) > FORGOTTEN_AFTER_HOURS * 60 * MINUTE ? 'over' : 'on_air';
  }
  if (now < run.startAt) return 'upcoming';
  return now < run.endAt ? 'should_be_on_air' : 'over';
}

/** Seconds on air between start and end (or `now`), without pauses; null if it never started. */
export function onAirSeconds(run: LiveSessionRun, now: string): number | null {
  if (run.startedAt === null) return null;
  const until = ms(run.endedAt ?? now);
  const paused = run.pauses.reduce(
    (sum, stretch) => sum + ms(stretch.to ?? run.endedAt ?? now) - ms(stretch.from),
    0,
  );
  return Math.max(0, Math.floor((until - ms(run.startedAt) - paused) / 1000));
}

/** Whether two periods share more than an edge. */
export function overlaps(
  a: { startAt: string; endAt: string },
  b: { startAt: string; endAt: string },
): boolean {
  return a.startAt < b.endAt && b.startAt < a.endAt;
}
