import { addMinutes, type Instant, momentAfter } from '../time';

/** What a line of a session's history says. */
export const LIVE_SESSION_EVENTS = [
  'schedule',
  'backfill',
  'reschedule',
  'edit',
  'goLive',
  'pause',
  'resume',
  'end',
  'cancel',
  'correct',
  'join',
  'split',
  'undo',
  'unconfirmed',
  'startNow',
] as const;

/** One of {@link LIVE_SESSION_EVENTS}. */
export type LiveSessionEvent = (typeof LIVE_SESSION_EVENTS)[number];

/** A line of a session's history. */
export interface HistoryLine<Fields = unknown> {
  readonly step: LiveSessionEvent;
  readonly at: Instant;
  /** The person's id; null for the cloud itself. */
  readonly by: string | null;
  /** The step that an `undo` took back; null for every other line. */
  readonly of: LiveSessionEvent | null;
  /** Why times were corrected; null for every other line. */
  readonly reason: string | null;
  /** What the step changed, as it was before; null where there was nothing, and for an `undo`. */
  readonly before: Fields | null;
}

/** Minutes during which a step can be taken back. */
export const UNDO_MINUTES = 15;

/** Lines that stay with a session. Older ones move to pages of their own. */
const MAX_KEPT_LINES = 40;

/** Lines that stay while they are younger than what can be taken back. */
const MAX_YOUNG_LINES = 160;

/** Lines that move away at once. */
const LINES_PER_PAGE = 30;

/** Why the last step cannot be taken back. */
export const UNDO_BLOCKS = ['nothing', 'too_late', 'has_entries', 'has_record', 'joined'] as const;

/** One of {@link UNDO_BLOCKS}. */
export type UndoBlock = (typeof UNDO_BLOCKS)[number];

/** The step that could be taken back, and why it cannot. */
export type UndoableStep<Fields> =
  | { readonly line: HistoryLine<Fields>; readonly block?: never }
  | { readonly line: HistoryLine<Fields> | null; readonly block: UndoBlock };

/** What decides whether the last step of a session can be taken back. */
export interface Undoable<Fields = unknown> {
  readonly history: readonly HistoryLine<Fields>[];
  /** Whether anything was ever recorded for it. */
  readonly isBooked: boolean;
  /** When its entries last changed; null when there are none. */
  readonly entriesAt: Instant | null;
}

/** The last line that stands: one that was taken back does not, and splitting takes joining back. */
function lastStanding<Fields>(history: readonly HistoryLine<Fields>[]): HistoryLine<Fields> | null {
  const standing: HistoryLine<Fields>[] = [];
  for (const line of history) {
    const last = standing[standing.length - 1];
    if (line.step === 'undo' || line.step === 'split') standing.pop();
    // An evening that is joined with one more piece is split at once.
    else if (line.step === 'join' && last?.step === 'join') continue;
    // Written by a timer of an earlier version; it follows from the time.
    else if (line.step !== 'unconfirmed') standing.push(line);
  }
  return standing[standing.length - 1] ?? null;
}

/** The moment of a change of a session at `now`: never before its last step, or the last of its entries. */
export function momentOf(
  { history, entriesAt }: Pick<Undoable, 'history' | 'entriesAt'>,
  now: Instant,
): Instant {
  return momentAfter(now, [...history.map(({ at }) => at), entriesAt]);
}

/** Whether a step made the session, so that taking it back removes the session. */
export function isFirstStep(step: LiveSessionEvent): boolean {
  return step === 'schedule' || step === 'backfill' || step === 'startNow';
}

/**
 * The step that can be taken back at `now`, or why none can: a quarter of an hour has passed, amounts
 * were recorded or changed since, or the session was joined with others.
 */
export function undoableStep<Fields>(
  session: Undoable<Fields>,
  now: Instant,
): UndoableStep<Fields> {
  const line = lastStanding(session.history);
  if (line === null) return { line, block: 'nothing' };
  if (line.step === 'join') return { line, block: 'joined' };
  if (now > addMinutes(line.at, UNDO_MINUTES)) return { line, block: 'too_late' };
  const { entriesAt, isBooked } = session;
  const isBuiltOn = isFirstStep(line.step) ? isBooked : entriesAt !== null && entriesAt > line.at;
  return isBuiltOn ? { line, block: 'has_entries' } : { line };
}

/**
 * The history with one more line, and the lines that move away when there are too many: the oldest
 * ones, once they are too old to be taken back.
 */
export function withLine<Fields>(
  history: readonly HistoryLine<Fields>[],
  line: HistoryLine<Fields>,
): { kept: HistoryLine<Fields>[]; moved: HistoryLine<Fields>[] } {
  const all = [...history, line];
  const oldest = all.slice(0, LINES_PER_PAGE);
  const isOld = oldest.every(({ at }) => line.at > addMinutes(at, UNDO_MINUTES));
  const moved = all.length > (isOld ? MAX_KEPT_LINES : MAX_YOUNG_LINES) ? oldest : [];
  return { kept: all.slice(moved.length), moved };
}
