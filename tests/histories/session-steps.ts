// Steps of a session that change what was done before: real times corrected afterwards, sales that
// move to another day, and the last step taken back.
import { type Book, type BookSession, countedIn, type SessionRun, standingOf } from './book';
import { chinaDay, later } from './calendar';
import { done, doneIfExact, type Outcome, refused, SKIPPED } from './outcome';
import { sessionIn } from './place';
import type { Label, Step } from './steps';

type Of<Name extends Step['do']> = Extract<Step, { do: Name }>;

const UNDO_MS = 15 * 60_000;

/** Takes a step of a session and keeps what it changed. */
export function keepStep(session: BookSession, run: Partial<SessionRun>, at: string): void {
  const fields = Object.keys(run) as (keyof SessionRun)[];
  const changed = fields.filter((field) => session[field] !== run[field]);
  const before = Object.fromEntries(changed.map((field) => [field, session[field]]));
  Object.assign(session, run);
  session.steps.push({ at, before });
}

/** Whether a refund of the session happened before a day on which its sales would be booked. */
function hasRefundBefore(book: Book, session: Label, day: string): boolean {
  return countedIn(book).some(
    (each) => each.session === session && each.returnedOn !== null && each.returnedOn < day,
  );
}

/** The real times of a session that ended; its sales are booked on the new day, or stay on theirs. */
export function correct(book: Book, step: Of<'correct'>): Outcome {
  const { session: label, startedAt, endedAt, withSales, at } = step;
  const session = sessionIn(book, label);
  if (session === undefined) return SKIPPED;
  if (session.state !== 'ended') return refused('illegal_transition');
  if (endedAt > at || endedAt <= startedAt) return refused('invalid_input');
  const day = chinaDay(startedAt);
  if (withSales && hasRefundBefore(book, label, day)) return refused('refund_before_sale');
  const isBooked = countedIn(book).some((each) => each.session === label);
  const bookedOn = withSales || !isBooked ? day : session.bookedOn;
  const hasPlan = session.startedAt !== null && session.startAt !== session.startedAt;
  const startAt = hasPlan ? session.startAt : startedAt;
  keepStep(session, { startAt, startedAt, bookedOn }, at);
  return done(book);
}

/** The label of the statement that counts in place of one that moved with its session. */
function movedLabel(label: Label): Label {
  return `${label}~`;
}

/** Every amount of a session that counts moves to the day of its start: a new entry counts there. */
export function moveSales(book: Book, { session: label, at }: Of<'moveSales'>): Outcome {
  const session = sessionIn(book, label);
  if (session === undefined) return SKIPPED;
  const bookedOn = chinaDay(session.startedAt ?? session.startAt);
  if (hasRefundBefore(book, label, bookedOn)) return refused('refund_before_sale');
  for (const entry of book.entries.filter((each) => each.session === label)) {
    const counted = standingOf(entry, null);
    if (counted === null || entry.bookedOn === bookedOn) continue;
    for (const statement of entry.statements) statement.undoneAt ??= at;
    const instead = { label: movedLabel(counted.label), recordedAt: at, replaces: null };
    const moved = { ...counted, ...instead, undoneAt: null, isMoved: true };
    book.entries.push({ ...entry, bookedOn, statements: [moved] });
    session.entriesAt = at;
  }
  session.bookedOn = bookedOn;
  return doneIfExact(book, null);
}

/** The last step is taken back within a quarter of an hour, unless an amount changed since. */
export function undoStep(book: Book, { session: label, at }: Of<'undoStep'>): Outcome {
  const session = sessionIn(book, label);
  const last = session?.steps.pop();
  if (session === undefined) return SKIPPED;
  if (last === undefined || at > later(last.at, UNDO_MS)) return refused('not_undoable');
  const { entriesAt } = session;
  if (last.before === null) {
    if (entriesAt !== null) return refused('not_undoable');
    book.sessions.splice(book.sessions.indexOf(session), 1);
    return done(book);
  }
  if (entriesAt !== null && entriesAt > last.at) return refused('not_undoable');
  Object.assign(session, last.before);
  return done(book);
}
