import { Failure } from '../../src/contract/failure';
import { addFen, sumFits } from '../../src/domain/money';
import { eveningScopes, type PieceRecord, stageIn } from '../../src/domain/live-session/evening';
import { momentOf } from '../../src/domain/live-session/history';
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
import { mergeDeltas, type YearDelta } from '../../src/domain/sales/year-totals';
import { type ChinaDay, chinaDayOf, momentAfter } from '../../src/domain/time';
import type { Transaction } from '../database/database';
import type { LiveSessionDoc } from '../database/documents';
import type { EntryPlace } from './entries';
import { salesDayId } from './ids';
import { keysInEvening } from './live-sessions';
import { postYears, type YearBounds } from './year-books';

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
  /** When amounts of the session, or of the day, last changed; null where none was recorded. */
  entriesAt: string | null;
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
  const { recentAmounts: recent, entriesAt } = session;
  return { totals, recent, entriesAt, session };
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
  const { scope: totals = EMPTY_SCOPE, recentAmounts: recent = [], entriesAt = null } = day ?? {};
  return { totals, recent, entriesAt, session: null };
}

/**
 * The moment of a change of amounts at `now`: never before the last change of their session or day, or
 * of the entry.
 */
export function momentAt(
  { session, recent, entriesAt }: Pick<Scope, 'session' | 'recent' | 'entriesAt'>,
  revisions: readonly Pick<Revision, 'recordedAt' | 'undoneAt'>[],
  now: string,
): string {
  const changes = revisions.flatMap(({ recordedAt, undoneAt }) => [recordedAt, undoneAt]);
  const moment = momentAfter(now, [...changes, ...recent.map(({ at }) => at), entriesAt]);
  return session === null ? moment : momentOf(session, moment);
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
  /** The parts of the other pieces of its evening. */
  beside: readonly HostScope[];
}

/** @throws Failure `sum_too_large` when the parts of a session have it only together. */
function requireFit(scopes: readonly HostScope[]): void {
  if (!sessionFits(scopes)) throw new Failure('sum_too_large');
}

/**
 * Writes what is kept of an evening after a further piece of it changed. Two calls.
 * @returns its parts, and those of them that are of other pieces.
 */
async function keepPiece(
  t: Transaction,
  parentId: string,
  changed: Pick<PieceRecord, 'id' | 'hosts' | 'scopes'>,
): Promise<{ scopes: HostScope[]; beside: HostScope[] }> {
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
  const others = pieces.filter(({ id }) => id !== changed.id);
  return { scopes, beside: eveningScopes({ ...parent, pieces: others }) };
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
  { session, recent, entriesAt: entriesBefore }: Scope,
  { totals, postings, now, isOfBackfill = false }: ScopeAfter,
): Promise<KeptScopes> {
  const { shopId, hostId } = place;
  const recentAmounts = recentAfter(recent, postings, { hostId, now, isOfBackfill });
  if (session === null) {
    const entriesAt = isOfBackfill ? entriesBefore : now;
    const day = { shopId, scope: totals, recentAmounts, entriesAt };
    await t.set('sales_days', salesDayId(place), day);
    const own = withScopeOfPart([], place, totals);
    return { own, shown: own, evening: null, beside: [] };
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
  if (parentId === null) {
    const beside = eveningScopes({ ...after, scopes: [] });
    return { own: scopes, shown, evening: null, beside };
  }
  const kept = await keepPiece(t, parentId, { id: _id, hosts, scopes });
  const evening = { sessionId: parentId, scopes: kept.scopes };
  return { own: scopes, shown, evening, beside: kept.beside };
}

function fits(scope: ScopeTotals): boolean {
  return sumFits(scope.orderedFen) && sumFits(scope.paidFen) && sumFits(scope.refundedFen);
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

/**
 * What amounts of one place change, with what their change adds to the sums of sessions by month;
 * nothing for a day.
 * @param beside the parts of the other pieces of the evening, as they are at that moment.
 */
export function inMonths(
  { place, totals, delta }: Posted,
  { session, totals: before }: ScopeBefore,
  beside: readonly HostScope[],
): Posted {
  if (session === null) return { place, totals, delta };
  const { hostId, bookedOn } = place;
  const part = { hostId, bookedOn };
  const scopes = withScopeOfPart(session.scopes, part, before);
  const months = sessionMonthDelta(scopes, { ...part, totals }, beside);
  return { place, totals, delta: mergeDeltas(delta, months) };
}

/**
 * Works out what amounts of one place change, but for the sums of sessions by month: see
 * {@link inMonths}.
 * @param now the moment of the change.
 * @throws Failure `sum_too_large`.
 */
export function postingsOf(
  place: EntryPlace,
  before: Pick<Scope, 'totals'>,
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
  return { place, totals, delta: mergeDeltas(...deltas) };
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
  const { _id: id, hosts, parentId } = session;
  let { scopes, recentAmounts } = session;
  const steps: { posted: Posted; before: ScopeBefore }[] = [];
  const count = (place: EntryPlace, posting: Posting): void => {
    const before = { totals: scopeOfPart(scopes, place), session: { scopes } };
    const posted = postingsOf(place, before, [posting], now);
    scopes = withScopeOfPart(scopes, place, posted.totals);
    steps.push({ posted, before });
  };
  for (const { from, to, amount } of moved) {
    const leaves = { amount, sign: -1 } as const;
    count(from, leaves);
    count(to, { amount: { ...amount, recordedAt: now }, sign: 1 });
    recentAmounts = recentAfter(recentAmounts, [leaves], { hostId: from.hostId, now });
  }
  requireFit(eveningScopes({ ...session, scopes }));
  const entriesAt = moved.length > 0 ? now : session.entriesAt;
  const changes = { scopes, recentAmounts, bookedOn: day, entriesAt };
  await t.update('live_sessions', id, changes);
  const beside =
    parentId === null
      ? eveningScopes({ ...session, scopes: [] })
      : (await keepPiece(t, parentId, { id, hosts, scopes })).beside;
  const posted = steps.map((step) => inMonths(step.posted, step.before, beside));
  await postYears(t, posted);
  return scopes;
}

/** The moment of a change, and what was read of the store's years before; absent: nothing. */
export interface Booking {
  now: string;
  bounds?: YearBounds;
}

/**
 * Posts amounts of a new session to its year, in the transaction that writes the entry.
 * @returns the sums of the scope after them, for the caller to keep.
 * @throws Failure `sum_too_large`.
 */
export async function post(
  t: Transaction,
  place: EntryPlace,
  before: ScopeBefore,
  postings: readonly Posting[],
  { now, bounds }: Booking,
): Promise<ScopeTotals> {
  const posted = inMonths(postingsOf(place, before, postings, now), before, []);
  await postYears(t, [posted], bounds);
  return posted.totals;
}

/**
 * Books amounts at one place that was read: the sums of its scope and those of its year. At most five
 * calls.
 * @throws Failure `sum_too_large`.
 */
export async function book(
  t: Transaction,
  place: EntryPlace,
  scope: Scope,
  postings: readonly Posting[],
  { now, bounds }: Booking,
): Promise<KeptScopes> {
  const posted = postingsOf(place, scope, postings, now);
  const kept = await keepScope(t, place, scope, { totals: posted.totals, postings, now });
  await postYears(t, [inMonths(posted, scope, kept.beside)], bounds);
  return kept;
}
