// Holds the answers of the endpoints against the recount.
import { callAs } from '../testkit/cloud';
import {
  askExplained,
  askHosts,
  askLedger,
  askProgress,
  askSessions,
  lineOf,
} from './answered';
import { type Book, type BookEntry, countedIn, hostMeant } from './book';
import { chinaDay, yearIn } from './calendar';
import { type Difference, differences } from './differences';
import {
  expectedHosts,
  expectedLedger,
  expectedProgress,
  expectedSessions,
  type Rules,
} from './expected';
import type { Player } from './player';
import type { Label, Question, Step } from './steps';

/** Answers that were compared, and the first difference found. */
export interface Checked {
  readonly compared: number;
  readonly found: { readonly what: string; readonly differences: readonly Difference[] } | null;
}

type Check = readonly [what: string, compare: () => Promise<Difference[]>];

interface Open {
  readonly expectedReturnFen: number;
}

/**
 * Expected returns are rounded for each day from a product of fractions, so that the last fen
 * depends on the order of the factors: within this they are taken as equal.
 */
function withinRounding(expected: unknown, got: unknown): void {
  const openOf = (answer: unknown): Record<string, Open> =>
    (answer as { settlement?: { platforms: Record<string, Open> } | null }).settlement?.platforms ??
    {};
  const sold = openOf(expected);
  for (const [platform, open] of Object.entries(openOf(got))) {
    const recounted = sold[platform];
    if (recounted === undefined) continue;
    const { expectedReturnFen: fen } = recounted;
    if (Math.abs(open.expectedReturnFen - fen) > 30 + Math.abs(fen) * 1e-12) continue;
    Object.assign(open, { expectedReturnFen: fen });
  }
}

function progressCheck(player: Player, book: Book, at: string, rules: Rules) {
  return (question: Question): Check => [
    `incentive.progress of ${question.host ?? 'the store'} in ${String(question.year)}, ${question.asOf ?? 'now'}`,
    async () => {
      const expected = expectedProgress(book, question, at, rules);
      const got = await askProgress(player, question, at);
      withinRounding(expected, got);
      return differences(expected, got);
    },
  ];
}

function hostsCheck(player: Player, book: Book, at: string, rules: Rules) {
  return (year: number): Check => [
    `incentive.hosts in ${String(year)}`,
    async () =>
      differences(expectedHosts(book, year, at, rules), await askHosts(player, year, at)),
  ];
}

function explainCheck(player: Player, book: Book, at: string) {
  return ({ host, year }: Question): Check => [
    `incentive.explain of ${host ?? 'the store'} in ${String(year)}`,
    async () => {
      const meant = hostMeant(book, host);
      const labels = countedLabels(book, meant, year);
      if (labels.length > 30) return [];
      const expected = { labels, isComplete: true };
      return differences(expected, await askExplained(player, host, year, at));
    },
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
}

function ledgerCheck(player: Player, book: Book, at: string) {
  return ({ session, month }: Part): Check => [
    `sales.ledger of ${session ?? 'the store'}, ${month ?? 'all months'}`,
    async () => {
      const isMeant = (entry: BookEntry): boolean =>
        (session === null || entry.session === session) &&
        (month === null || entry.bookedOn.startsWith(month));
      const items = await askLedger(player, { session, month }, at);
      const days = items.map(({ bookedOn }) => bookedOn);
      const got = Object.fromEntries(
        items.map((item) => [player.labelOf(item.id) ?? '', lineOf(player, item)]),
      );
      return [
        ...differences(expectedLedger(book, isMeant), got),
        ...differences([...days].sort().reverse(), days, 'order'),
      ];
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
      const view_ = book.isPublished ? 'answered' : 'not_found';
      return differences({ view: view_, isListed: false, isPrivate: false }, got);
    },
  ];
}

function sessionsCheck(player: Player, book: Book, at: string): Check {
  return [
    'liveSession.list',
    async () => differences(expectedSessions(book), await askSessions(player, at)),
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
  yield* years.slice(0, 2).map(hostsCheck(player, book, at, rules));
  yield* known.slice(0, 1).map(explainCheck(player, book, at));
  yield sessionsCheck(player, book, at);
  const [month] = countedIn(book).map(({ bookedOn }) => bookedOn.slice(0, 7));
  const [session] = book.sessions.map(({ label }) => label);
  const parts: Part[] = [{ session: null, month: null }];
  if (month !== undefined && chinaDay(at).endsWith('1')) parts.push({ session: null, month });
  if (session !== undefined && chinaDay(at).endsWith('2')) parts.push({ session, month: null });
  yield* parts.map(ledgerCheck(player, book, at));
  yield publicCheck(player, book, at);
}

/** Compares until the first difference. */
export async function check(
  player: Player,
  book: Book,
  step: Extract<Step, { do: 'check' }>,
  rules: Rules,
): Promise<Checked> {
  let compared = 0;
  for (const [what, compare] of checksOf(player, book, step, rules)) {
    compared += 1;
    const found = await compare();
    if (found.length > 0) return { compared, found: { what, differences: found } };
  }
  return { compared, found: null };
}
