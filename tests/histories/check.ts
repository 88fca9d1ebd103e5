// Holds the answers of the endpoints against the recount.
import { callAs } from '../testkit/cloud';
import {
  askExplained,
  askHosts,
  askLedger,
  askMonths,
  askProgress,
  askSession,
  askSessions,
  askYear,
  lineOf,
} from './answered';
import { type Book, type BookEntry, countedIn, hostMeant } from './book';
import { chinaDay, yearIn } from './calendar';
import { type Difference, differences, isBeyondExact } from './differences';
import {
  expectedHosts,
  expectedLedger,
  expectedMonths,
  expectedProgress,
  expectedSession,
  expectedSessions,
  expectedYear,
  type Rules,
} from './expected';
import { ClockOverrun, type Player } from './player';
import type { Label, Question, Step } from './steps';

/** How answers compare with the recount. */
export interface Tally {
  /** Answers that are equal. */
  compared: number;
}

/** The first answer that differs. */
export interface Found {
  readonly what: string;
  readonly differences: readonly Difference[];
}

/** An answer that was asked for, and the recounted one. */
interface Compared {
  readonly expected: unknown;
  readonly got: unknown;
}

type Check = readonly [what: string, compare: () => Promise<Compared>];

/** The part of an answer that contains expected returns. */
interface Expecting {
  readonly settlement?: {
    readonly platforms: Record<string, { readonly expectedReturnFen: number }>;
    readonly settling: { readonly keptFen: number[] } | null;
  } | null;
}

function isWithinRounding(fen: number, recounted: number): boolean {
  return Math.abs(fen - recounted) <= 30 + Math.abs(recounted) * 1e-12;
}

/**
 * Expected returns are rounded for each day from a product of fractions, so that the last fen
 * depends on the order of the factors: within this they are taken as equal.
 */
function withinRounding(recount: unknown, answer: unknown): void {
  const [expected, got] = [recount as Expecting, answer as Expecting];
  const recounted = expected.settlement?.platforms ?? {};
  for (const [platform, open] of Object.entries(got.settlement?.platforms ?? {})) {
    const fen = recounted[platform]?.expectedReturnFen;
    if (fen === undefined || !isWithinRounding(open.expectedReturnFen, fen)) continue;
    Object.assign(open, { expectedReturnFen: fen });
  }
  const kept = got.settlement?.settling?.keptFen ?? [];
  expected.settlement?.settling?.keptFen.forEach((fen, index) => {
    if (index in kept && isWithinRounding(kept[index] ?? 0, fen)) kept[index] = fen;
  });
}

function progressCheck(player: Player, book: Book, now: string, rules: Rules) {
  return (question: Question): Check => [
    nameOf('incentive.progress', question),
    async () => {
      const got = await askProgress(player, question, now).catch(outsideContract);
      const expected = expectedProgress(book, question, { now, rules });
      withinRounding(expected, got);
      return { expected, got };
    },
  ];
}

function nameOf(endpoint: string, { host, year, asOf = 'now' }: Partial<Question>): string {
  return `${endpoint} of ${host ?? 'the store'} in ${String(year)}, ${asOf ?? 'now'}`;
}

/** An answer that its contract does not allow is compared like any other. */
function outsideContract(cause: unknown): unknown {
  if (cause instanceof ClockOverrun) throw cause;
  return String(cause);
}

function hostsCheck(player: Player, book: Book, at: string, rules: Rules) {
  return (year: number): Check => [
    `incentive.hosts in ${String(year)}`,
    async () => ({
      expected: expectedHosts(book, year, at, rules),
      got: await askHosts(player, year, at).catch(outsideContract),
    }),
  ];
}

function yearCheck(player: Player, book: Book, at: string) {
  return ({ host, year }: Question): Check => [
    nameOf('incentive.year', { host, year }),
    async () => ({
      expected: expectedYear(book, { host, year }),
      got: await askYear(player, { host, year }, at).catch(outsideContract),
    }),
  ];
}

function monthsCheck(player: Player, book: Book, at: string) {
  return ({ host, year }: Question): Check[] => {
    const expected = expectedMonths(book, { host, year });
    // No answer can state them, and nothing refuses them.
    if (isBeyondExact(expected)) return [];
    const compare = async () => ({ expected, got: await askMonths(player, { host, year }, at) });
    return [[nameOf('liveSession.months', { host, year }), compare]];
  };
}

function explainCheck(player: Player, book: Book, at: string) {
  return ({ host, year }: Question): Check => [
    nameOf('incentive.explain', { host, year }),
    async () => ({
      expected: { labels: countedLabels(book, hostMeant(book, host), year) },
      got: await askExplained(player, host, year, at),
    }),
  ];
}

function countedLabels(book: Book, host: Label | null, year: number): Label[] {
  return Object.entries(
    expectedLedger(
      book,
      (entry) => yearIn(entry.bookedOn) === year && (host === null || entry.host === host),
    ),
  )
    .filter(([, { status }]) => status === 'counts')
    .map(([label]) => label)
    .sort();
}

interface Part {
  readonly session: Label | null;
  readonly month: string | null;
  /** Only what counts and names no host. */
  readonly isUnassigned?: boolean;
}

function ledgerCheck(player: Player, book: Book, at: string) {
  return ({ session, month, isUnassigned = false }: Part): Check => [
    `sales.ledger of ${session ?? (isUnassigned ? 'no host' : 'the store')}, ${month ?? 'all months'}`,
    async () => {
      const isMeant = (entry: BookEntry): boolean =>
        (session === null || entry.session === session) &&
        (month === null || entry.bookedOn.startsWith(month)) &&
        (!isUnassigned || entry.host === null);
      const lines = Object.entries(expectedLedger(book, isMeant));
      const shown = lines.filter(([, { status }]) => !isUnassigned || status === 'counts');
      const items = await askLedger(player, { session, month, isUnassigned }, at);
      const days = items.map(({ bookedOn }) => bookedOn);
      const got = Object.fromEntries(
        items.map((item) => [player.labelOf(item.id) ?? '', lineOf(player, item)]),
      );
      return {
        expected: { lines: Object.fromEntries(shown), days: [...days].sort().reverse() },
        got: { lines: got, days },
      };
    },
  ];
}

/** Words that no answer for a viewer contains: money, people, and private contact. */
const PRIVATE = /Fen"|"net"|"figures"|"phone"|"recordedBy"|"personId"|"followers"|"facts"/;

function publicCheck(player: Player, book: Book, at: string): Check {
  return [
    'the public pages',
    async () => {
      const viewer = callAs(player.cloud);
      const { shopId } = player;
      const [view, list] = await player.during(at, () =>
        Promise.all([
          viewer.raw('shop.view', { shopId }, null),
          viewer.raw('discover.list', { cursor: null }, null),
        ]),
      );
      const text = JSON.stringify([view, list]);
      const got = {
        view: view.ok ? 'answered' : view.error.code,
        isListed: JSON.stringify(list).includes(shopId),
        isPrivate: PRIVATE.test(text),
      };
      const expected = {
        view: book.isPublished ? 'answered' : 'not_found',
        isListed: false,
        isPrivate: false,
      };
      return { expected, got };
    },
  ];
}

function sessionsCheck(player: Player, book: Book, at: string): Check {
  return [
    'liveSession.list',
    async () => ({ expected: expectedSessions(book), got: await askSessions(player, at) }),
  ];
}

/** The session with the most hosts. */
function fullSession({ sessions }: Book): Label[] {
  const most = Math.max(...sessions.map(({ hosts }) => hosts.length));
  return sessions
    .filter(({ hosts }) => hosts.length === most)
    .slice(0, 1)
    .map(({ label }) => label);
}

function sessionCheck(player: Player, book: Book, at: string) {
  return (session: Label): Check => [
    `liveSession.get of ${session}`,
    async () => ({
      expected: expectedSession(book, session),
      got: await askSession(player, session, at),
    }),
  ];
}

/** The checks of a step, in the order in which they are made. */
function* checksOf(
  player: Player,
  book: Book,
  { questions, isFull, at }: Extract<Step, { do: 'check' }>,
  rules: Rules,
): Generator<Check> {
  const known = questions.filter(({ host }) => host === null || book.hosts.includes(host));
  yield* known.map(progressCheck(player, book, at, rules));
  if (!isFull) return;
  const years = [...new Set(known.map(({ year }) => year))];
  yield* years.slice(0, 1).map(hostsCheck(player, book, at, rules));
  yield* known.slice(0, 1).map(explainCheck(player, book, at));
  yield* known.slice(0, 1).map(yearCheck(player, book, at));
  if (book.sessions.length > 0) yield* known.slice(0, 1).flatMap(monthsCheck(player, book, at));
  yield sessionsCheck(player, book, at);
  yield* fullSession(book).map(sessionCheck(player, book, at));
  // Some parts in some histories: one call less in the others.
  const [month] = countedIn(book).map(({ bookedOn }) => bookedOn.slice(0, 7));
  const [session] = book.sessions.map(({ label }) => label);
  const parts: Part[] = [{ session: null, month: null }];
  if (book.entries.some(({ host }) => host === null)) {
    parts.push({ session: null, month: null, isUnassigned: true });
  }
  if (month !== undefined && chinaDay(at).endsWith('1')) parts.push({ session: null, month });
  if (session !== undefined && chinaDay(at).endsWith('2')) parts.push({ session, month: null });
  yield* parts.map(ledgerCheck(player, book, at));
  if (book.isPublished || chinaDay(at).endsWith('3')) yield publicCheck(player, book, at);
}

/** Compares until the first difference; null when there is none. */
export async function check(
  player: Player,
  book: Book,
  step: Extract<Step, { do: 'check' }>,
  { rules, tally }: { rules: Rules; tally: Tally },
): Promise<Found | null> {
  for (const [what, compare] of checksOf(player, book, step, rules)) {
    const { expected, got } = await compare();
    const found = differences(expected, got);
    if (found.length === 0) tally.compared += 1;
    else return { what, differences: found };
  }
  return null;
}
