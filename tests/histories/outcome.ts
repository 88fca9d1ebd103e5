// What a step comes to: it is refused with a code, or the book is another one.
import type { Played } from './answers';
import { type Book, type BookSession, type Counted, countedIn } from './book';
import { yearIn } from './calendar';
import { areKindsExact, isExact, netOf } from './recount-sums';
import { type Label, MAX_AMOUNT } from './steps';

/** What a step is expected to come to. `statement` is the statement of money that it is about. */
export type Outcome =
  | { readonly is: 'skipped' }
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'done'; readonly book: Book; readonly statement: Label | null };

/** The step needs something that the history does not have. */
export const SKIPPED: Outcome = { is: 'skipped' };

/** Refused with a code. */
export function refused(code: string): Outcome {
  return { is: 'refused', code };
}

/** A host who only sold in a session leaves it with the last amount that counts. */
function leaveWithoutSales(book: Book): void {
  const counted = countedIn(book);
  for (const session of book.sessions) {
    const sellers = counted.filter((each) => each.session === session.label);
    session.hosts = session.hosts.filter(
      (label) => session.planned.includes(label) || sellers.some(({ host }) => host === label),
    );
  }
}

/** Done; `statement` is the one of money that it is about. */
export function done(book: Book, statement: Label | null = null): Outcome {
  leaveWithoutSales(book);
  return { is: 'done', book, statement };
}

/** Whether the sums of a session over its hosts, and the bounds of its net, are exact. */
function isExactSession(counted: readonly Counted[]): boolean {
  const { low = 0n, high = 0n } = netOf(counted) ?? {};
  const isBounded = low >= -BigInt(MAX_AMOUNT) && high <= BigInt(MAX_AMOUNT);
  return isBounded && areKindsExact(counted);
}

/**
 * Whether every sum of a kind is exact: of a host or of sales without one, in a year, and of a
 * session.
 */
function fits(book: Book): boolean {
  const counted = countedIn(book);
  const ofSession = ({ label }: BookSession) => counted.filter(({ session }) => session === label);
  if (!book.sessions.every((session) => isExactSession(ofSession(session)))) return false;
  const buckets = new Set(
    counted.map(({ host, bookedOn }) => `${String(host)} ${yearIn(bookedOn)}`),
  );
  return [...buckets].every((bucket) => {
    const inBucket = counted.filter(
      ({ host, bookedOn }) => `${String(host)} ${yearIn(bookedOn)}` === bucket,
    );
    return isExact(inBucket);
  });
}

/**
 * Whether the sums of all hosts together are exact in each year. Where they are not, an amount may be
 * refused: some hosts share a document of their store's year, and the book does not know which.
 */
function isExactOverHosts(book: Book): boolean {
  const ofHosts = countedIn(book).filter(({ host }) => host !== null);
  const years = new Set(ofHosts.map(({ bookedOn }) => yearIn(bookedOn)));
  return [...years].every((year) =>
    isExact(ofHosts.filter(({ bookedOn }) => yearIn(bookedOn) === year)),
  );
}

/** Whether a step was refused because hosts that share a document are too large together. */
export function isTooLargeTogether(outcome: Outcome, played: Played): boolean {
  const isRefused = !played.ok && played.code === 'sum_too_large';
  return isRefused && outcome.is === 'done' && !isExactOverHosts(outcome.book);
}

/** Done, unless a sum would not be exact. */
export function doneIfExact(book: Book, statement: Label | null): Outcome {
  return fits(book) ? done(book, statement) : refused('sum_too_large');
}
