// The answers that a book leads to, by the recount.
import type { RuleSet } from '../../src/domain/incentive/rule-set';
import {
  type Book,
  type BookEntry,
  type Counted,
  countedIn,
  entryWith,
  hostMeant,
  platformOf,
  scopeOf,
  standingOf,
  type Statement,
} from './book';
import { chinaDay, lastInstantOf, yearIn } from './calendar';
import { isBeyondExact } from './differences';
import { oldNetOf, pathOf, settlementOf } from './recount-settlement';
import { figuresOf, isExact, monthsOf, netOf, warningsOf, yearOf } from './recount-sums';
import { byReturnOf, bySaleOf } from './recount-year';
import { followersOf, type Known, ladderOf, schemesOf } from './recount-tiers';
import type { Label, Question } from './steps';

/** The rule sets of the cloud, and since when they are published. */
export interface Rules {
  readonly ruleSets: readonly RuleSet[];
  readonly publishedAt: string;
}

const SUM_TOO_LARGE = { refused: 'sum_too_large' };

function ofHost(counted: readonly Counted[], host: Label | null): Counted[] {
  return host === null ? [...counted] : counted.filter((each) => each.host === host);
}

function inYear(counted: readonly Counted[], year: number): Counted[] {
  return counted.filter(({ bookedOn }) => yearIn(bookedOn) === year);
}

/** What progress is computed with. */
export interface Moment {
  readonly now: string;
  readonly rules: Rules;
}

/** Progress of a host or store, as of now or of an earlier day. */
export function expectedProgress(book: Book, question: Question, { now, rules }: Moment) {
  const { year, asOf } = question;
  const host = hostMeant(book, question.host);
  const all = ofHost(countedIn(book, asOf), host);
  const counted = inYear(all, year);
  if (!isExact(counted)) return SUM_TOO_LARGE;
  const at = asOf === null ? now : lastInstantOf(asOf);
  const today = chinaDay(now);
  const ofDays = [...inYear(all, year - 1), ...counted];
  const isNowOfHost = asOf === null && host !== null;
  const hasSettlement = isNowOfHost && counted.length > 0;
  const settlement = hasSettlement ? settlementOf(ofDays, { year, today }) : null;
  const known: Known = { book, host, year, at, net: netOf(counted), settlement };
  return {
    subject: host ?? 'store',
    year,
    sums: yearOf(counted),
    months: asOf === null ? monthsOf(counted) : null,
    settlement,
    path: isNowOfHost && yearIn(today) === year ? pathOf(ofDays, today) : null,
    followers: Object.fromEntries(followersOf(known).map((each) => [each.account, each])),
    schemes: at >= rules.publishedAt || asOf === null ? schemesOf(rules.ruleSets, known) : {},
  };
}

/** What the place of a host in the list depends on. */
type HostPlace = readonly [group: number, distance: number];

/** The nearest to their next tier first, then those above the last, then those without records. */
function byPlace([group, distance]: HostPlace, [otherGroup, other]: HostPlace): number {
  return group - otherGroup || distance - other;
}

/** Every host on the ladder of a year, what names no host, and the store's net. */
export function expectedHosts(book: Book, year: number, now: string, rules: Rules) {
  const ofYear = inYear(countedIn(book), year);
  if (!isExact(ofYear)) return SUM_TOO_LARGE;
  const unassigned = ofYear.filter(({ host }) => host === null);
  return {
    ...placedHosts(book, year, now, rules),
    unassigned: { net: netOf(unassigned), entryCount: unassigned.length },
    net: netOf(ofYear),
  };
}

type AnsweredAward = NonNullable<ReturnType<typeof schemesOf>[string]>['awards'][number];

/** The largest share that is missing of a known figure of the next tier; null where all are passed. */
function distanceToNext(answer: AnsweredAward): number | null {
  const reached = answer.tiers.findIndex(({ tierId }) => tierId === answer.reachedTierId);
  const next = answer.tiers.slice(reached + 1).find(({ byFigures }) => byFigures !== 'met');
  if (!next) return null;
  const shares = next.conditions.map(({ metric, low, gap, threshold }) => {
    if (low === null || gap === null) return metric === answer.metric ? 1 : 0;
    return Math.min(1, Number(gap) / threshold);
  });
  return Math.max(0, ...shares);
}

function placedHosts(book: Book, year: number, now: string, rules: Rules) {
  const ladder = ladderOf(rules.ruleSets, book.line, year);
  if (ladder === null || book.hosts.length === 0) return { ladder: null, order: [], hosts: {} };
  const { ruleSet, award } = ladder;
  const key = `${ruleSet.ruleSetId}.v${String(ruleSet.version)}`;
  const hosts = book.hosts.map((host) => {
    const counted = inYear(ofHost(countedIn(book), host), year);
    const known: Known = { book, host, year, at: now, net: netOf(counted), settlement: null };
    const answer = schemesOf([ruleSet], known)[key]?.awards.find(
      ({ awardId }) => awardId === award.awardId,
    );
    const conditions = answer?.tiers.flatMap((tier) => tier.conditions) ?? [];
    const ahead = conditions.find(
      (condition) => condition.metric === 'net_sales' && condition.answer !== 'met',
    );
    const distance = answer ? distanceToNext(answer) : null;
    return {
      host,
      place:
        known.net === null
          ? ([2, 0] as const)
          : ([distance === null ? 1 : 0, distance ?? 0] as const),
      net: known.net,
      followers: conditions.find(({ metric }) => metric === 'followers')?.low ?? null,
      settledFen: oldNetOf(counted, chinaDay(now)),
      reachedTierId: answer?.reachedTierId,
      nextTierId: answer?.nextTierId,
      gapFen: ahead?.gap ?? null,
      missing: [...new Set(conditions.flatMap(({ missing }) => missing ?? []))].sort(),
    };
  });
  return {
    ladder: { ruleSetKey: key, awardId: award.awardId },
    order: hosts.map(({ place }) => place).sort(byPlace),
    hosts: Object.fromEntries(hosts.map(({ place: _place, ...each }) => [each.host, each])),
  };
}

/** What sessions sold by month of a year: how many have an amount there, and the net of these. */
export function expectedMonths(book: Book, { host, year }: Pick<Question, 'host' | 'year'>) {
  const all = ofHost(countedIn(book), host).filter(({ session }) => session !== null);
  const months = [...new Set(inYear(all, year).map(({ bookedOn }) => bookedOn.slice(0, 7)))];
  const rows = months.map((month) => {
    const counted = all.filter(({ bookedOn }) => bookedOn.startsWith(month));
    const sessions = new Set(counted.map(({ session }) => session)).size;
    return [month, { sessions, net: netOf(counted) }] as const;
  });
  return Object.fromEntries(rows);
}

function statusOf(entry: BookEntry, { label, undoneAt }: Statement): string {
  if (undoneAt !== null) return 'undone';
  return standingOf(entry, null)?.label === label ? 'counts' : 'replaced';
}

/** A year month by month, with each refund on the day of its sale, and on its own day. */
export function expectedYear(book: Book, { host: asked, year }: Pick<Question, 'host' | 'year'>) {
  const host = hostMeant(book, asked);
  const all = ofHost(countedIn(book), host);
  const own = inYear(all, year);
  const byReturn = byReturnOf(own, inYear(all, year - 1), year);
  const bySale = bySaleOf(own);
  if (!isExact(own) || isBeyondExact([bySale, byReturn])) return SUM_TOO_LARGE;
  return { subject: host ?? 'store', year, coversFrom: year - 1, bySale, byReturn };
}

/** A line of the ledger. */
export function expectedLine(book: Book, entry: BookEntry, statement: Statement) {
  const { session, host, account, bookedOn } = entry;
  const { kind, amountFen, returnedOn, basis, source, soldFor, replaces } = statement;
  return {
    session,
    host,
    account,
    platform: platformOf(book, account),
    kind: kind as string,
    amountFen,
    bookedOn,
    returnedOn,
    basis: basis as string,
    source,
    soldFor: soldFor ?? { name: null, aboveThresholdHuadu: 'unknown' },
    status: statusOf(entry, statement),
    replaces,
  };
}

/** All lines of the ledger by label: of a session or of the store, of a period or of all time. */
export function expectedLedger(
  book: Book,
  isMeant: (entry: BookEntry) => boolean,
): Record<Label, ReturnType<typeof expectedLine>> {
  return Object.fromEntries(
    book.entries
      .filter(isMeant)
      .flatMap((entry) =>
        entry.statements.map((each) => [each.label, expectedLine(book, entry, each)]),
      ),
  );
}

/** The amounts of the session of an entry, or of its account, host and day. */
function placeOfEntry(book: Book, entry: BookEntry): Counted[] {
  const { session } = entry;
  return countedIn(book).filter((each) =>
    session === null ? each.scope === scopeOf(entry) : each.session === session,
  );
}

/** The figures of each host with entries, by label; `none` names no host. */
function hostFiguresOf(counted: readonly Counted[]) {
  const hosts = [...new Set(counted.map(({ host }) => host))];
  return Object.fromEntries(
    hosts.map((host) => [host ?? 'none', figuresOf(counted.filter((each) => each.host === host))]),
  );
}

/** The answer of a write of money: the statement it is about, the sums of its place, the warnings. */
export function expectedWrite(book: Book, label: Label) {
  const entry = entryWith(book, label);
  const statement = entry?.statements.find((each) => each.label === label);
  if (entry === undefined || statement === undefined) throw new Error(`${label} is not stated`);
  const counted = placeOfEntry(book, entry);
  const scope = counted.filter((each) => each.scope === scopeOf(entry));
  return {
    line: expectedLine(book, entry, statement),
    figures: figuresOf(counted),
    hostFigures: hostFiguresOf(counted),
    warnings: warningsOf(scope, entry.session !== null).sort(),
  };
}

/** The place that an entry left, after its move. */
export function expectedLeft(book: Book, moved: Label) {
  const entry = entryWith(book, moved);
  if (entry === undefined) throw new Error(`${moved} is not stated`);
  const counted = placeOfEntry(book, entry);
  return {
    session: entry.session,
    figures: figuresOf(counted),
    hostFigures: hostFiguresOf(counted),
  };
}

/** The sessions of the store by label. */
export function expectedSessions(book: Book) {
  const counted = countedIn(book);
  const rows = book.sessions.map(({ label, hosts, account, bookedOn }) => {
    const figures = figuresOf(counted.filter(({ session }) => session === label));
    return [label, { hosts: [...hosts], account, bookedOn, figures }] as const;
  });
  return Object.fromEntries(rows);
}

/** A session in full: its row, and the figures of each host. */
export function expectedSession(book: Book, session: Label) {
  const counted = countedIn(book).filter((each) => each.session === session);
  return { ...expectedSessions(book)[session], hostFigures: hostFiguresOf(counted) };
}
