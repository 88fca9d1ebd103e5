import { Failure } from '../../src/contract/failure';
import { addFen, sumFits } from '../../src/domain/money';
import { applyEntry } from '../../src/domain/sales/apply-entry';
import { EMPTY_SCOPE, scopeKeyOf } from '../../src/domain/sales/scope';
import type { ScopeTotals } from '../../src/domain/sales/scope';
import {
  EMPTY_YEAR,
  applyDelta,
  canonicalYear,
  mergeDeltas,
  wouldOverflow,
} from '../../src/domain/sales/year-totals';
import type { YearDelta } from '../../src/domain/sales/year-totals';
import { yearOf } from '../../src/domain/time';
import { command } from '../database/database';
import type { Transaction } from '../database/database';
import type { LiveSessionDoc, SalesEntryDoc, YearTotalsDoc } from '../database/documents';
import { suffixOf } from '../repositories/ids';
import { yearTotalsId } from '../repositories/sales';
import { stageOf } from './step';

/** The part of an entry that kept sums depend on. */
export type Countable = Pick<
  SalesEntryDoc,
  | 'shopId'
  | 'sessionId'
  | 'hostId'
  | 'accountId'
  | 'platform'
  | 'kind'
  | 'amountFen'
  | 'bookedOn'
  | 'basis'
>;

/** An entry that starts (`+1`) or stops (`-1`) to count. */
export interface Posting {
  entry: Countable;
  sign: 1 | -1;
}

/** A scope as read inside the transaction: a session, or an account's day. */
interface Scope {
  totals: ScopeTotals;
  session: LiveSessionDoc | null;
  dayId: string;
  shopId: string;
}

/** Scopes read so far, so that two postings to one scope see each other. */
export type Scopes = Map<string, Scope>;

const dayIdOf = (entry: Countable): string =>
  [
    `${entry.shopId}.p`,
    entry.accountId === null ? '-' : suffixOf(entry.accountId),
    entry.hostId === null ? '-' : suffixOf(entry.hostId),
    entry.bookedOn,
  ].join('|');

/**
 * Reads the session an amount is for, inside the transaction, once.
 * @throws Failure `not_found` when it is not this store's.
 */
export const sessionScope = async (
  t: Transaction,
  scopes: Scopes,
  shopId: string,
  sessionId: string,
): Promise<LiveSessionDoc> => {
  const known = [...scopes.values()].find(({ session }) => session?._id === sessionId);
  if (known?.session) return known.session;
  const session = await t.get('live_sessions', sessionId);
  if (session?.shopId !== shopId) throw new Failure('not_found');
  const key = scopeKeyOf({ ...session, sessionId }, 'shop');
  scopes.set(key, { totals: session.scope, session, dayId: '', shopId });
  return session;
};

const scopeOf = async (t: Transaction, scopes: Scopes, entry: Countable): Promise<Scope> => {
  if (entry.sessionId !== null) await sessionScope(t, scopes, entry.shopId, entry.sessionId);
  const key = scopeKeyOf(entry, 'shop');
  const known = scopes.get(key);
  if (known !== undefined) return known;
  const dayId = dayIdOf(entry);
  const day = await t.get('sales_days', dayId);
  const totals = day?.scope ?? EMPTY_SCOPE;
  const scope: Scope = { totals, session: null, dayId, shopId: entry.shopId };
  scopes.set(key, scope);
  return scope;
};

const fits = (scope: ScopeTotals): boolean =>
  sumFits(scope.orderedFen) && sumFits(scope.paidFen) && sumFits(scope.refundedFen);

const writeScope = async (t: Transaction, { session, totals, dayId, shopId }: Scope) => {
  if (session === null) {
    await t.set('sales_days', dayId, { shopId, scope: totals });
  } else {
    const after = { ...session, scope: totals };
    const changes = { scope: totals, stage: stageOf(after), isBooked: true };
    await t.update('live_sessions', session._id, changes);
  }
};

const increments = (delta: YearDelta): Record<string, unknown> =>
  Object.fromEntries(delta.map(({ path, addFen: fen }) => [path.join('.'), command.inc(fen)]));

const newYear = (
  shopId: string,
  subjectId: string,
  year: number,
  delta: YearDelta,
): Omit<YearTotalsDoc, '_id'> => ({
  ...applyDelta(EMPTY_YEAR, delta),
  shopId,
  subjectId,
  year,
  hosts: {},
});

/**
 * Adds to the year of the store, read first so that no sum passes 2^53−1, and of the host, blindly:
 * a host's cells are part of the store's, so what fits there fits here.
 */
const postYear = async (
  t: Transaction,
  shopId: string,
  year: number,
  byHost: Map<string | null, YearDelta>,
): Promise<void> => {
  const delta = mergeDeltas(...byHost.values());
  const id = yearTotalsId(shopId, year);
  const kept = await t.get('year_totals', id);
  if (wouldOverflow(canonicalYear(kept ?? EMPTY_YEAR), delta)) throw new Failure('sum_too_large');
  const hosts: Record<string, true> = {};
  for (const [hostId, hostDelta] of byHost) {
    if (hostId === null || hostDelta.length === 0) continue;
    const hostTotals = yearTotalsId(hostId, year);
    if (kept?.hosts[suffixOf(hostId)] === true) {
      await t.update('year_totals', hostTotals, increments(hostDelta));
    } else {
      await t.set('year_totals', hostTotals, newYear(shopId, hostId, year, hostDelta));
      hosts[suffixOf(hostId)] = true;
    }
  }
  if (kept === null) {
    await t.set('year_totals', id, { ...newYear(shopId, shopId, year, delta), hosts });
  } else {
    const changes = increments(delta);
    for (const suffix of Object.keys(hosts)) changes[`hosts.${suffix}`] = true;
    if (Object.keys(changes).length > 0) await t.update('year_totals', id, changes);
  }
};

/**
 * Posts entries to every kept sum they belong to — session or day, store's year, host's year — in
 * the transaction that writes the entries.
 * @returns the scope of the last posting.
 * @throws Failure `sum_too_large`, `not_found`.
 */
export const post = async (
  t: Transaction,
  scopes: Scopes,
  postings: readonly Posting[],
): Promise<ScopeTotals> => {
  const years = new Map<number, Map<string | null, YearDelta>>();
  let last = EMPTY_SCOPE;
  for (const { entry, sign } of postings) {
    const scope = await scopeOf(t, scopes, entry);
    const kindFen = scope.totals[`${entry.kind}Fen`];
    if (sign === 1 && !addFen(kindFen, entry.amountFen).ok) throw new Failure('sum_too_large');
    const applied = applyEntry(scope.totals, entry, sign);
    if (!fits(applied.scope)) throw new Failure('sum_too_large');
    scope.totals = last = applied.scope;
    const year = yearOf(entry.bookedOn);
    const byHost = years.get(year) ?? new Map<string | null, YearDelta>();
    byHost.set(entry.hostId, mergeDeltas(byHost.get(entry.hostId) ?? [], applied.delta));
    years.set(year, byHost);
  }
  const [first] = postings;
  if (first === undefined) return last;
  for (const [year, byHost] of years) await postYear(t, first.entry.shopId, year, byHost);
  for (const scope of scopes.values()) await writeScope(t, scope);
  return last;
};
