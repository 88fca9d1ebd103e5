import { addMinutes, type Instant, minutesBetween } from '../time';
import type { AheadSession } from './ahead';
import type { LiveSessionRun } from './live-session';
import { isRunning, overAt } from './public-phase';

/** Steps that look like a wrong tap and are asked about once. */
export const STEP_ODDITIES = ['early_start', 'short', 'late_end', 'already_on_air'] as const;

/** One of {@link STEP_ODDITIES}. */
export type StepOddity = (typeof STEP_ODDITIES)[number];

/** Minutes before the plan from which a start is asked about. */
const EARLY_MINUTES = 30;

/** A session that ended before this many minutes on air is asked about. */
const SHORT_MINUTES = 1;

/** What looks odd about a start at `at`. */
export function startOddities(run: Pick<LiveSessionRun, 'startAt'>, at: Instant): StepOddity[] {
  return at < addMinutes(run.startAt, -EARLY_MINUTES) ? ['early_start'] : [];
}

/**
 * What looks odd about an end at `at`: within a minute of the start, or so late that viewers no longer
 * saw the session as on air. Then the real end is asked for.
 */
export function endOddities(
  run: Pick<LiveSessionRun, 'state' | 'startAt' | 'endAt' | 'startedAt'>,
  at: Instant,
): StepOddity[] {
  const until = overAt(run);
  if (until !== null && at >= until) return ['late_end'];
  const { startedAt } = run;
  return startedAt !== null && minutesBetween(startedAt, at) < SHORT_MINUTES ? ['short'] : [];
}

/**
 * What looks odd about a new session that starts at once: one with the same host or account is on air,
 * as after a tap on two phones.
 * @param ahead the store's sessions that are on air or to come.
 */
export function startNowOddities(
  session: Pick<AheadSession, 'hostIds' | 'accountId'>,
  ahead: readonly Pick<AheadSession, 'state' | 'hostIds' | 'accountId'>[],
): StepOddity[] {
  const { hostIds, accountId } = session;
  const isSame = ahead.some(
    (other) =>
      isRunning(other) &&
      ((accountId !== null && other.accountId === accountId) ||
        other.hostIds.some((id) => hostIds.includes(id))),
  );
  return isSame ? ['already_on_air'] : [];
}
