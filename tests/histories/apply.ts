// What each step of a history does by the binding texts: it is refused with a code, or it states
// something. The book before a step is never changed.
import {
  type Book,
  type BookEntry,
  type BookSession,
  countedIn,
  entryWith,
  hostMeant,
  standingOf,
  type Statement,
} from './book';
import { chinaDay, firstInstantOf, later, yearIn } from './calendar';
import { total } from './recount-sums';
import { type Action, type Amount, type Label, MAX_AMOUNT, type Step, type Target } from './steps';

const MS_PER_MINUTE = 60_000;
const KINDS = ['ordered', 'paid', 'refunded'] as const;

/** What a step is expected to come to. `statement` is the statement of money that it is about. */
export type Outcome =
  | { readonly is: 'skipped' }
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'done'; readonly book: Book; readonly statement: Label | null };

type Of<Name extends Action['do']> = Extract<Step, { do: Name }>;

const SKIPPED: Outcome = { is: 'skipped' };

function refused(code: string): Outcome {
  return { is: 'refused', code };
}

function done(book: Book, statement: Label | null = null): Outcome {
  return { is: 'done', book, statement };
}

/** Whether every sum of a kind, of a host or of sales without one, in a year, is still exact. */
function fits(book: Book): boolean {
  const counted = countedIn(book);
  const buckets = new Set(
    counted.map(({ host, bookedOn }) => `${String(host)} ${yearIn(bookedOn)}`),
  );
  return [...buckets].every((bucket) => {
    const inBucket = counted.filter(
      ({ host, bookedOn }) => `${String(host)} ${yearIn(bookedOn)}` === bucket,
    );
    return KINDS.every((kind) => total(inBucket, kind) <= BigInt(MAX_AMOUNT));
  });
}

function doneIfExact(book: Book, statement: Label): Outcome {
  return fits(book) ? done(book, statement) : refused('sum_too_large');
}

/** Whether the fields of an amount are wrong: a refund's day lies between its sale and today. */
function isWrong(amount: Amount, bookedOn: string, today: string): boolean {
  if (amount.amountFen > MAX_AMOUNT) return true;
  if (amount.returnedOn === null) return false;
  if (amount.kind !== 'refunded') return true;
  return amount.returnedOn > today || amount.returnedOn < bookedOn;
}

function stated(amount: Amount, label: Label, at: string, replaces: Label | null): Statement {
  return { ...amount, label, recordedAt: at, replaces, undoneAt: null };
}

function sessionIn(book: Book, label: Label): BookSession | undefined {
  return book.sessions.find((session) => session.label === label);
}

/** Whether sales can be recorded: a session that did not begin, or never will, has none. */
function isOpen({ state, startAt }: BookSession, now: string): boolean {
  if (state === 'cancelled') return false;
  return state !== 'scheduled' || later(startAt, 30 * MS_PER_MINUTE) <= now;
}

type Place = Omit<BookEntry, 'statements'>;

function placeOf(book: Book, target: Target): Place | undefined {
  if (target.in === 'day') {
    const { host, account, bookedOn } = target;
    const isKnown = host === null || book.hosts.includes(host);
    const hasAccount = account === null || book.accounts.some(({ label }) => label === account);
    if (!isKnown || !hasAccount) return undefined;
    return { session: null, host: hostMeant(book, host), account, bookedOn };
  }
  const session = sessionIn(book, target.session);
  if (session === undefined || session.host !== hostMeant(book, target.host)) return undefined;
  const { label, host, account, bookedOn } = session;
  return { session: label, host, account, bookedOn };
}

/** Whether a target cannot take sales now: as the code of the refusal, or null. */
function refusalAt(book: Book, place: Place, now: string): string | null {
  if (place.session === null) {
    return place.bookedOn > chinaDay(now) ? 'invalid_input' : null;
  }
  const session = sessionIn(book, place.session);
  return session !== undefined && isOpen(session, now) ? null : 'illegal_transition';
}

function record(book: Book, { entry, target, amount, at }: Of<'record'>): Outcome {
  const place = placeOf(book, target);
  if (place === undefined) return SKIPPED;
  if (amount.amountFen > MAX_AMOUNT) return refused('invalid_input');
  const refusal = refusalAt(book, place, at);
  if (refusal !== null) return refused(refusal);
  if (isWrong(amount, place.bookedOn, chinaDay(at))) return refused('invalid_input');
  book.entries.push({ ...place, statements: [stated(amount, entry, at, null)] });
  return doneIfExact(book, entry);
}

function replace(book: Book, { entry, replaced, amount, at }: Of<'replace'>): Outcome {
  const found = entryWith(book, replaced);
  if (found === undefined) return SKIPPED;
  if (amount.amountFen > MAX_AMOUNT) return refused('invalid_input');
  if (standingOf(found, null)?.label !== replaced) return refused('entry_not_current');
  if (isWrong(amount, found.bookedOn, chinaDay(at))) return refused('invalid_input');
  found.statements.push(stated(amount, entry, at, replaced));
  return doneIfExact(book, entry);
}

function undo(book: Book, { entry, isWhole, at }: Of<'undo'>): Outcome {
  const found = entryWith(book, entry);
  if (found === undefined) return SKIPPED;
  if (standingOf(found, null)?.label !== entry) return refused('entry_not_current');
  for (const statement of found.statements) {
    const isMeant = isWhole || statement.label === entry;
    if (isMeant && statement.undoneAt === null) statement.undoneAt = at;
  }
  return doneIfExact(book, entry);
}

/** A move: the entry is undone as a whole at its place, and states the same at the other. */
function move(book: Book, { entry, moved, target, at }: Of<'move'>): Outcome {
  const found = entryWith(book, moved);
  const place = placeOf(book, target);
  if (found === undefined || place === undefined) return SKIPPED;
  const standing = standingOf(found, null);
  // Only a move that succeeds is tried: what a refused second half leaves behind is not the same
  // for a move in one call and for a move in two.
  if (standing?.label !== moved || refusalAt(book, place, at) !== null) return SKIPPED;
  if (isWrong(standing, place.bookedOn, chinaDay(at))) return SKIPPED;
  for (const statement of found.statements) statement.undoneAt ??= at;
  book.entries.push({ ...place, statements: [stated(standing, entry, at, null)] });
  return fits(book) ? done(book, entry) : SKIPPED;
}

function backfill(book: Book, step: Of<'backfill'>): Outcome {
  const { session, host, account, when, figure, at } = step;
  if (placeOf(book, { in: 'day', host, account, bookedOn: '' }) === undefined) return SKIPPED;
  const startAt = when.precision === 'day' ? firstInstantOf(when.day) : when.startedAt;
  const bookedOn = chinaDay(startAt);
  const isAhead =
    when.precision === 'day' ? when.day > chinaDay(at) : when.endedAt > at || startAt > at;
  if (isAhead) return refused('invalid_input');
  const startedAt = when.precision === 'day' ? null : when.startedAt;
  const meant = hostMeant(book, host);
  const times = { startAt, startedAt, bookedOn, state: 'ended' as const };
  book.sessions.push({ label: session, host: meant, account, ...times });
  if (figure === null) return done(book);
  if (isWrong(figure.amount, bookedOn, chinaDay(at))) return refused('invalid_input');
  const statements = [stated(figure.amount, figure.entry, at, null)];
  book.entries.push({ session, host: meant, account, bookedOn, statements });
  return doneIfExact(book, figure.entry);
}

function plan(book: Book, { session, host, account, startAt, endAt, at }: Of<'plan'>): Outcome {
  if (placeOf(book, { in: 'day', host, account, bookedOn: '' }) === undefined) return SKIPPED;
  if (endAt <= at || endAt <= startAt) return refused('invalid_input');
  book.sessions.push({
    label: session,
    host: hostMeant(book, host),
    account,
    startAt,
    startedAt: null,
    bookedOn: chinaDay(startAt),
    state: 'scheduled',
  });
  return done(book);
}

/** The session starts. It is booked on that China day, unless something was recorded before. */
function goLive(book: Book, { session: label, tappedFor, at }: Of<'goLive' | 'end'>): Outcome {
  const session = sessionIn(book, label);
  if (session === undefined) return SKIPPED;
  if (session.state !== 'scheduled') return refused('illegal_transition');
  const startedAt = tappedFor ?? at;
  const isTooEarly = startedAt < later(session.startAt, -12 * 60 * MS_PER_MINUTE);
  if (startedAt > at || (tappedFor !== null && isTooEarly)) return refused('invalid_input');
  session.state = 'live';
  session.startedAt = startedAt;
  const isBooked = book.entries.some((entry) => entry.session === label);
  if (!isBooked) session.bookedOn = chinaDay(startedAt);
  return done(book);
}

function end(book: Book, { session: label, tappedFor, at }: Of<'goLive' | 'end'>): Outcome {
  const session = sessionIn(book, label);
  if (session === undefined) return SKIPPED;
  if (session.state !== 'live') return refused('illegal_transition');
  const endedAt = tappedFor ?? at;
  if (endedAt > at || endedAt < (session.startedAt ?? '')) return refused('invalid_input');
  session.state = 'ended';
  return done(book);
}

function cancel(book: Book, { session: label }: Of<'cancel'>): Outcome {
  const session = sessionIn(book, label);
  if (session === undefined) return SKIPPED;
  const hasSales = countedIn(book).some((each) => each.session === label);
  if (session.state !== 'scheduled' || hasSales) return refused('illegal_transition');
  session.state = 'cancelled';
  return done(book);
}

function readFollowers(book: Book, step: Of<'readFollowers'>): Outcome {
  const { host, account, count, readOn, at } = step;
  const known = book.accounts.find(({ label }) => label === account);
  if (known === undefined || !book.hosts.includes(host)) return SKIPPED;
  // An account's followers count only for the host it belongs to.
  if (known.owner !== host || readOn > chinaDay(at)) return refused('invalid_input');
  book.readings.push({ host, account, count, readOn, recordedAt: at });
  return done(book);
}

function declare(book: Book, step: Of<'declare'>): Outcome {
  const { declaration: label, host, fact, value, year, at } = step;
  if (host !== null && !book.hosts.includes(host)) return SKIPPED;
  for (const earlier of book.declarations) {
    const isSame = earlier.host === host && earlier.fact === fact && earlier.year === year;
    if (isSame && earlier.withdrawnAt === null) earlier.withdrawnAt = at;
  }
  book.declarations.push({ label, host, fact, value, year, declaredAt: at, withdrawnAt: null });
  return done(book);
}

function withdraw(book: Book, { declaration, at }: Of<'withdraw'>): Outcome {
  const found = book.declarations.find(({ label }) => label === declaration);
  if (found === undefined) return SKIPPED;
  found.withdrawnAt ??= at;
  return done(book);
}

function addHost(book: Book, { host, account }: Of<'addHost'>): Outcome {
  book.hosts.push(host);
  if (account !== null) book.accounts.push({ ...account, owner: host });
  return done(book);
}

function addAccount(book: Book, { account, platform, owner }: Of<'addAccount'>): Outcome {
  if (owner !== null && !book.hosts.includes(owner)) return SKIPPED;
  book.accounts.push({ label: account, platform, owner });
  return done(book);
}

/** The outcome of a step on a book. Skipped: it needs something that the history does not have. */
export function apply(before: Book, step: Step): Outcome {
  const book = structuredClone(before);
  switch (step.do) {
    case 'addHost':
      return addHost(book, step);
    case 'addAccount':
      return addAccount(book, step);
    case 'backfill':
      return backfill(book, step);
    case 'plan':
      return plan(book, step);
    case 'goLive':
      return goLive(book, step);
    case 'end':
      return end(book, step);
    case 'cancel':
      return cancel(book, step);
    case 'record':
      return record(book, step);
    case 'replace':
      return replace(book, step);
    case 'undo':
      return undo(book, step);
    case 'move':
      return move(book, step);
    case 'readFollowers':
      return readFollowers(book, step);
    case 'declare':
      return declare(book, step);
    case 'withdraw':
      return withdraw(book, step);
    case 'publish':
      return done({ ...book, isPublished: true });
    case 'check':
      return done(book);
  }
}
