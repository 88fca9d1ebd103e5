import { addMinutes } from '../time';

/** The states of a session; `unconfirmed` follows from the time alone and is not stored. */
export const LIVE_SESSION_STATES = [
  'scheduled',
  'unconfirmed',
  'live',
  'paused',
  'ended',
  'cancelled',
] as const;

/** One of {@link LIVE_SESSION_STATES}. */
export type LiveSessionState = (typeof LIVE_SESSION_STATES)[number];

/** A step that changes the run of a session. */
export type LiveSessionStep = 'edit' | 'goLive' | 'pause' | 'resume' | 'end' | 'cancel';

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
  edit: ['scheduled', 'unconfirmed', 'live', 'paused'],
  goLive: ['scheduled', 'unconfirmed'],
  pause: ['live'],
  resume: ['paused'],
  end: ['live', 'paused'],
  cancel: ['scheduled', 'unconfirmed'],
};

/** Whether a session is over or will not take place: nothing of it changes with time any more. */
export function isOver(state: LiveSessionState): boolean {
  return state === 'ended' || state === 'cancelled';
}

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

/** The pauses as far as they lie before `at`: one that is open or goes on is cut there. */
function pausesUntil(pauses: readonly Pause[], at: string): Pause[] {
  return pauses
    .filter(({ from }) => from < at)
    .map(({ from, to }) => ({ from, to: to === null || to > at ? at : to }));
}

/** Over at `at`; a pause that is open or reaches beyond ends with it. */
export function end<Run extends LiveSessionRun>(run: Run, at: string): Run {
  return {
    ...run,
    state: 'ended',
    endedAt: at,
    pauses: pausesUntil(run.pauses, at),
  };
}

/** The real times of a session as they are corrected afterwards; every pause has an end. */
export interface CorrectedTimes {
  startedAt: string;
  endedAt: string;
  pauses: readonly (Pause & { to: string })[];
}

/**
 * An ended session with its real times. One that was entered afterwards has no plan: the times that
 * stand in for it follow.
 */
export function correct<Run extends LiveSessionRun>(
  run: Run,
  { startedAt, endedAt, pauses }: CorrectedTimes,
): Run {
  const hasPlan = run.startedAt !== null && run.startAt !== run.startedAt;
  const plan = hasPlan ? {} : { startAt: startedAt, endAt: endedAt };
  return { ...run, ...plan, startedAt, endedAt, pauses: [...pauses] };
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

/**
 * Pauses of a session, tapped or stated when its times are corrected: one every half hour of the
 * longest plan. Ending and continuing do not depend on it; what follows is another piece of the evening.
 */
export const MAX_PAUSES = 2 * MAX_PLAN_HOURS;

/** Largest number of goods teasers of one session. */
export const MAX_TEASERS = 10;

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

/**
 * Seconds on air between start and end (or `now`), without pauses; null if it never started. A pause
 * counts only as far as it lies between the two.
 */
export function onAirSeconds(run: LiveSessionRun, now: string): number | null {
  if (run.startedAt === null) return null;
  const startedAt = ms(run.startedAt);
  const until = Math.max(startedAt, ms(run.endedAt ?? now));
  const within = (instant: string | null): number =>
    instant === null ? until : Math.min(until, Math.max(startedAt, ms(instant)));
  const paused = run.pauses.reduce((sum, { from, to }) => sum + within(to) - within(from), 0);
  return Math.max(0, Math.floor((until - startedAt - paused) / 1000));
}
