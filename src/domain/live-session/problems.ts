import type { FieldIssue, FieldIssues } from '../field-issues';
import { type Refund, refundProblems } from '../sales/problems';
import { addMinutes, chinaDayOf, isFutureDay, isTooFarAhead, minutesBetween } from '../time';
import { EARLY_HOURS, type LiveSessionRun, MAX_PLAN_HOURS } from './live-session';
import { type PastTime, pastTimes } from './times';

/** The problem of the end of a period; null when there is none. Instants in UTC. */
function endProblem(startAt: string, endAt: string): FieldIssue | null {
  if (endAt <= startAt) return 'end_before_start';
  return minutesBetween(startAt, endAt) > MAX_PLAN_HOURS * 60 ? 'too_far_apart' : null;
}

/** The problems of the times of a plan. A session that is already over is back-filled instead. */
export function planProblems(
  { startAt, endAt }: { startAt: string; endAt: string },
  now: string,
): FieldIssues {
  const problems: FieldIssues = {};
  const end = endProblem(startAt, endAt);
  if (end !== null) problems['endAt'] = end;
  if (endAt <= now) problems['startAt'] = 'in_the_past';
  // The end lies at most two days after the start, so the start decides.
  if (isTooFarAhead(chinaDayOf(startAt), now)) problems['startAt'] = 'too_far_ahead';
  return problems;
}

/** The problems of the time and of the first figure of a session that is entered afterwards. */
export function backfillProblems(
  { when, figure }: { when: PastTime; figure: Refund | null },
  now: string,
): FieldIssues {
  const { returnedOn } =
    figure === null ? {} : refundProblems(figure, pastTimes(when).bookedOn, now);
  return {
    ...timeProblems(when, now),
    ...(returnedOn === undefined ? {} : { 'figure.returnedOn': returnedOn }),
  };
}

function timeProblems(when: PastTime, now: string): FieldIssues {
  if (when.precision === 'day') {
    return isFutureDay(when.day, now) ? { 'when.day': 'in_the_future' } : {};
  }
  if (when.endedAt > now) return { 'when.endedAt': 'in_the_future' };
  const end = endProblem(when.startedAt, when.endedAt);
  return end === null ? {} : { 'when.endedAt': end };
}

/** The problems of the instant at which a planned session started. */
export function goLiveProblems(
  { startAt }: Pick<LiveSessionRun, 'startAt'>,
  at: string,
  now: string,
): FieldIssues {
  if (at > now) return { at: 'in_the_future' };
  return at < addMinutes(startAt, -EARLY_HOURS * 60) ? { at: 'too_far_apart' } : {};
}

/** The problems of the instant at which a session ended. */
export function endProblems(
  run: Pick<LiveSessionRun, 'startAt' | 'startedAt' | 'pauses'>,
  at: string,
  now: string,
): FieldIssues {
  if (at > now) return { at: 'in_the_future' };
  const earliest = run.pauses[run.pauses.length - 1]?.from ?? run.startedAt ?? run.startAt;
  return at < earliest ? { at: 'end_before_start' } : {};
}
