// Places and amounts, as the steps of a history choose them.
import { SELF_BASES } from '../../src/domain/sales/entry';
import { dayAfter, yearIn } from './calendar';
import type { Draft } from './draft';
import { type Amount, FIRST_ACCOUNT, type Label, SELF, type Target } from './steps';

/** A day: used before, recent, today, at an edge of a month or year, or long ago. */
export function anyDay({ dice, today, book }: Draft): string {
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

/** A host of the store, or none named. */
function anyHost({ dice, book, about }: Draft): Label | null {
  if (about.line === 'streamer') return dice.pick([null, SELF]);
  // A store with hosts names one: otherwise it is refused.
  return book.hosts.length === 0 || dice.chance(0.06) ? null : dice.pick(book.hosts);
}

/** Hosts of a new session, the main one first; seldom none, or one of them twice. */
export function anyHosts(draft: Draft): Label[] {
  const { dice } = draft;
  const main = anyHost(draft);
  if (main === null) return [];
  const others = draft.book.hosts.filter((host) => host !== main && dice.chance(0.45));
  return dice.chance(0.03) ? [main, ...others, main] : [main, ...others];
}

/** Who sold in a session: no host named, one of its hosts, or any host of the store. */
export function anySeller(draft: Draft, hosts: readonly Label[]): Label | null {
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

/** An account of the store, or none. */
export function anyAccount({ dice, book }: Draft): Label | null {
  return dice.pick([null, FIRST_ACCOUNT, ...book.accounts.map(({ label }) => label)]);
}

/** Where an amount belongs: often where something is recorded already. */
export function anyTarget(draft: Draft): Target {
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
export function dayOf({ book, today }: Draft, target: Target): string {
  if (target.in === 'day') return target.bookedOn;
  return book.sessions.find(({ label }) => label === target.session)?.bookedOn ?? today;
}

function anyReturnDay({ dice, today }: Draft, bookedOn: string): string | null {
  if (dice.chance(0.3)) return null;
  if (dice.chance(0.03)) return dice.pick([dayAfter(today, 1), dayAfter(bookedOn, -1)]);
  const day = dayAfter(bookedOn, dice.pick([0, 1, 3, 4, 7, 8, 15, 16, 30, 31, 60, 61, 200]));
  return day > today ? today : day;
}

/** An amount of a sale of a day. */
export function anyAmount(draft: Draft, bookedOn: string): Amount {
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
