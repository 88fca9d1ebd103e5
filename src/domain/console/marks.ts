import type { LiveSessionRun, LiveSessionState } from '../live-session/live-session';
import { isRunning } from '../live-session/public-phase';
import { addMinutes, type Instant } from '../time';

/** Figures that a person reads off the platform while on air: people, orders, and paid fen. */
export const READINGS = ['viewers', 'orders', 'paid'] as const;

/** Moments that one tap notes: orders pour in, a slip of the tongue was put right, the stream broke. */
export const MOMENTS = ['surge', 'slip', 'outage'] as const;

/** One of {@link READINGS}. */
export type Reading = (typeof READINGS)[number];
/** One of {@link MOMENTS}. */
export type Moment = (typeof MOMENTS)[number];
/** What a mark can be; `goods`: an item of the session's goods begins. */
export type MarkKind = Reading | Moment | 'goods' | 'taken_back';

/**
 * A tap in the console of a session. It is a note of the moment, stated by the person who tapped, and
 * never money of the ledger.
 */
export interface ConsoleMark {
  /** Made on the device, so that a mark that is sent again is known. */
  readonly id: string;
  readonly kind: MarkKind;
  /** The reading, or the place of the item from 0; null where there is none. */
  readonly value: number | null;
  /** The mark that this one takes back; null for every other kind. */
  readonly of: string | null;
  /** When it was tapped, UTC. */
  readonly at: Instant;
}

/** A mark as it is kept, with the person who tapped. */
export interface KeptMark extends ConsoleMark {
  readonly by: string;
}

/**
 * Marks of one session, without those that take one back: five a minute for over three hours. A longer
 * evening goes on as another piece.
 */
export const MAX_CONSOLE_MARKS = 1_000;
/** Marks that are sent in one call. */
export const MAX_MARKS_SENT = 50;

/** Minutes for which a mark can be taken back. */
export const TAKE_BACK_MINUTES = 15;

/**
 * Hours after the end in which marks that waited for a network are still taken.
 * @internal
 */
export const LATE_MARK_HOURS = 24;

/** Whether marks of a session are taken at `now`: on air, paused, and for a day after the end. */
export function takesMarks(
  { startedAt, endedAt }: Pick<LiveSessionRun, 'startedAt' | 'endedAt'>,
  state: LiveSessionState,
  now: Instant,
): boolean {
  if (startedAt === null) return false;
  if (isRunning({ state })) return true;
  return endedAt !== null && now <= addMinutes(endedAt, LATE_MARK_HOURS * 60);
}

/** Who sends marks, and between which instants they can lie. */
interface Sending {
  readonly by: string;
  readonly startedAt: Instant;
  readonly now: Instant;
}

/** The log after marks were sent. */
interface Sent {
  readonly marks: readonly KeptMark[];
  /** Ids that the device need not send again: kept now or before, or without effect. */
  readonly done: readonly string[];
}

/**
 * The log with marks in the order in which they were tapped. One that is there already is not added
 * again; one beyond the limit is not done. A clock that is off moves a mark no further than to the
 * start or to now. Taking back always has room, because each mark is taken back once.
 */
export function withMarks(
  log: readonly KeptMark[],
  sent: readonly ConsoleMark[],
  { by, startedAt, now }: Sending,
): Sent {
  const marks = [...log];
  const done: string[] = [];
  const known = new Set(log.map(({ id }) => id));
  const takenBack = new Set(log.map((mark) => mark.of));
  let room = MAX_CONSOLE_MARKS - log.filter((mark) => mark.of === null).length;
  for (const { id, kind, value, of: target, at } of sent) {
    if (target === null && room <= 0 && !known.has(id)) continue;
    done.push(id);
    const isIdle = target !== null && (!known.has(target) || takenBack.has(target));
    if (known.has(id) || isIdle) continue;
    if (target === null) room -= 1;
    known.add(id);
    takenBack.add(target);
    marks.push({ id, kind, value, of: target, at: between(at, startedAt, now), by });
  }
  return { marks, done };
}

function between(at: Instant, from: Instant, to: Instant): Instant {
  if (at > to) return to;
  return at < from ? from : at;
}

/**
 * The marks that stand, by their own time; of one instant, those first that came first. Taking back
 * counts within {@link TAKE_BACK_MINUTES} of the mark.
 */
export function standingMarks<Mark extends ConsoleMark>(marks: readonly Mark[]): Mark[] {
  const takenBackAt = new Map(marks.map((mark) => [mark.of, mark.at]));
  const stands = (mark: Mark): boolean => {
    const takenAt = takenBackAt.get(mark.id);
    const isInTime = takenAt !== undefined && takenAt <= addMinutes(mark.at, TAKE_BACK_MINUTES);
    return mark.of === null && !isInTime;
  };
  return marks.filter(stands).sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** What the console shows of marks that stand, in their order. */
export interface MarkSummary<Mark extends ConsoleMark> {
  /** The latest reading of each kind whose value is known. */
  readonly latest: Readonly<Record<Reading, Mark | null>>;
  readonly counts: Readonly<Record<Moment, number>>;
  /** The item that is on: its place, and since when. */
  readonly goods: { readonly place: number; readonly since: Instant } | null;
}

/** Sums up marks that stand, in their order. */
export function summaryOf<Mark extends ConsoleMark>(marks: readonly Mark[]): MarkSummary<Mark> {
  const latestOf = (kind: MarkKind): Mark | null => {
    const found = marks.filter((mark) => mark.kind === kind && mark.value !== null);
    return found[found.length - 1] ?? null;
  };
  const countOf = (kind: Moment): number => marks.filter((mark) => mark.kind === kind).length;
  const goods = latestOf('goods');
  return {
    latest: { viewers: latestOf('viewers'), orders: latestOf('orders'), paid: latestOf('paid') },
    counts: { surge: countOf('surge'), slip: countOf('slip'), outage: countOf('outage') },
    goods: goods === null ? null : { place: goods.value ?? 0, since: goods.at },
  };
}
