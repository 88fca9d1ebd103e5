// What looks like a slip and is asked about once, from the words of the change log and the contract:
// 20 times the usual, the same amount again within ten minutes, refunds above the sale of a session,
// and a past session that is entered twice.
import {
  type Book,
  type BookSession,
  type Counted,
  countedIn,
  entryWith,
  hostMeant,
  scopeOf,
  standingOf,
  type Statement,
} from './book';
import { chinaDay, firstInstantOf } from './calendar';
import { type Place, placeAt } from './place';
import { total } from './recount-sums';
import type { Amount, Label, StatingStep } from './steps';

const MS_PER_MINUTE = 60_000;
/** The clock runs on during a call, so that an age is known to a second or so. */
const CLOCK_MS = 2000;

/** What is asked about a step. */
export interface Oddities {
  /** In the order of asking. */
  readonly sure: readonly string[];
  /**
   * Whether more may be asked: an equal amount of the day was entered with a past session, or was
   * undone, or is ten minutes old to the second.
   */
  readonly mayBeMore: boolean;
}

const NOTHING: Oddities = { sure: [], mayBeMore: false };

/** An amount that is about to count. */
interface NewAmount {
  readonly place: Place;
  readonly amount: Amount;
  /** The statement in place of which it counts; null for none. */
  readonly instead: { readonly stated: Statement; readonly isHere: boolean } | null;
  readonly at: string;
}

/** The figure of a session with which an amount is compared: of its kind, or else of the other. */
function salesOf(sales: readonly Counted[], kind: Amount['kind']): bigint {
  const order =
    kind === 'ordered' ? (['ordered', 'paid'] as const) : (['paid', 'ordered'] as const);
  const known = order.find((each) => sales.some((sale) => sale.kind === each));
  return known === undefined ? 0n : total(sales, known);
}

/** The median of the latest ten other sessions with sales; null below five. */
function usualFen(book: Book, kind: Amount['kind'], except: Label | null): bigint | null {
  const counted = countedIn(book);
  const sales = book.sessions
    .filter(({ label, state }) => state === 'ended' && label !== except)
    .sort((a, b) => (startOf(a) > startOf(b) ? -1 : 1))
    .map(({ label }) =>
      salesOf(
        counted.filter(({ session }) => session === label),
        kind,
      ),
    )
    .filter((fen) => fen > 0n)
    .slice(0, 10)
    .sort((a, b) => (a < b ? -1 : 1));
  if (sales.length < 5) return null;
  const [low = 0n, high = 0n] = [
    sales[Math.floor((sales.length - 1) / 2)],
    sales[Math.floor(sales.length / 2)],
  ];
  return (low + high) / 2n;
}

/** When a session started, or is to start. */
function startOf({ startAt, startedAt }: Pick<BookSession, 'startAt' | 'startedAt'>): string {
  return startedAt ?? startAt;
}

function isEqual(a: Pick<Amount, 'kind' | 'amountFen'>, b: Pick<Amount, 'kind' | 'amountFen'>) {
  return a.kind === b.kind && a.amountFen === b.amountFen;
}

/** How old a statement is against ten minutes: negative is younger, in milliseconds. */
function beyondTenMinutes({ recordedAt }: Statement, at: string): number {
  return Date.parse(at) - Date.parse(recordedAt) - 10 * MS_PER_MINUTE;
}

/** Where equal amounts are compared: a whole session, or an account's day of one host. */
function whereOf(place: Pick<Place, 'session' | 'host' | 'account' | 'bookedOn'>): string {
  const { session, host, account, bookedOn } = place;
  return session === null ? JSON.stringify([host, account, bookedOn]) : session;
}

/** Equal amounts of a session or day that count and were recorded within ten minutes. */
function hasEqual(book: Book, { place, amount, instead, at }: NewAmount): boolean {
  if (amount.amountFen === 0) return false;
  return book.entries
    .filter((entry) => whereOf(entry) === whereOf(place))
    .flatMap((entry) => standingOf(entry, null) ?? [])
    .some(
      (statement) =>
        statement.label !== instead?.stated.label &&
        statement.isMoved !== true &&
        isEqual(statement, amount) &&
        beyondTenMinutes(statement, at) < -CLOCK_MS,
    );
}

/** An equal amount of the day, host and account of which it is not known whether it is remembered. */
function mayEqual(book: Book, { place, amount, at }: NewAmount): boolean {
  const { account, bookedOn } = place;
  return book.entries
    .filter((entry) => entry.account === account && entry.bookedOn === bookedOn)
    .flatMap(({ statements }) => statements)
    .some((each) => isEqual(each, amount) && beyondTenMinutes(each, at) < CLOCK_MS);
}

function isAboveSale(book: Book, { place, amount, instead }: NewAmount): boolean {
  if (place.session === null || amount.kind !== 'refunded') return false;
  const left = instead?.isHere === true ? instead.stated.label : null;
  const scope = countedIn(book).filter(
    (each) => each.scope === scopeOf(place) && each.label !== left,
  );
  const paid = scope.some(({ kind }) => kind === 'paid');
  if (!paid && !scope.some(({ kind }) => kind === 'ordered')) return false;
  const refunded = total(scope, 'refunded') + BigInt(amount.amountFen);
  return refunded > total(scope, paid ? 'paid' : 'ordered');
}

function odditiesAt(book: Book, added: NewAmount): Oddities {
  const { place, amount, instead } = added;
  const isSame = instead !== null && isEqual(instead.stated, amount);
  if (isSame && instead.isHere) return NOTHING;
  const usual = isSame ? null : usualFen(book, amount.kind, place.session);
  const isFar = usual !== null && BigInt(amount.amountFen) >= 20n * usual;
  const hasSame = hasEqual(book, added);
  return {
    sure: [
      ...(isFar ? ['far_above_usual'] : []),
      ...(hasSame ? ['same_amount_again'] : []),
      ...(isAboveSale(book, added) ? ['refunds_above_paid'] : []),
    ],
    mayBeMore: !hasSame && amount.amountFen > 0 && mayEqual(book, added),
  };
}

type Backfill = Extract<StatingStep, { do: 'backfill' }>;

/** Whether a session of the day, account and hosts exists with the amount of one, or with the title. */
function isTwin(book: Book, place: Place, { titled, figure, ...step }: Backfill): boolean {
  const named = step.hosts.length > 0 ? step.hosts : [hostMeant(book, null)];
  const hosts = [...new Set(named)]
    .filter((host) => host !== null)
    .sort()
    .join();
  return book.sessions.some((session) => {
    const isThere =
      session.state !== 'cancelled' &&
      session.bookedOn === place.bookedOn &&
      chinaDay(startOf(session)) === place.bookedOn &&
      session.account === place.account &&
      [...session.hosts].sort().join() === hosts;
    const sales = countedIn(book).filter((each) => each.session === session.label);
    if (figure === null) return isThere && session.titled === titled && sales.length === 0;
    const { kind, amountFen } = figure.amount;
    const ofKind = sales.filter((each) => each.kind === kind);
    const sellers = new Set(ofKind.map(({ host }) => host));
    return (
      isThere &&
      [...sellers].some(
        (seller) =>
          total(
            ofKind.filter(({ host }) => host === seller),
            kind,
          ) === BigInt(amountFen),
      )
    );
  });
}

function odditiesOfBackfill(book: Book, step: Backfill): Oddities {
  const { session, account, when, figure, at } = step;
  const startAt = when.precision === 'day' ? firstInstantOf(when.day) : when.startedAt;
  const host = step.hosts[0] ?? hostMeant(book, null);
  const place = { session, host, account, bookedOn: chinaDay(startAt) };
  const twice = isTwin(book, place, step) ? ['backfilled_twice'] : [];
  if (figure === null) return { sure: twice, mayBeMore: false };
  const { sure, mayBeMore } = odditiesAt(book, { place, amount: figure.amount, instead: null, at });
  return { sure: [...sure, ...twice], mayBeMore };
}

/** What looks like a slip in a step that is otherwise accepted. */
export function odditiesOf(book: Book, step: StatingStep): Oddities {
  if (step.do === 'backfill') return odditiesOfBackfill(book, step);
  const { amount, at } = step;
  if (step.do === 'record') {
    const placed = placeAt(book, step.target, at);
    if (placed === undefined || 'refused' in placed) return NOTHING;
    return odditiesAt(book, { place: placed.place, amount, instead: null, at });
  }
  const found = entryWith(book, step.do === 'replace' ? step.replaced : step.moved);
  const stated = found === undefined ? null : standingOf(found, null);
  const placed = step.do === 'move' ? placeAt(book, step.target, at) : found && { place: found };
  if (found === undefined || stated === null || placed === undefined) return NOTHING;
  if ('refused' in placed) return NOTHING;
  const isHere = scopeOf(found) === scopeOf(placed.place);
  return odditiesAt(book, { place: placed.place, amount, instead: { stated, isHere }, at });
}
