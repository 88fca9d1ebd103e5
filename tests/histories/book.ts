// What a history states, as plain lists: the basis of the recount. Nothing is added up here.
import { chinaDay } from './calendar';
import { FIRST_ACCOUNT, type History, type Label, SELF, type Amount } from './steps';

/** A statement of an entry: its first recording, or a correction. */
export interface Statement extends Amount {
  readonly label: Label;
  /** The instant at which the cloud recorded it. */
  recordedAt: string;
  readonly replaces: Label | null;
  undoneAt: string | null;
  /** Whether it counts in place of one that was moved with its session: such are not asked about. */
  isMoved?: boolean;
}

/** An entry with its statements, the first one first. */
export interface BookEntry {
  readonly session: Label | null;
  readonly host: Label | null;
  readonly account: Label | null;
  readonly bookedOn: string;
  readonly statements: Statement[];
}

/** A session as far as money depends on it. */
export interface BookSession {
  readonly label: Label;
  /** The label of the session after which it is titled. */
  readonly titled: Label;
  /** Named when it was planned or entered; the main one first. */
  readonly planned: readonly Label[];
  /** Those, and after them the others who have sold in it. */
  hosts: Label[];
  readonly account: Label | null;
  startAt: string;
  startedAt: string | null;
  state: 'scheduled' | 'live' | 'ended' | 'cancelled';
  bookedOn: string;
  /** When its amounts last changed; null when there never were any. */
  entriesAt: string | null;
  /** The steps that stand, oldest first. */
  steps: SessionStep[];
}

/** What a step changes of a session. */
export type SessionRun = Pick<BookSession, 'startAt' | 'startedAt' | 'state' | 'bookedOn'>;

/** A step of a session: what it changed, as it was before; null for the one that made the session. */
export interface SessionStep {
  readonly at: string;
  readonly before: Partial<SessionRun> | null;
}

/** An account; `owner` null is the store's, shared by its hosts. */
export interface BookAccount {
  readonly label: Label;
  readonly platform: string;
  readonly owner: Label | null;
  /** From when on the store has it. */
  readonly since: string;
}

/** A reading of the followers of an account. */
export interface Reading {
  readonly account: Label;
  readonly count: number;
  readonly readOn: string;
  readonly recordedAt: string;
}

/** A declared fact. */
export interface Declaration {
  readonly label: Label;
  readonly host: Label | null;
  readonly fact: string;
  readonly value: number | boolean;
  readonly year: number | null;
  readonly declaredAt: string;
  withdrawnAt: string | null;
}

/** Everything that a history states, in the order in which it happened. */
export interface Book {
  readonly line: History['line'];
  readonly hosts: Label[];
  readonly accounts: BookAccount[];
  readonly sessions: BookSession[];
  readonly entries: BookEntry[];
  readonly readings: Reading[];
  readonly declarations: Declaration[];
  isPublished: boolean;
}

/** The book of a store that was just registered. */
export function openBook({
  line,
  platform,
  registeredAt: since,
}: Pick<History, 'line' | 'platform' | 'registeredAt'>): Book {
  const isOwn = line === 'streamer';
  return {
    line,
    hosts: isOwn ? [SELF] : [],
    accounts: [{ label: FIRST_ACCOUNT, platform, owner: isOwn ? SELF : null, since }],
    sessions: [],
    entries: [],
    readings: [],
    declarations: [],
    isPublished: false,
  };
}

/** The host that is meant: a streamer's own store has one, who stands where none is named. */
export function hostMeant({ line }: Pick<Book, 'line'>, host: Label | null): Label | null {
  return host === null && line === 'streamer' ? SELF : host;
}

/** The statement of an entry that counts, now or at the end of a China day; null for none. */
export function standingOf({ statements }: BookEntry, day: string | null): Statement | null {
  const isBy = (instant: string): boolean => day === null || chinaDay(instant) <= day;
  const standing = statements.filter(
    ({ recordedAt, undoneAt }) => isBy(recordedAt) && !(undoneAt !== null && isBy(undoneAt)),
  );
  return standing.at(-1) ?? null;
}

/** The platform of an account. */
export function platformOf({ accounts }: Pick<Book, 'accounts'>, account: Label | null) {
  return accounts.find(({ label }) => label === account)?.platform ?? null;
}

/** An amount that counts, with its place. */
export interface Counted {
  readonly label: Label;
  readonly kind: Amount['kind'];
  readonly fen: bigint;
  readonly basis: Amount['basis'];
  readonly returnedOn: string | null;
  readonly host: Label | null;
  readonly platform: string;
  readonly bookedOn: string;
  readonly session: Label | null;
  /** Sales with the same text are the same sales: ordered, paid and refunded belong together. */
  readonly scope: string;
}

/** The scope of a place: a host's part of a session on one day, or an account, a host and a day outside any. */
export function scopeOf({ session, host, account, bookedOn }: Omit<BookEntry, 'statements'>) {
  return JSON.stringify(session === null ? [account, host, bookedOn] : [session, host, bookedOn]);
}

/** The amounts that count, now or at the end of a China day. */
export function countedIn(book: Book, day: string | null = null): Counted[] {
  return book.entries.flatMap((entry): Counted[] => {
    const standing = standingOf(entry, day);
    if (standing === null) return [];
    const { session, host, account, bookedOn } = entry;
    const { label, kind, amountFen, basis, returnedOn } = standing;
    return [
      {
        label,
        kind,
        fen: BigInt(amountFen),
        basis,
        returnedOn,
        host,
        session,
        bookedOn,
        platform: platformOf(book, account) ?? 'none',
        scope: scopeOf(entry),
      },
    ];
  });
}

/** The entry with a statement; undefined when the history has none. */
export function entryWith({ entries }: Pick<Book, 'entries'>, label: Label): BookEntry | undefined {
  return entries.find(({ statements }) => statements.some((each) => each.label === label));
}
