// Random histories of stores. A history is made step by step beside the book that it leads to, so
// that its steps fit: they correct what counts, move what is recorded, and aim at thresholds.
import { SELF_BASES } from '../../src/domain/sales/entry';
import { PLATFORMS } from '../../src/domain/shop/platform';
import { apply } from './apply';
import { type Book, openBook, standingOf, type Statement } from './book';
import { chinaDay, dayAfter, firstInstantOf, later, yearIn } from './calendar';
import { Dice } from './dice';
import { FLAVOURS, type Flavour, oldSales, thresholdAmount, usualSessions } from './flavours';
import { finalCheck, questionsOf } from './questions';
import {
  type Action,
  type Amount,
  FIRST_ACCOUNT,
  type History,
  type Label,
  MAX_HOSTS,
  SELF,
  type Step,
  type Target,
  type When,
} from './steps';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type SalesAction = Extract<Action, { do: 'record' | 'replace' | 'undo' | 'move' }>;
type Manner = Pick<Step, 'isRepeated' | 'isUnconfirmed'>;

/** A history that is being made. */
class Draft {
  readonly steps: Step[] = [];
  book: Book;
  private now: string;
  private made = 0;

  constructor(
    readonly dice: Dice,
    readonly flavour: Flavour,
    readonly about: Omit<History, 'steps'>,
  ) {
    this.book = openBook(about);
    this.now = about.registeredAt;
  }

  get at(): string {
    return this.now;
  }

  get today(): string {
    return chinaDay(this.now);
  }

  label(letter: string): Label {
    this.made += 1;
    return `${letter}${String(this.made)}`;
  }

  /** Adds a step, and what it does to the book. */
  add(action: Action, manner: Manner = {}): void {
    const step: Step = { ...action, at: this.now, ...manner };
    const outcome = apply(this.book, step);
    this.steps.push(step);
    if (outcome.is === 'done') this.book = outcome.book;
    // The clock runs on while a call is answered, and never back.
    this.now = later(this.now, SECOND);
  }

  /** Lets time pass: seconds, days, a year, or to an edge of a China day or year. */
  pass(): void {
    const { dice, now } = this;
    switch (dice.weighted({ minutes: 4, hours: 4, days: 4, midnight: 3, year: 1.2, months: 1 })) {
      case 'minutes':
        return this.to(later(now, dice.whole(1, 40) * MINUTE));
      case 'hours':
        return this.to(later(now, dice.whole(1, 20) * HOUR));
      case 'days':
        return this.to(later(now, dice.whole(1, 25) * DAY));
      case 'months':
        return this.to(later(now, dice.whole(40, 200) * DAY));
      case 'midnight':
        return this.toEdge(dayAfter(this.today, 1));
      case 'year':
        return this.toEdge(`${String(yearIn(this.today) + 1)}-01-01`);
    }
  }

  /** The last second before a China day or its first instant. */
  private toEdge(day: string): void {
    const first = firstInstantOf(day);
    this.to(later(first, this.dice.pick([-2, -1, -1, 0]) * SECOND));
  }

  /** Sets the clock to a later instant. */
  to(instant: string): void {
    if (instant > this.now) this.now = instant;
  }
}

/** Hosts of a store, mostly few; seldom more than one session has room for. */
function addHosts(draft: Draft): void {
  const { dice } = draft;
  const hosts = dice.chance(0.02) ? MAX_HOSTS + 1 : dice.whole(1, 3);
  for (let index = 1; index <= hosts; index += 1) {
    const platform = dice.pick(PLATFORMS);
    const account = dice.chance(0.6) ? { label: draft.label('a'), platform } : null;
    draft.add({ do: 'addHost', host: `h${String(index)}`, account });
  }
  if (hosts > MAX_HOSTS) crowd(draft);
}

/** A session with as many hosts as it has room for, and one more who sells in it. */
function crowd(draft: Draft): void {
  const { book, today } = draft;
  const session = draft.label('s');
  const hosts = book.hosts.slice(0, MAX_HOSTS);
  const when = { precision: 'day', day: today } as const;
  const about = { session, titled: session, hosts, account: null, when, figure: null };
  draft.add({ do: 'backfill', ...about });
  for (const host of [hosts.at(-1), book.hosts.at(-1)]) {
    const target = { in: 'session', session, host: host ?? null } as const;
    const amount = anyAmount(draft, today);
    draft.add({ do: 'record', entry: draft.label('e'), target, amount });
  }
}

/** Sales from before the store has hosts: they name none until they are moved to one. */
function unassigned(draft: Draft): void {
  const { dice } = draft;
  for (let count = dice.whole(1, 3); count > 0; count -= 1) {
    if (dice.chance(0.3)) draft.add(backfill(draft));
    else draft.add(record(draft));
  }
  if (dice.chance(0.5)) draft.pass();
}

/** Gives sales without a host to one. */
function assign(draft: Draft): void {
  const { dice } = draft;
  for (const entry of draft.book.entries.filter(({ host }) => host === null)) {
    const stated = standingOf(entry, null);
    if (stated === null || !dice.chance(0.7)) continue;
    const host = dice.pick(draft.book.hosts);
    const { session, account, bookedOn } = entry;
    const target: Target =
      session === null ? { in: 'day', host, account, bookedOn } : { in: 'session', session, host };
    const amount = amountOf(stated);
    draft.add({ do: 'move', entry: draft.label('e'), moved: stated.label, target, amount });
  }
}

/** The hosts and accounts of the store. */
function setUp(draft: Draft): void {
  const { dice, flavour } = draft;
  if (draft.about.line !== 'streamer') {
    const isLate = !flavour.isOld && dice.chance(0.3);
    if (isLate) unassigned(draft);
    addHosts(draft);
    if (isLate) assign(draft);
  }
  if (!dice.chance(0.15)) return;
  const owner = dice.pick([null, ...draft.book.hosts, ...draft.book.hosts]);
  draft.add({ do: 'addAccount', account: draft.label('a'), platform: dice.pick(PLATFORMS), owner });
}

function anyDay({ dice, today, book }: Draft): string {
  const year = yearIn(today);
  const used = book.entries.map(({ bookedOn }) => bookedOn);
  switch (dice.weighted({ used: used.length > 0 ? 5 : 0, recent: 3, today: 2, edge: 3, old: 1 })) {
    case 'used':
      return dice.pick(used);
    case 'recent':
      return dayAfter(today, -dice.whole(1, 70));
    case 'today':
      return today;
    case 'edge':
      return dice.pick([
        `${String(year - 1)}-12-31`,
        `${String(year)}-01-01`,
        `${today.slice(0, 7)}-01`,
        dayAfter(`${today.slice(0, 7)}-01`, -1),
      ]);
    case 'old':
      return dayAfter(today, -dice.whole(60, 500));
  }
}

function anyHost({ dice, book, about }: Draft): Label | null {
  if (about.line === 'streamer') return dice.pick([null, SELF]);
  // A store with hosts names one: otherwise it is refused.
  return book.hosts.length === 0 || dice.chance(0.06) ? null : dice.pick(book.hosts);
}

/** Hosts of a new session, the main one first; seldom none, or one of them twice. */
function anyHosts(draft: Draft): Label[] {
  const { dice } = draft;
  const main = anyHost(draft);
  if (main === null) return [];
  const others = draft.book.hosts.filter((host) => host !== main && dice.chance(0.45));
  return dice.chance(0.03) ? [main, ...others, main] : [main, ...others];
}

/** Who sold in a session: no host named, one of its hosts, or any host of the store. */
function anySeller(draft: Draft, hosts: readonly Label[]): Label | null {
  const { dice } = draft;
  const isOnlyOne = hosts.length === 1;
  switch (dice.weighted({ none: isOnlyOne ? 4 : 0.6, own: hosts.length * 2, any: 1.5 })) {
    case 'none':
      return null;
    case 'own':
      return dice.pick(hosts);
    case 'any':
      return anyHost(draft);
  }
}

function anyAccount({ dice, book }: Draft): Label | null {
  return dice.pick([null, FIRST_ACCOUNT, ...book.accounts.map(({ label }) => label)]);
}

function anyTarget(draft: Draft): Target {
  const { dice, book } = draft;
  if (book.sessions.length > 0 && dice.chance(0.5)) {
    const { label, hosts } = dice.pick(book.sessions);
    return { in: 'session', session: label, host: anySeller(draft, hosts) };
  }
  const days = book.entries.filter(({ session }) => session === null);
  if (days.length > 0 && dice.chance(0.5)) {
    const { host, account, bookedOn } = dice.pick(days);
    return { in: 'day', host, account, bookedOn };
  }
  const bookedOn = dice.chance(0.03) ? dayAfter(draft.today, 1) : anyDay(draft);
  return { in: 'day', host: anyHost(draft), account: anyAccount(draft), bookedOn };
}

/** The day of a sale at a target, as far as it is known now. */
function dayOf({ book, today }: Draft, target: Target): string {
  if (target.in === 'day') return target.bookedOn;
  return book.sessions.find(({ label }) => label === target.session)?.bookedOn ?? today;
}

function anyReturnDay({ dice, today }: Draft, bookedOn: string): string | null {
  if (dice.chance(0.3)) return null;
  if (dice.chance(0.03)) return dice.pick([dayAfter(today, 1), dayAfter(bookedOn, -1)]);
  const day = dayAfter(bookedOn, dice.pick([0, 1, 3, 4, 7, 8, 15, 16, 30, 31, 60, 61, 200]));
  return day > today ? today : day;
}

function anyAmount(draft: Draft, bookedOn: string): Amount {
  const { dice, flavour } = draft;
  const kind = dice.weighted(flavour.kinds);
  const isRefund = kind === 'refunded';
  const isOdd = dice.chance(0.01);
  const basis = dice.pick(SELF_BASES);
  return {
    kind,
    amountFen: flavour.amount(dice),
    returnedOn: isRefund ? anyReturnDay(draft, bookedOn) : isOdd ? bookedOn : null,
    basis,
    source: basis === 'press_report' ? '报纸' : null,
    soldFor: dice.chance(0.2)
      ? { name: dice.pick([null, '某公司']), aboveThresholdHuadu: dice.pick(['yes', 'no']) }
      : null,
  };
}

function amountOf({ kind, amountFen, returnedOn, basis, source, soldFor }: Amount): Amount {
  return { kind, amountFen, returnedOn, basis, source, soldFor };
}

/** A new entry: seldom what was recorded just before, once more. */
function record(draft: Draft): SalesAction {
  const last = draft.steps.at(-1);
  if (last?.do === 'record' && draft.dice.chance(0.12)) {
    return { ...last, entry: draft.label('e'), amount: amountOf(last.amount) };
  }
  const target = anyTarget(draft);
  const amount = anyAmount(draft, dayOf(draft, target));
  return { do: 'record', entry: draft.label('e'), target, amount };
}

/** Any statement: mostly one that counts, seldom one that was corrected or undone. */
function anyStatement({ dice, book }: Draft): { stated: Statement; bookedOn: string } | null {
  if (book.entries.length === 0) return null;
  const entry = dice.pick(book.entries);
  const standing = standingOf(entry, null);
  const isOld = dice.chance(0.12) || standing === null;
  const stated = isOld ? dice.pick(entry.statements) : standing;
  return { stated, bookedOn: entry.bookedOn };
}

/** A move: mostly of what is stated, seldom with another amount. */
function move(draft: Draft, stated: Statement): SalesAction {
  const target = anyTarget(draft);
  const isKept = draft.dice.chance(0.75);
  const amount = isKept ? amountOf(stated) : anyAmount(draft, dayOf(draft, target));
  return { do: 'move', entry: draft.label('e'), moved: stated.label, target, amount };
}

function correction(draft: Draft): SalesAction {
  const { dice } = draft;
  const found = anyStatement(draft);
  if (found === null) return record(draft);
  const { stated, bookedOn } = found;
  const { label } = stated;
  switch (dice.weighted({ replace: 5, undo: 3, move: 4 })) {
    case 'replace': {
      const amount = anyAmount(draft, bookedOn);
      return { do: 'replace', entry: draft.label('e'), replaced: label, amount };
    }
    case 'undo':
      return { do: 'undo', entry: label, isWhole: dice.chance(0.35) };
    case 'move':
      return move(draft, stated);
  }
}

type Backfill = Extract<Step, { do: 'backfill' }>;

/** A session that was entered before, once more. */
function twin(draft: Draft, { at: _at, isRepeated: _isRepeated, ...step }: Backfill): Action {
  const figure = step.figure && { ...step.figure, entry: draft.label('e') };
  return { ...step, session: draft.label('s'), figure };
}

function backfill(draft: Draft): Action {
  const { dice, at } = draft;
  const earlier = draft.steps.filter((step): step is Backfill => step.do === 'backfill').at(-1);
  if (earlier !== undefined && dice.chance(0.2)) return twin(draft, earlier);
  const day = anyDay(draft);
  const starts = [
    later(firstInstantOf(day), -1000),
    firstInstantOf(day),
    later(firstInstantOf(day), -2 * HOUR),
    later(at, -5 * HOUR),
  ];
  const startedAt = dice.pick(starts);
  const when: When = dice.chance(0.4)
    ? { precision: 'day', day }
    : { precision: 'instant', startedAt, endedAt: later(startedAt, 4 * HOUR) };
  const bookedOn = when.precision === 'day' ? day : chinaDay(startedAt);
  const figure = dice.chance(0.3)
    ? { entry: draft.label('e'), amount: anyAmount(draft, bookedOn) }
    : null;
  const session = draft.label('s');
  const place = { hosts: anyHosts(draft), account: anyAccount(draft) };
  return { do: 'backfill', session, titled: session, ...place, when, figure };
}

/** A planned evening: it starts when it was planned, early, late, after midnight or never. */
function evening(draft: Draft): void {
  const { dice } = draft;
  const session = draft.label('s');
  const startAt = dice.chance(0.4)
    ? later(firstInstantOf(dayAfter(draft.today, 1)), dice.pick([-10 * MINUTE, -1000, 0]))
    : later(draft.at, dice.whole(5, 300) * MINUTE);
  const times = { startAt, endAt: later(startAt, 4 * HOUR) };
  const place = { hosts: anyHosts(draft), account: anyAccount(draft) };
  draft.add({ do: 'plan', session, ...place, ...times });
  const sell = () => {
    const target: Target = { in: 'session', session, host: anySeller(draft, place.hosts) };
    const amount = anyAmount(draft, dayOf(draft, target));
    draft.add({ do: 'record', entry: draft.label('e'), target, amount });
  };
  if (dice.chance(0.1)) return sell();
  if (dice.chance(0.1)) return draft.add({ do: 'cancel', session });
  draft.to(later(startAt, dice.pick([0, 20, 45, 90]) * MINUTE));
  if (dice.chance(0.25)) sell();
  const tappedFor = dice.chance(0.5) ? startAt : null;
  draft.add({ do: 'goLive', session, tappedFor });
  if (dice.chance(0.6)) sell();
  draft.to(later(draft.at, dice.whole(1, 5) * HOUR));
  if (dice.chance(0.8)) draft.add({ do: 'end', session, tappedFor: null });
}

const COUNTS = [500_000, 500_001, 499_999, 100_000, 99_999, 800_000, 12, 0];

function followers(draft: Draft): Action {
  const { dice, book, today } = draft;
  const { label: account } = dice.pick(book.accounts);
  const days = [today, today, today, dayAfter(today, -20), dayAfter(today, -300)];
  const readOn = dice.chance(0.02) ? dayAfter(today, 1) : dice.pick(days);
  return { do: 'readFollowers', account, count: dice.pick(COUNTS), readOn };
}

const HOST_FACTS = ['home_in_huadu', 'local_streamer'] as const;
const CAPITALS = [9_999_999_999, 10_000_000_000, 35_000_000_000, 50_000_000_000, 50_000_000_001];

function declaration(draft: Draft): Action {
  const { dice, book, about, today } = draft;
  const standing = book.declarations.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (standing.length > 0 && dice.chance(0.3)) {
    const { label, host } = dice.pick(standing);
    return { do: 'withdraw', declaration: label, host };
  }
  const label = draft.label('d');
  const year = yearIn(today);
  if (about.line !== 'streamer' && dice.chance(0.6)) {
    const isYearly = dice.chance(0.5);
    const fact = isYearly ? 'operating_revenue' : 'paid_in_capital';
    const about = { host: null, fact, year: isYearly ? year : null } as const;
    return { do: 'declare', declaration: label, ...about, value: dice.pick(CAPITALS) };
  }
  const host = dice.pick(book.hosts);
  const value = dice.chance(0.7);
  if (dice.chance(0.3)) {
    const fact = 'sold_for_above_threshold' as const;
    return { do: 'declare', declaration: label, host, fact, value, year };
  }
  return {
    do: 'declare',
    declaration: label,
    host,
    fact: dice.pick(HOST_FACTS),
    value,
    year: null,
  };
}

/** Mostly a plain call; else one that is repeated, or one that confirms no odd amount. */
function anyManner({ dice, flavour }: Draft): Manner {
  const unconfirmed = flavour.isUsual ? 150 : 24;
  switch (dice.weighted({ plain: 70, repeated: 6, unconfirmed })) {
    case 'plain':
      return {};
    case 'repeated':
      return { isRepeated: true };
    case 'unconfirmed':
      return { isUnconfirmed: true };
  }
}

function addAny(draft: Draft): void {
  const { dice, book, flavour } = draft;
  const hasFew = book.sessions.length < (flavour.isUsual ? 9 : 3);
  const hasEntries = book.entries.length > 0;
  const weights = {
    record: 5,
    correct: hasEntries ? 5 : 0,
    backfill: hasFew ? 1.2 : 0,
    evening: hasFew ? 0.9 : 0,
    followers: 1,
    declare: 0.4,
    check: hasEntries ? 0.9 : 0,
  };
  const manner = anyManner(draft);
  switch (dice.weighted(weights)) {
    case 'record':
      return draft.add(record(draft), manner);
    case 'correct': {
      const action = correction(draft);
      return draft.add(action, action.do === 'undo' ? {} : manner);
    }
    case 'backfill':
      return draft.add(backfill(draft), manner);
    case 'evening':
      return evening(draft);
    case 'followers':
      return draft.add(followers(draft));
    case 'declare':
      return draft.add(declaration(draft));
    case 'check':
      return draft.add({ do: 'check', questions: questionsOf(draft, 2), isFull: false });
  }
}

/** Sales that bring a host's year to a threshold, one fen below it or one above it. */
function reachThreshold(draft: Draft): void {
  const { dice, book, today } = draft;
  const host = dice.pick([...book.hosts]);
  const isRead = dice.chance(0.8);
  const own = book.accounts
    .filter(({ owner }) => owner === host || (owner === null && isRead))
    .map(({ label }) => label);
  for (const account of own) {
    const count = dice.pick([500_001, 500_001, 500_000, 100_000]);
    draft.add({ do: 'readFollowers', account, count, readOn: today });
  }
  const [account = null] = own;
  const amount = thresholdAmount(dice, book, { host, year: yearIn(today) });
  if (amount === null) return;
  // A day of its own, so that the net changes by the amount and by nothing else.
  const target = { in: 'day', host, account, bookedOn: today } as const;
  const isFree = book.entries.every(({ bookedOn }) => bookedOn !== today);
  if (isFree) draft.add({ do: 'record', entry: draft.label('e'), target, amount });
}

/** The history of a seed. */
export function generate(seed: number): History {
  const dice = new Dice(seed);
  const flavour = FLAVOURS[dice.weighted({ plain: 52, threshold: 28, large: 8, old: 4, usual: 8 })];
  const line = dice.weighted({ streamer: 44, mcn: 44, brand_or_shop: 6, brokerage: 6 });
  const start = dayAfter('2020-07-01', dice.whole(0, 2300));
  const registeredAt = later(firstInstantOf(start), dice.whole(0, 23) * HOUR);
  const about = { seed, line, platform: dice.pick(PLATFORMS), registeredAt };
  const draft = new Draft(dice, flavour, about);
  setUp(draft);
  if (flavour.isOld) for (const action of oldSales(dice, draft)) draft.add(action);
  if (flavour.isUsual) for (const action of usualSessions(dice, draft)) draft.add(action);
  const length = flavour.isOld ? dice.whole(1, 3) : dice.whole(3, 11);
  for (let index = 0; index < length; index += 1) {
    if (dice.chance(0.6)) draft.pass();
    addAny(draft);
  }
  if (flavour.isAtThreshold && draft.book.hosts.length > 0) reachThreshold(draft);
  if (dice.chance(0.05)) draft.add({ do: 'publish' });
  if (dice.chance(0.5)) draft.pass();
  draft.add(finalCheck(draft));
  return { ...about, steps: draft.steps };
}
