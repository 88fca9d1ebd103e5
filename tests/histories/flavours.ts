// What kinds of amounts a history has.
import { type Book, countedIn } from './book';
import { dayAfter, yearIn } from './calendar';
import type { Dice } from './dice';
import { netOf } from './recount-sums';
import { type Action, type Amount, FIRST_ACCOUNT, type Label, MAX_AMOUNT } from './steps';

/** How the amounts of a history are chosen. */
export interface Flavour {
  readonly kinds: Readonly<Record<Amount['kind'], number>>;
  readonly amount: (dice: Dice) => number;
  /** Close to 2^53−1, so that many are refused. */
  readonly isLarge: boolean;
  /** Ends at a threshold, one fen below it or one above it. */
  readonly isAtThreshold: boolean;
  /** Begins with many days of old sales, so that returns follow the store's own curve. */
  readonly isOld: boolean;
  /** Begins with sessions that sold about the same, so that far more than that is asked about. */
  readonly isUsual: boolean;
}

const PLAIN: Flavour = {
  kinds: { ordered: 3, paid: 4, refunded: 4 },
  amount: (dice) =>
    dice.pick([0, 1, dice.whole(2, 999), dice.whole(1000, 9e8), dice.whole(1, 4e9)]),
  isLarge: false,
  isAtThreshold: false,
  isOld: false,
  isUsual: false,
};

/** What a session sells in a history with a usual amount, in fen. */
const USUAL_FEN = 1_000_000;

/** The kinds of histories. */
export const FLAVOURS = {
  plain: PLAIN,
  threshold: { ...PLAIN, isAtThreshold: true, kinds: { ordered: 1, paid: 4, refunded: 2 } },
  large: {
    ...PLAIN,
    isLarge: true,
    amount: (dice: Dice) =>
      dice.pick([MAX_AMOUNT, MAX_AMOUNT - 1, MAX_AMOUNT + 1, (MAX_AMOUNT - 1) / 2, 1, 2]),
  },
  old: { ...PLAIN, isOld: true },
  usual: {
    ...PLAIN,
    isUsual: true,
    amount: (dice: Dice) =>
      dice.pick([
        20 * USUAL_FEN - 1,
        20 * USUAL_FEN,
        USUAL_FEN,
        dice.whole(1, 20 * USUAL_FEN),
        dice.whole(1, 60 * USUAL_FEN),
      ]),
  },
} as const satisfies Record<string, Flavour>;

/** Net sales that the rule sets compare with, in fen. */
const THRESHOLDS = [1_000_000_000, 2_000_000_000, 5_000_000_000, 300_000_000, 2_500_000_000];

/** A paid amount that brings the lower bound of a host's net to a threshold; null where it is past. */
export function thresholdAmount(
  dice: Dice,
  book: Book,
  { host, year }: { host: Label; year: number },
): Amount | null {
  const counted = countedIn(book).filter(
    (each) => each.host === host && yearIn(each.bookedOn) === year,
  );
  const low = Number(netOf(counted)?.low ?? 0n);
  const wanted = dice.pick(THRESHOLDS) + dice.pick([-1, 0, 1]);
  const amountFen = wanted - low;
  if (amountFen < 0) return null;
  const stated = { basis: 'self_reported', source: null, soldFor: null } as const;
  return { kind: 'paid', amountFen, returnedOn: null, ...stated };
}

/**
 * Sales on many days that are old enough to have all their returns, some of these returns, and a
 * few sales that may still come back.
 */
export function oldSales(
  dice: Dice,
  draft: { today: string; book: Book; label: (letter: string) => Label },
): Action[] {
  const host = draft.book.hosts[0] ?? null;
  const saleDays = dice.pick([19, 20, 21]);
  const stated = { basis: 'platform_export', source: null, soldFor: null } as const;
  const actions: Action[] = [];
  const add = (bookedOn: string, kind: Amount['kind'], fen: number, back: string | null): void => {
    const target = { in: 'day', host, account: FIRST_ACCOUNT, bookedOn } as const;
    const amount = { ...stated, kind, amountFen: fen, returnedOn: back };
    actions.push({ do: 'record', entry: draft.label('e'), target, amount });
  };
  let age = 61;
  for (let index = 0; index < saleDays; index += 1) {
    const bookedOn = dayAfter(draft.today, -age);
    age += dice.whole(1, 5);
    add(bookedOn, 'paid', dice.whole(10_000, 9_000_000), null);
    if (!dice.chance(0.3)) continue;
    const back = dayAfter(bookedOn, dice.pick([1, 5, 12, 25, 45]));
    add(bookedOn, 'refunded', dice.whole(1, 9000), dice.chance(0.3) ? null : back);
  }
  for (const days of [1, 9, 28]) {
    add(dayAfter(draft.today, -days), 'paid', dice.whole(10_000, 9_000_000), null);
  }
  return actions;
}

/** Past sessions that sold about the same: five or more, so that there is a usual amount. */
export function usualSessions(
  dice: Dice,
  draft: { today: string; book: Book; label: (letter: string) => Label },
): Action[] {
  const hosts = draft.book.hosts.slice(0, 1);
  const stated = { basis: 'self_reported', source: null, soldFor: null, returnedOn: null } as const;
  return Array.from({ length: dice.pick([5, 6, 7, 7]) }, (_, index): Action => {
    const session = draft.label('s');
    const kind = dice.weighted({ paid: 4, ordered: 1 });
    const amountFen = dice.pick([USUAL_FEN, USUAL_FEN, USUAL_FEN + dice.whole(-9, 9)]);
    const figure = { entry: draft.label('e'), amount: { ...stated, kind, amountFen } };
    const when = { precision: 'day', day: dayAfter(draft.today, -1 - index) } as const;
    const place = { hosts, account: FIRST_ACCOUNT };
    return { do: 'backfill', session, titled: session, ...place, when, figure };
  });
}
