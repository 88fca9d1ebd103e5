import { Failure } from '../../src/contract/failure';
import { addFen, sumFits } from '../../src/domain/money';
import { eveningScopes, type PieceRecord, stageIn } from '../../src/domain/live-session/evening';
import { hostsWithPart } from '../../src/domain/live-session/hosts';
import { applyEntry } from '../../src/domain/sales/apply-entry';
import {
  type HostScope,
  scopeOfPart,
  sessionFits,
  type SessionPart,
  withScopeOfPart,
} from '../../src/domain/sales/host-scopes';
import { type RecentAmount, recentAfter } from '../../src/domain/sales/oddities';
import type { Revision } from '../../src/domain/sales/revisions';
import { EMPTY_SCOPE, type ScopeTotals } from '../../src/domain/sales/scope';
import { sessionMonthDelta } from '../../src/domain/sales/session-months';
import {
  applyDelta,
  EMPTY_YEAR,
  mergeDeltas,
  wouldOverflow,
  type YearDelta,
} from '../../src/domain/sales/year-totals';
import { type ChinaDay, chinaDayOf, yearOf } from '../../src/domain/time';
import { type Changes, increment, type Transaction } from '../database/database';
import type { LiveSessionDoc } from '../database/documents';
import type { EntryPlace } from './entries';
import { salesDayId, yearTotalsId } from './ids';
import { keysInEvening } from './live-sessions';

/** An amount that starts (`+1`) or stops (`-1`) to count. */
export interface Posting {
  amount: Pick<Revision, 'kind' | 'amountFen' | 'basis' | 'returnedOn' | 'recordedAt'>;
  sign: 1 | -1;
}

/** The sums of a host's part of a session on one day, or of an account's day, as read inside the transaction. */
export interface Scope {
  totals: ScopeTotals;
  /** Amounts recorded lately in the session, or on the day. */
  recent: readonly RecentAmount[];
  /** With the host of the amount among its hosts; null for a day. */
  session: LiveSessionDoc | null;
}

/**
 * Reads a session that an amount is for. One call.
 * @throws Failure `not_found` when it is not this store's.
 */
export async function sessionToBook(
  t: Transaction,
  shopId: string,
  sessionId: string,
): Promise<LiveSessionDoc> {
  const session = await t.get('live_sessions', sessionId);
  if (session?.shopId !== shopId) throw new Failure('not_found');
  return session;
}

/** Whether two places of a store keep their sums in the same document. */
export function isSameDocument(a: EntryPlace, b: EntryPlace): boolean {
  return (a.sessionId ?? salesDayId(a)) === (b.sessionId ?? salesDayId(b));
}

/** What a host sold in a session that was read, as far as it is booked on one day. */
export function scopeInSession(session: LiveSessionDoc, part: SessionPart): Scope {
  const totals = scopeOfPart(session.scopes, part);
  return { totals, recent: session.recentAmounts, session };
}

/** The scope of another part of the same session, or the same day, without reading it again. */
export function scopeBeside(scope: Scope, place: EntryPlace): Scope {
  return scope.session === null ? scope : scopeInSession(scope.session, place);
}

/** A scope as it is once another one of the same document changed, which is not stored yet. */
export function withChangeBeside(
  scope: Scope,
  place: EntryPlace,
  { totals, postings, now }: ScopeAfter,
): Scope {
  const { hostId } = place;
  const recent = recentAfter(scope.recent, postings, { hostId, now });
  const { session } = scope;
  if (session === null) return { ...scope, recent };
  const scopes = withScopeOfPart(session.scopes, place, totals);
  return { ...scope, recent, session: { ...session, scopes } };
}

/** Reads the scope that a place belongs to. One call. */
export async function scopeAt(t: Transaction, place: EntryPlace): Promise<Scope> {
  if (place.sessionId !== null) {
    return scopeInSession(await sessionToBook(t, place.shopId, place.sessionId), place);
  }
  const day = await t.get('sales_days', salesDayId(place));
  const { scope: totals = EMPTY_SCOPE, recentAmounts: recent = [] } = day ?? {};
  return { totals, recent, session: null };
}

/** What a scope is after postings. */
export interface ScopeAfter {
  /** Whether they are of a session that is entered afterwards, and left with its day. */
  isOfBackfill?: boolean;
  totals: ScopeTotals;
  postings: readonly Posting[];
  /** The moment of the change. */
  now: string;
}

/** The sums that a change of a scope leaves behind. */
export interface KeptScopes {
  /** Of the session by host and day, or of the day. */
  own: HostScope[];
  /** As its page shows them: of an evening's first piece those of the whole evening. */
  shown: HostScope[];
  /** Of the evening that the session is a further piece of. */
  evening: { sessionId: string; scopes: HostScope[] } | null;
}

/** @throws Failure `sum_too_large` when the parts of a session have it only together. */
function requireFit(scopes: readonly HostScope[]): void {
  if (!sessionFits(scopes)) throw new Failure('sum_too_large');
}

/** Writes what is kept of an evening after a further piece of it changed. Two calls. */
async function keepPiece(
  t: Transaction,
  parentId: string,
  changed: Pick<PieceRecord, 'id' | 'hosts' | 'scopes'>,
): Promise<HostScope[]> {
  const parent = await t.get('live_sessions', parentId);
  if (parent === null) throw new Failure('internal');
  const pieces = parent.pieces.map((piece) =>
    piece.id === changed.id ? { ...piece, ...changed } : piece,
  );
  const evening = { ...parent, pieces };
  const scopes = eveningScopes(evening);
  requireFit(scopes);
  const follows = { stage: stageIn(evening), keys: keysInEvening(evening) };
  await t.update('live_sessions', parentId, { pieces, ...follows });
  return scopes;
}

/** The pieces of an evening as they are now: one of them may have changed before in this transaction. */
async function piecesOf(t: Transaction, { _id, pieces }: LiveSessionDoc): Promise<PieceRecord[]> {
  if (pieces.length === 0) return [];
  return (await t.pick('live_sessions', _id, ['pieces']))?.pieces ?? [];
}

/**
 * Stores the sums of a scope after postings, and what was recorded lately; those of a joined evening
 * with it. One call, one more for an evening, two more for a further piece of one.
 * @throws Failure `sum_too_large` when the hosts of a session, or the pieces of an evening, have it
 *   only together.
 */
export async function keepScope(
  t: Transaction,
  place: EntryPlace,
  { session, recent }: Scope,
  { totals, postings, now, isOfBackfill = false }: ScopeAfter,
): Promise<KeptScopes> {
  const { shopId, hostId } = place;
  const recentAmounts = recentAfter(recent, postings, { hostId, now, isOfBackfill });
  if (session === null) {
    await t.set('sales_days', salesDayId(place), { shopId, scope: totals, recentAmounts });
    const own = withScopeOfPart([], place, totals);
    return { own, shown: own, evening: null };
  }
  const { _id, parentId } = session;
  const scopes = withScopeOfPart(session.scopes, place, totals);
  const sellerIds = scopes.map((scope) => scope.hostId);
  const hosts = hostsWithPart(session.hosts, sellerIds);
  const after = { ...session, hosts, scopes, pieces: await piecesOf(t, session) };
  const shown = eveningScopes(after);
  requireFit(shown);
  const follows = { stage: stageIn(after), keys: keysInEvening(after) };
  const booked = { isBooked: true, entriesAt: now };
  await t.update('live_sessions', _id, { hosts, scopes, recentAmounts, ...follows, ...booked });
  if (parentId === null) return { own: scopes, shown, evening: null };
  const ofEvening = await keepPiece(t, parentId, { id: _id, hosts, scopes });
  return { own: scopes, shown, evening: { sessionId: parentId, scopes: ofEvening } };
}

function fits(scope: ScopeTotals): boolean {
  return sumFits(scope.orderedFen) && sumFits(scope.paidFen) && sumFits(scope.refundedFen);
}

function increments(delta: YearDelta): Changes<'year_totals'> {
  return Object.fromEntries(delta.map(({ path, addFen: fen }) => [path.join('.'), increment(fen)]));
}

/** What amounts of one place change: the sums of its scope, and what is added to its year. */
export interface Posted {
  place: EntryPlace;
  totals: ScopeTotals;
  delta: YearDelta;
}

/** The sums of a place before its amounts change; `session` is null for a day. */
export type ScopeBefore = Pick<Scope, 'totals'> & {
  session: Pick<LiveSessionDoc, 'scopes'> | null;
};

/** What the change of a scope adds to the sums of sessions by month; nothing for a day. */
function ofSessionMonths(
  { hostId, bookedOn }: EntryPlace,
  { session, totals: before }: ScopeBefore,
  totals: ScopeTotals,
): YearDelta {
  if (session === null) return [];
  const part = { hostId, bookedOn };
  const scopes = withScopeOfPart(session.scopes, part, before);
  return sessionMonthDelta(scopes, { ...part, totals });
}

/**
 * Works out what amounts of one place change.
 * @param now the moment of the change.
 * @throws Failure `sum_too_large`.
 */
export function postingsOf(
  place: EntryPlace,
  before: ScopeBefore,
  postings: readonly Posting[],
  now: string,
): Posted {
  let { totals } = before;
  const deltas: YearDelta[] = [];
  for (const { amount, sign } of postings) {
    const kindFen = totals[`${amount.kind}Fen`];
    if (sign === 1 && !addFen(kindFen, amount.amountFen).ok) throw new Failure('sum_too_large');
    const { platform, bookedOn } = place;
    const counted = { ...amount, platform, bookedOn };
    const applied = applyEntry(totals, counted, sign, chinaDayOf(now));
    totals = applied.scope;
    if (!fits(totals)) throw new Failure('sum_too_large');
    deltas.push(applied.delta);
  }
  deltas.push(ofSessionMonths(place, before, totals));
  return { place, totals, delta: mergeDeltas(...deltas) };
}

function yearIdOf({ shopId, hostId, bookedOn }: EntryPlace): string {
  return yearTotalsId(hostId ?? shopId, yearOf(bookedOn));
}

/**
 * Adds to the year of the host, or of the store's sales without one. It is read first, so that no
 * sum passes 2^53−1. A store's year is the sum of these: one document less to write, and two hosts'
 * amounts never wait for each other. Two calls.
 */
async function postYear(t: Transaction, place: EntryPlace, delta: YearDelta): Promise<void> {
  if (delta.length === 0) return;
  const { shopId, hostId } = place;
  const subjectId = hostId ?? shopId;
  const year = yearOf(place.bookedOn);
  const id = yearIdOf(place);
  const kept = await t.pick('year_totals', id, ['cells', 'ranges']);
  if (wouldOverflow(kept ?? EMPTY_YEAR, delta)) throw new Failure('sum_too_large');
  if (kept === null) {
    await t.set('year_totals', id, { ...applyDelta(EMPTY_YEAR, delta), shopId, subjectId, year });
  } else {
    await t.update('year_totals', id, increments(delta));
  }
}

/**
 * Adds what amounts of two places change to their years. A year that both share is read and
 * written once. Two calls for each year.
 * @throws Failure `sum_too_large`.
 */
export async function postYears(t: Transaction, left: Posted, entered: Posted): Promise<void> {
  if (yearIdOf(left.place) === yearIdOf(entered.place)) {
    return postYear(t, entered.place, mergeDeltas(left.delta, entered.delta));
  }
  await postYear(t, left.place, left.delta);
  await postYear(t, entered.place, entered.delta);
}

/** An amount of a session that moves to another day. */
export interface MovedAmount {
  from: EntryPlace;
  to: EntryPlace;
  amount: Posting['amount'];
}

/**
 * Moves amounts of a session that was read to another day: what stops to count on one day counts on
 * the other one, in the years of both. Amounts are booked on that day from now on. Two calls for each
 * year of a host, and one for the session; two more for a further piece of an evening.
 * @returns the sums of the session by host and day.
 * @throws Failure `sum_too_large`.
 */
export async function moveWithin(
  t: Transaction,
  session: LiveSessionDoc,
  moved: readonly MovedAmount[],
  { day, now }: { day: ChinaDay; now: string },
): Promise<HostScope[]> {
  let { scopes, recentAmounts } = session;
  const years = new Map<string, { place: EntryPlace; deltas: YearDelta[] }>();
  const count = (place: EntryPlace, posting: Posting): void => {
    const before = { totals: scopeOfPart(scopes, place), session: { scopes } };
    const { totals, delta } = postingsOf(place, before, [posting], now);
    scopes = withScopeOfPart(scopes, place, totals);
    const year = years.get(yearIdOf(place)) ?? { place, deltas: [] };
    years.set(yearIdOf(place), { place, deltas: [...year.deltas, delta] });
  };
  for (const { from, to, amount } of moved) {
    const leaves = { amount, sign: -1 } as const;
    count(from, leaves);
    count(to, { amount: { ...amount, recordedAt: now }, sign: 1 });
    recentAmounts = recentAfter(recentAmounts, [leaves], { hostId: from.hostId, now });
  }
  requireFit(eveningScopes({ ...session, scopes }));
  for (const { place, deltas } of years.values()) {
    await postYear(t, place, mergeDeltas(...deltas));
  }
  const entriesAt = moved.length > 0 ? now : session.entriesAt;
  const changes = { scopes, recentAmounts, bookedOn: day, entriesAt };
  const { _id: id, hosts, parentId } = session;
  await t.update('live_sessions', id, changes);
  if (parentId !== null) await keepPiece(t, parentId, { id, hosts, scopes });
  return scopes;
}

/**
 * Posts amounts of one place to its year, in the transaction that writes the entry.
 * @param now the moment of the change.
 * @returns the sums of the scope after them, for the caller to keep.
 * @throws Failure `sum_too_large`.
 */
export async function post(
  t: Transaction,
  place: EntryPlace,
  before: ScopeBefore,
  postings: readonly Posting[],
  now: string,
): Promise<ScopeTotals> {
  const { totals, delta } = postingsOf(place, before, postings, now);
  await postYear(t, place, delta);
  return totals;
}
