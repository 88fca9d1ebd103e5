import { Failure } from '../../src/contract/failure';
import { addFen, sumFits } from '../../src/domain/money';
import { stageOf } from '../../src/domain/live-session/stage';
import { applyEntry } from '../../src/domain/sales/apply-entry';
import type { Statement } from '../../src/domain/sales/revisions';
import {
  hasSales,
  type HostScope,
  scopeOfHost,
  withHostScope,
} from '../../src/domain/sales/host-scopes';
import { EMPTY_SCOPE, type ScopeTotals } from '../../src/domain/sales/scope';
import {
  applyDelta,
  EMPTY_YEAR,
  mergeDeltas,
  wouldOverflow,
  type YearDelta,
} from '../../src/domain/sales/year-totals';
import { chinaDayOf, yearOf } from '../../src/domain/time';
import { type Changes, increment, type Transaction } from '../database/database';
import type { LiveSessionDoc } from '../database/documents';
import type { EntryPlace } from './entries';
import { salesDayId, yearTotalsId } from './ids';

/** An amount that starts (`+1`) or stops (`-1`) to count. */
export interface Posting {
  amount: Pick<Statement, 'kind' | 'amountFen' | 'basis' | 'returnedOn'>;
  sign: 1 | -1;
}

/** The sums of a host's part of a session, or of an account's day, as read inside the transaction. */
export interface Scope {
  totals: ScopeTotals;
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

/** Reads the scope that a place belongs to. One call. */
export async function scopeAt(t: Transaction, place: EntryPlace): Promise<Scope> {
  if (place.sessionId !== null) {
    const session = await sessionToBook(t, place.shopId, place.sessionId);
    return { totals: scopeOfHost(session.scopes, place.hostId), session };
  }
  const day = await t.get('sales_days', salesDayId(place));
  return { totals: day?.scope ?? EMPTY_SCOPE, session: null };
}

/**
 * Stores the sums of a scope after postings. One call.
 * @returns the sums of the whole session by host, or of the day.
 */
export async function keepScope(
  t: Transaction,
  place: EntryPlace,
  { session }: Scope,
  totals: ScopeTotals,
): Promise<HostScope[]> {
  const { shopId, hostId } = place;
  if (session === null) {
    await t.set('sales_days', salesDayId(place), { shopId, scope: totals, recentAmounts: [] });
    return withHostScope([], hostId, totals);
  }
  const { _id, hosts } = session;
  const scopes = withHostScope(session.scopes, hostId, totals);
  const stage = stageOf(session.state, hasSales(scopes));
  await t.update('live_sessions', _id, { hosts, scopes, stage, isBooked: true });
  return scopes;
}

function fits(scope: ScopeTotals): boolean {
  return sumFits(scope.orderedFen) && sumFits(scope.paidFen) && sumFits(scope.refundedFen);
}

function increments(delta: YearDelta): Changes<'year_totals'> {
  return Object.fromEntries(delta.map(({ path, addFen: fen }) => [path.join('.'), increment(fen)]));
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
  const id = yearTotalsId(subjectId, year);
  const kept = await t.pick('year_totals', id, ['cells']);
  if (wouldOverflow(kept ?? EMPTY_YEAR, delta)) throw new Failure('sum_too_large');
  if (kept === null) {
    await t.set('year_totals', id, { ...applyDelta(EMPTY_YEAR, delta), shopId, subjectId, year });
  } else {
    await t.update('year_totals', id, increments(delta));
  }
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
  before: ScopeTotals,
  postings: readonly Posting[],
  now: string,
): Promise<ScopeTotals> {
  let totals = before;
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
  await postYear(t, place, mergeDeltas(...deltas));
  return totals;
}
