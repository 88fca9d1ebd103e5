// Random histories of stores. A history is made step by step beside the book that it leads to, so
// that its steps fit: they correct what counts, move what is recorded, and aim at thresholds.
import { PLATFORMS } from '../../src/domain/shop/platform';
import { dayAfter, firstInstantOf, later, yearIn } from './calendar';
import { Dice } from './dice';
import { Draft, HOUR } from './draft';
import { FLAVOURS, oldSales, thresholdAmount, usualSessions } from './flavours';
import { finalCheck, questionsOf } from './questions';
import { backfill, correction, correctTimes, evening, record } from './sales-steps';
import { setUp } from './set-up';
import type { Action, History, Step } from './steps';

type Manner = Pick<Step, 'isRepeated' | 'isUnconfirmed'>;

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

/** Adds any step that fits the book, or the steps of an evening. */
export function addAny(draft: Draft): void {
  const { dice, book, flavour } = draft;
  const hasFew = book.sessions.length < (flavour.isUsual ? 9 : 3);
  const hasEntries = book.entries.length > 0;
  const weights = {
    record: 5,
    correct: hasEntries ? 5 : 0,
    backfill: hasFew ? 1.2 : 0,
    evening: hasFew ? 0.9 : 0,
    correctTimes: book.sessions.length > 0 ? 0.9 : 0,
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
    case 'correctTimes':
      return correctTimes(draft);
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

/** The empty draft of a seed. */
export function openDraft(seed: number): Draft {
  const dice = new Dice(seed);
  const flavour = FLAVOURS[dice.weighted({ plain: 52, threshold: 28, large: 8, old: 4, usual: 8 })];
  const line = dice.weighted({ streamer: 44, mcn: 44, brand_or_shop: 6, brokerage: 6 });
  const start = dayAfter('2020-07-01', dice.whole(0, 2300));
  const registeredAt = later(firstInstantOf(start), dice.whole(0, 23) * HOUR);
  const about = { seed, line, platform: dice.pick(PLATFORMS), registeredAt };
  return new Draft(dice, flavour, about);
}

/** Hosts and accounts of the store, and what it has behind it. */
export function begin(draft: Draft): void {
  const { dice, flavour } = draft;
  setUp(draft);
  if (flavour.isOld) for (const action of oldSales(dice, draft)) draft.add(action);
  if (flavour.isUsual) for (const action of usualSessions(dice, draft)) draft.add(action);
}

/** The history of a seed. */
export function generate(seed: number): History {
  const draft = openDraft(seed);
  const { dice, flavour, about } = draft;
  begin(draft);
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
