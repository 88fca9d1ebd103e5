import { Failure } from '../../src/contract/failure';
import { type ChinaDay, FIRST_DAY } from '../../src/domain/time';
import { readByIds } from '../database/by-ids';
import { command, readFields, readList, type Where } from '../database/database';
import type { SalesEntryDoc, ShopYearDoc, YearTotalsDoc } from '../database/documents';
import { ONE, oneForEach, restOf } from '../database/read-limit';
import { afterKeysOf, ownYearIds, shopYearIds, yearTotalsId } from './ids';
import { allPages, bytesOf, fittingPage, type Page, pageOf } from './page';
import { READ_LIMITS } from './read-limits';

/** Which part of a ledger to read. */
export interface LedgerQuery {
  /** Entries of these sessions, store, or host; `hostId` null: those of a store that name no host. */
  of:
    | { sessionIds: readonly string[] }
    | { shopId: string }
    | { shopId: string; hostId: string | null };
  /** A China month or year that the day of the sale must start with; null for all. */
  period: string | null;
  /** Only entries that count. */
  countedOnly: boolean;
  /** Sort key of the last entry seen. */
  cursor: string | null;
}

function withinPeriod({ period, cursor }: LedgerQuery): Where<'sales_entries'> {
  const before = cursor ?? (period === null ? null : afterKeysOf(period));
  if (period === null) return before === null ? {} : { sortKey: command.lt(before) };
  return { sortKey: command.gte(period).and(command.lt(before)) };
}

function belongingTo(owner: LedgerQuery['of']): Where<'sales_entries'> {
  return 'sessionIds' in owner ? { sessionId: command.in([...owner.sessionIds]) } : owner;
}

/** Bytes of an entry in an answer: each of its statements repeats where it belongs. */
function ledgerBytes({ revisions, sessionTitle }: SalesEntryDoc): number {
  return bytesOf(revisions) + revisions.length * (bytesOf(sessionTitle) + 400);
}

/** A page of the ledger, latest day of sale first; a shorter one where entries are large. One call. */
export async function ledgerPage(query: LedgerQuery): Promise<Page<SalesEntryDoc>> {
  const entries = await readList(
    'sales_entries',
    {
      ...belongingTo(query.of),
      ...(query.countedOnly ? { isCounted: true } : {}),
      ...withinPeriod(query),
    },
    { orderBy: [['sortKey', 'desc']], limit: READ_LIMITS.ledger },
  );
  const keyOf = ({ sortKey }: SalesEntryDoc): string => sortKey;
  return fittingPage(pageOf(entries, READ_LIMITS.ledger, keyOf), ledgerBytes, keyOf);
}

/**
 * The entries of a session that count and are booked on other days than one, the first days first.
 * Two calls at most.
 */
export async function entriesOfOtherDays(sessionId: string, day: ChinaDay): Promise<string[]> {
  const ids: string[] = [];
  for (const sortKey of [command.lt(day), command.gt(afterKeysOf(day))]) {
    const limit = restOf(READ_LIMITS.movedEntries, ids.length);
    if (limit === null) break;
    const entries = await readFields(
      'sales_entries',
      { sessionId, isCounted: true, sortKey },
      { orderBy: [['sortKey', 'asc']], limit, fields: ['_id'] },
    );
    ids.push(...entries.map(({ _id }) => _id));
  }
  return ids;
}

/**
 * Refuses a day to which sales of a session cannot move. One call.
 * @throws Failure `refund_before_sale` when one of its refunds happened before that day.
 */
export async function refuseRefundsBefore(sessionId: string, day: ChinaDay): Promise<void> {
  const [refund] = await readFields(
    'sales_entries',
    { sessionId, returnedOn: command.gte(FIRST_DAY).and(command.lt(day)) },
    { orderBy: [['returnedOn', 'asc']], limit: READ_LIMITS.earliestRefund, fields: ['returnedOn'] },
  );
  if (refund === undefined) return;
  throw new Failure('refund_before_sale', { info: { returnedOn: refund.returnedOn } });
}

/** The parts of kept totals from which today's answer is computed. */
const NOW_FIELDS = [
  'subjectId',
  'year',
  'cells',
  'ranges',
  'days',
  'returns',
  'entryCount',
] as const;
/** The parts from which the answer of an earlier day is computed. */
const THEN_FIELDS = ['year', 'recorded', 'entryCount'] as const;
/** The parts from which a sum over many hosts is computed. */
const SUM_FIELDS = ['subjectId', 'year', 'cells', 'ranges', 'entryCount'] as const;

const SHOP_SUM_FIELDS = ['year', 'cells', 'ranges', 'entryCount'] as const;

/** The parts from which the statement of a year is computed. */
const STATEMENT_FIELDS = ['year', 'cells', 'ranges', 'returned', 'entryCount'] as const;

/** Kept totals as they are now: all but what each day's recording added. */
export type TotalsNow = Pick<YearTotalsDoc, (typeof NOW_FIELDS)[number]>;
/** Kept totals by the day of recording. */
export type TotalsThen = Pick<YearTotalsDoc, (typeof THEN_FIELDS)[number]>;
/** Kept totals without their days. */
export type TotalsSum = Pick<YearTotalsDoc, (typeof SUM_FIELDS)[number]>;

/** Kept totals without their days, and without whose they are. */
export type SumOfYear = Pick<YearTotalsDoc, (typeof SHOP_SUM_FIELDS)[number]>;

/** Kept totals for the statement of a year. */
export type TotalsStatement = Pick<YearTotalsDoc, (typeof STATEMENT_FIELDS)[number]>;

function ofHost(hostId: string, years: readonly number[]): Where<'year_totals'> {
  return {
    _id: command.in(years.map((year) => yearTotalsId(hostId, year))),
  };
}

/** The kept totals of a host in China years; a year without entries has none. One call. */
export function yearTotalsOfHost(hostId: string, years: readonly number[]): Promise<TotalsNow[]> {
  return readFields('year_totals', ofHost(hostId, years), {
    orderBy: [['_id', 'asc']],
    limit: oneForEach(years),
    fields: NOW_FIELDS,
  });
}

/**
 * The kept totals of each host of a store in a China year, and of sales without one. One call, one
 * more from a thousand on.
 */
export function yearTotalsOfShop(shopId: string, year: number): Promise<TotalsSum[]> {
  const limit = READ_LIMITS.totalsOfShop;
  return allPages(
    limit,
    (cursor) =>
      readFields(
        'year_totals',
        { shopId, year, ...(cursor === null ? {} : { subjectId: command.gt(cursor) }) },
        { orderBy: [['subjectId', 'asc']], limit, fields: SUM_FIELDS },
      ),
    ({ subjectId }) => subjectId,
  );
}

/**
 * The kept totals of a store in China years, in at most six documents a year however many hosts it
 * has: those of the store's documents, of its own host, and of sales without a host. One call.
 */
async function yearsOfShop<F extends keyof ShopYearDoc & keyof YearTotalsDoc>(
  shopId: string,
  years: readonly number[],
  fields: readonly F[],
): Promise<Pick<YearTotalsDoc & ShopYearDoc, F>[]> {
  const { ofHosts, own } = await readByIds(
    { from: 'shops', id: shopId },
    {
      ofHosts: { from: 'shop_years', ids: years.flatMap((y) => shopYearIds(shopId, y)), fields },
      own: { from: 'year_totals', ids: years.flatMap((y) => ownYearIds(shopId, y)), fields },
    },
  );
  return [...ofHosts, ...own] as unknown as Pick<YearTotalsDoc & ShopYearDoc, F>[];
}

/** The sums of a store in China years. One call. */
export function sumsOfShop(shopId: string, years: readonly number[]): Promise<SumOfYear[]> {
  return yearsOfShop(shopId, years, SHOP_SUM_FIELDS);
}

/** The sums of several hosts in China years; a host without entries has none. One call. */
export function yearTotalsOfHosts(
  hostIds: readonly string[],
  years: readonly number[],
): Promise<TotalsSum[]> {
  const ids = hostIds.flatMap((hostId) => years.map((year) => yearTotalsId(hostId, year)));
  return readFields(
    'year_totals',
    { _id: command.in(ids) },
    { orderBy: [['_id', 'asc']], limit: oneForEach(ids), fields: SUM_FIELDS },
  );
}

/**
 * The sums by day of recording of a host's year and the year before, or of a store's year. One call.
 */
export function recordedOf(
  { kind, id }: { kind: 'host' | 'shop'; id: string },
  year: number,
): Promise<TotalsThen[]> {
  return kind === 'host'
    ? readFields('year_totals', ofHost(id, [year - 1, year]), {
        orderBy: [['_id', 'asc']],
        limit: oneForEach([year - 1, year]),
        fields: THEN_FIELDS,
      })
    : yearsOfShop(id, [year], THEN_FIELDS);
}

/** A host's totals for statements, of the sales of several China years. One call. */
export function statementTotalsOfHost(
  hostId: string,
  years: readonly number[],
): Promise<TotalsStatement[]> {
  return readFields('year_totals', ofHost(hostId, years), {
    orderBy: [['_id', 'asc']],
    limit: oneForEach(years),
    fields: STATEMENT_FIELDS,
  });
}

/** A store's totals for statements, of the sales of several China years. One call. */
export function statementTotalsOfShop(
  shopId: string,
  years: readonly number[],
): Promise<TotalsStatement[]> {
  return yearsOfShop(shopId, years, STATEMENT_FIELDS);
}

/** What sessions sold by month of a China year, of a host or of a store. One call. */
export function sessionMonthsOf(
  shopId: string,
  hostId: string | null,
  year: number,
): Promise<Pick<YearTotalsDoc, 'sessionMonths'>[]> {
  const fields = ['sessionMonths'] as const;
  return hostId === null
    ? yearsOfShop(shopId, [year], fields)
    : readFields('year_totals', ofHost(hostId, [year]), {
        orderBy: [['_id', 'asc']],
        limit: ONE,
        fields,
      });
}
