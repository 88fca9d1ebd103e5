// What each step of a history does by the binding texts: it is refused with a code, or it states
// something. The book before a step is never changed.
import { type Book, countedIn, entryWith, hostMeant, standingOf, type Statement } from './book';
import { chinaDay, firstInstantOf, later } from './calendar';
import { done, doneIfExact, type Outcome, refused, SKIPPED } from './outcome';
import { isKnown, type Place, placeAt, sessionIn } from './place';
import { correct, keepStep, moveSales, undoStep } from './session-steps';
import { type Action, type Amount, type Label, MAX_AMOUNT, MAX_HOSTS, type Step } from './steps';

const MS_PER_MINUTE = 60_000;

type Of<Name extends Action['do']> = Extract<Step, { do: Name }>;

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

/** A host who sells in a session is one of its hosts from then on. */
function join(book: Book, { session: label, host }: Place): void {
  const session = label === null ? undefined : sessionIn(book, label);
  if (session === undefined || host === null || session.hosts.includes(host)) return;
  session.hosts.push(host);
}

/** Amounts of a session changed: steps before that cannot be taken back any more. */
function change(book: Book, label: Label | null, at: string): void {
  const session = label === null ? undefined : sessionIn(book, label);
  if (session !== undefined) session.entriesAt = at;
}

/** Adds an entry at a place, if the amount is possible there. */
function addEntry(book: Book, { entry, target, amount, at }: Of<'record' | 'move'>): Outcome {
  const placed = placeAt(book, target, at);
  if (placed === undefined) return SKIPPED;
  if (amount.amountFen > MAX_AMOUNT) return refused('invalid_input');
  if ('refused' in placed) return refused(placed.refused);
  const { place } = placed;
  if (isWrong(amount, place.bookedOn, chinaDay(at))) return refused('invalid_input');
  book.entries.push({ ...place, statements: [stated(amount, entry, at, null)] });
  join(book, place);
  change(book, place.session, at);
  return doneIfExact(book, entry);
}

function replace(book: Book, { entry, replaced, amount, at }: Of<'replace'>): Outcome {
  const found = entryWith(book, replaced);
  if (found === undefined) return SKIPPED;
  if (amount.amountFen > MAX_AMOUNT) return refused('invalid_input');
  if (standingOf(found, null)?.label !== replaced) return refused('entry_not_current');
  if (isWrong(amount, found.bookedOn, chinaDay(at))) return refused('invalid_input');
  found.statements.push(stated(amount, entry, at, replaced));
  change(book, found.session, at);
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
  change(book, found.session, at);
  return doneIfExact(book, entry);
}

/** A move: the entry is undone as a whole at its place, and a new one counts at the other. */
function move(book: Book, step: Of<'move'>): Outcome {
  const found = entryWith(book, step.moved);
  if (found === undefined || placeAt(book, step.target, step.at) === undefined) return SKIPPED;
  if (step.amount.amountFen > MAX_AMOUNT) return refused('invalid_input');
  if (standingOf(found, null)?.label !== step.moved) return refused('entry_not_current');
  for (const statement of found.statements) statement.undoneAt ??= step.at;
  change(book, found.session, step.at);
  return addEntry(book, step);
}

/** The hosts of a new session, each once; a streamer's own store means the streamer. */
function hostsNamed(book: Book, hosts: readonly Label[]): Label[] {
  const own = hostMeant(book, null);
  return hosts.length === 0 && own !== null ? [own] : [...new Set(hosts)];
}

function backfill(book: Book, step: Of<'backfill'>): Outcome {
  const { session, titled, account, when, figure, at } = step;
  if (!isKnown(book, step)) return SKIPPED;
  const startAt = when.precision === 'day' ? firstInstantOf(when.day) : when.startedAt;
  const bookedOn = chinaDay(startAt);
  const isAhead =
    when.precision === 'day' ? when.day > chinaDay(at) : when.endedAt > at || startAt > at;
  if (isAhead || step.hosts.length > MAX_HOSTS) return refused('invalid_input');
  const startedAt = when.precision === 'day' ? null : when.startedAt;
  const hosts = hostsNamed(book, step.hosts);
  const times = { startAt, startedAt, bookedOn, state: 'ended' as const };
  const made = { entriesAt: figure === null ? null : at, steps: [{ at, before: null }] };
  const who = { planned: [...hosts], hosts, account };
  book.sessions.push({ label: session, titled, ...who, ...times, ...made });
  if (figure === null) return done(book);
  const [main = null] = hosts;
  if (main === null && book.hosts.length > 0) return refused('invalid_input');
  if (isWrong(figure.amount, bookedOn, chinaDay(at))) return refused('invalid_input');
  const statements = [stated(figure.amount, figure.entry, at, null)];
  book.entries.push({ session, host: main, account, bookedOn, statements });
  return doneIfExact(book, figure.entry);
}

function plan(book: Book, step: Of<'plan'>): Outcome {
  const { session, account, startAt, endAt, at } = step;
  if (!isKnown(book, step)) return SKIPPED;
  const isWrongTime = endAt <= at || endAt <= startAt;
  if (isWrongTime || step.hosts.length > MAX_HOSTS) return refused('invalid_input');
  book.sessions.push({
    label: session,
    titled: session,
    planned: hostsNamed(book, step.hosts),
    hosts: hostsNamed(book, step.hosts),
    account,
    startAt,
    startedAt: null,
    bookedOn: chinaDay(startAt),
    state: 'scheduled',
    entriesAt: null,
    steps: [{ at, before: null }],
  });
  return done(book);
}

/** The session starts. It is booked on that China day, unless something is recorded that counts. */
function goLive(book: Book, { session: label, tappedFor, at }: Of<'goLive' | 'end'>): Outcome {
  const session = sessionIn(book, label);
  if (session === undefined) return SKIPPED;
  if (session.state !== 'scheduled') return refused('illegal_transition');
  const startedAt = tappedFor ?? at;
  const isTooEarly = startedAt < later(session.startAt, -12 * 60 * MS_PER_MINUTE);
  if (startedAt > at || (tappedFor !== null && isTooEarly)) return refused('invalid_input');
  const isBooked = countedIn(book).some((entry) => entry.session === label);
  const bookedOn = isBooked ? session.bookedOn : chinaDay(startedAt);
  keepStep(session, { state: 'live', startedAt, bookedOn }, at);
  return done(book);
}

function end(book: Book, { session: label, tappedFor, at }: Of<'goLive' | 'end'>): Outcome {
  const session = sessionIn(book, label);
  if (session === undefined) return SKIPPED;
  if (session.state !== 'live') return refused('illegal_transition');
  const endedAt = tappedFor ?? at;
  if (endedAt > at || endedAt < (session.startedAt ?? '')) return refused('invalid_input');
  keepStep(session, { state: 'ended' }, at);
  return done(book);
}

function cancel(book: Book, { session: label, at }: Of<'cancel'>): Outcome {
  const session = sessionIn(book, label);
  if (session === undefined) return SKIPPED;
  const hasSales = countedIn(book).some((each) => each.session === label);
  if (session.state !== 'scheduled' || hasSales) return refused('illegal_transition');
  keepStep(session, { state: 'cancelled' }, at);
  return done(book);
}

function readFollowers(book: Book, step: Of<'readFollowers'>): Outcome {
  const { account, count, readOn, at } = step;
  if (!isKnown(book, { hosts: [], account })) return SKIPPED;
  if (readOn > chinaDay(at)) return refused('invalid_input');
  book.readings.push({ account, count, readOn, recordedAt: at });
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

function addHost(book: Book, { host, account, at: since }: Of<'addHost'>): Outcome {
  book.hosts.push(host);
  if (account !== null) book.accounts.push({ ...account, owner: host, since });
  return done(book);
}

function addAccount(book: Book, step: Of<'addAccount'>): Outcome {
  const { account, platform, owner, at: since } = step;
  if (owner !== null && !book.hosts.includes(owner)) return SKIPPED;
  book.accounts.push({ label: account, platform, owner, since });
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
    case 'correct':
      return correct(book, step);
    case 'moveSales':
      return moveSales(book, step);
    case 'undoStep':
      return undoStep(book, step);
    case 'record':
      return addEntry(book, step);
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
