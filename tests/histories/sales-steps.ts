// Steps that state sales: new ones, corrections, moves, past sessions and evenings.
import { standingOf, type Statement } from './book';
import { chinaDay, dayAfter, firstInstantOf, later } from './calendar';
import { anyAccount, anyAmount, anyDay, anyHosts, anySeller, anyTarget, dayOf } from './choices';
import { type Draft, HOUR, MINUTE } from './draft';
import type { Action, Amount, Step, Target, When } from './steps';

type SalesAction = Extract<Action, { do: 'record' | 'replace' | 'undo' | 'move' }>;

/** The amount of a statement. */
export function amountOf({ kind, amountFen, returnedOn, basis, source, soldFor }: Amount): Amount {
  return { kind, amountFen, returnedOn, basis, source, soldFor };
}

/** A new entry: seldom what was recorded just before, once more. */
export function record(draft: Draft): SalesAction {
  const last = draft.steps.at(-1);
  if (last?.do === 'record' && draft.dice.chance(0.12)) {
    const { target, amount } = last;
    return { do: 'record', entry: draft.label('e'), target, amount };
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

/** A correction, an undo or a move of what is stated. */
export function correction(draft: Draft): SalesAction {
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
function twin(draft: Draft, { titled, hosts, account, when, ...earlier }: Backfill): Action {
  const session = draft.label('s');
  const figure = earlier.figure && { ...earlier.figure, entry: draft.label('e') };
  return { do: 'backfill', session, titled, hosts, account, when, figure };
}

/** A session that took place, with or without its first figure. */
export function backfill(draft: Draft): Action {
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

/** Real times of a session afterwards, mostly on another day, and its sales after it; seldom undone. */
export function correctTimes(draft: Draft): void {
  const { dice, book, at } = draft;
  const ended = book.sessions.filter(({ state }) => state === 'ended');
  const { label: session } = dice.pick(ended.length > 0 ? ended : book.sessions);
  const day = anyDay(draft);
  const endedAt = dice.pick([
    later(at, -dice.whole(0, 30) * HOUR),
    later(firstInstantOf(day), dice.pick([0, 2 * HOUR])),
    dice.chance(0.1) ? later(at, MINUTE) : at,
  ]);
  const startedAt = later(endedAt, -dice.pick([MINUTE, HOUR, 3 * HOUR]));
  const withSales = dice.chance(0.7);
  draft.add({ do: 'correct', session, startedAt, endedAt, withSales });
  if (dice.chance(0.15)) draft.add({ do: 'undoStep', session });
  if (dice.chance(0.8)) draft.add({ do: 'moveSales', session });
  if (dice.chance(0.1)) draft.add({ do: 'undoStep', session });
}

/** A planned evening: it starts when it was planned, early, late, after midnight or never. */
export function evening(draft: Draft): void {
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
  if (dice.chance(0.15)) draft.add({ do: 'undoStep', session });
}
