import type { FieldIssue, FieldIssues } from '../field-issues';
import { type Refund, refundProblems } from '../sales/problems';
import { chinaDayOf, isFutureDay, isTooFarAhead, minutesBetween } from '../time';
import { type CorrectedTimes, type LiveSessionRun, MAX_PLAN_HOURS } from './live-session';
import { type PlannedTimes, type Repeat, repeatProblems } from './series';
import { type PastTime, pastTimes } from './times';

/** The problem of the end of a period; null when there is none. Instants in UTC. */
function endProblem(startAt: string, endAt: string): FieldIssue | null {
  if (endAt <= startAt) return 'end_before_start';
  return minutesBetween(startAt, endAt) > MAX_PLAN_HOURS * 60 ? 'too_far_apart' : null;
}

/**
 * The problems of the times of a plan, and of how it is repeated. A session that is already over is
 * back-filled instead.
 */
export function planProblems(
  { startAt, endAt, repeat = null }: PlannedTimes & { repeat?: Repeat | null },
  now: string,
): FieldIssues {
  const problems: FieldIssues = repeat === null ? {} : repeatProblems(startAt, repeat, now);
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
export function goLiveProblems(at: string, now: string): FieldIssues {
  return at > now ? { at: 'in_the_future' } : {};
}

/** The problems of the instant at which a session ended. One within a pause cuts the pause. */
export function endProblems(
  run: Pick<LiveSessionRun, 'startAt' | 'startedAt'>,
  at: string,
  now: string,
): FieldIssues {
  if (at > now) return { at: 'in_the_future' };
  return at < (run.startedAt ?? run.startAt) ? { at: 'end_before_start' } : {};
}

/** The problems of pauses: each lies within the session and after the one before. */
function pauseProblems(
  pauses: readonly { from: string; to: string }[],
  { startedAt, endedAt }: { startedAt: string; endedAt: string },
): FieldIssues {
  const problems: FieldIssues = {};
  pauses.forEach(({ from, to }, index) => {
    const earliest = pauses[index - 1]?.to ?? startedAt;
    const field = `pauses.${String(index)}`;
    if (from < earliest || from > endedAt) problems[`${field}.from`] = 'outside_session';
    if (to < from) problems[`${field}.to`] = 'end_before_start';
    else if (to > endedAt) problems[`${field}.to`] = 'outside_session';
  });
  return problems;
}

/**
 * The problems of the real times of an ended session. An end that is recorded already is none, though a
 * clock that was set back since has not reached it.
 */
export function correctionProblems(
  times: CorrectedTimes,
  recorded: Pick<LiveSessionRun, 'endedAt'>,
  now: string,
): FieldIssues {
  const { startedAt, endedAt, pauses } = times;
  if (endedAt > now && endedAt > (recorded.endedAt ?? now)) return { endedAt: 'in_the_future' };
  const end = endProblem(startedAt, endedAt);
  return end === null ? pauseProblems(pauses, times) : { endedAt: end };
}
