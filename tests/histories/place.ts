// Where an amount is recorded by the binding texts, or why it is refused there.
import { type Book, type BookEntry, type BookSession, hostMeant } from './book';
import { chinaDay, later } from './calendar';
import { type Label, MAX_HOSTS, type Target } from './steps';

const MS_PER_MINUTE = 60_000;

/** Where an entry belongs. */
export type Place = Omit<BookEntry, 'statements'>;

/** A place, or the code of the refusal; undefined where the history has no such session or host. */
export type Placed = { readonly place: Place } | { readonly refused: string } | undefined;

/** The session with a label; undefined when the history has none. */
export function sessionIn({ sessions }: Book, label: Label): BookSession | undefined {
  return sessions.find((session) => session.label === label);
}

/** Whether all hosts and the account are the store's. */
export function isKnown(
  book: Book,
  { hosts, account }: { hosts: readonly Label[]; account: Label | null },
): boolean {
  const hasAccount = account === null || book.accounts.some(({ label }) => label === account);
  return hasAccount && hosts.every((host) => book.hosts.includes(host));
}

/** Whether sales can be recorded: a session that did not begin, or never will, has none. */
function isOpen({ state, startAt }: BookSession, now: string): boolean {
  if (state === 'cancelled') return false;
  return state !== 'scheduled' || later(startAt, 30 * MS_PER_MINUTE) <= now;
}

/** A store that has hosts names the one who sold; a streamer's own store means the streamer. */
function sellerOf(book: Book, named: Label | null): { host: Label | null } | { refused: string } {
  const host = hostMeant(book, named);
  return host === null && book.hosts.length > 0 ? { refused: 'invalid_input' } : { host };
}

/** Null is the only host of the session; another host of the store joins it, up to ten. */
function sellerIn(book: Book, session: BookSession, named: Label | null) {
  const [main] = session.hosts;
  if (named === null && main !== undefined) {
    return session.hosts.length > 1 ? { refused: 'invalid_input' } : { host: main };
  }
  const isNew = named !== null && !session.hosts.includes(named);
  if (isNew && session.hosts.length >= MAX_HOSTS) return { refused: 'limit_reached' };
  return sellerOf(book, named);
}

/** Where an amount for a target is recorded. */
export function placeAt(book: Book, target: Target, now: string): Placed {
  const named = target.host === null ? [] : [target.host];
  if (target.in === 'day') {
    const { account, bookedOn } = target;
    if (!isKnown(book, { hosts: named, account })) return undefined;
    if (bookedOn > chinaDay(now)) return { refused: 'invalid_input' };
    const seller = sellerOf(book, target.host);
    if ('refused' in seller) return seller;
    return { place: { session: null, host: seller.host, account, bookedOn } };
  }
  const session = sessionIn(book, target.session);
  if (session === undefined || !isKnown(book, { hosts: named, account: null })) return undefined;
  if (!isOpen(session, now)) return { refused: 'illegal_transition' };
  const seller = sellerIn(book, session, target.host);
  if ('refused' in seller) return seller;
  const { label, account, bookedOn } = session;
  return { place: { session: label, host: seller.host, account, bookedOn } };
}
