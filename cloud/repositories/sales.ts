import { command, readFields, readList } from '../database/database';
import type { SalesEntryDoc, YearTotalsDoc } from '../database/documents';
import { yearTotalsId } from './ids';

/** Entries on one page of the ledger. */
export const LEDGER_PAGE = 30;

/** Which part of a ledger to read. */
export interface LedgerQuery {
  /** Entries of this session, store or host. */
  of: { sessionId: string } | { shopId: string } | { hostId: string };
  /** A China month or year that the day of the sale must start with; null for all. */
  period: string | null;
  /** Only entries that count. */
  countedOnly: boolean;
  /** Sort key of the last entry seen. */
  cursor: string | null;
}

function withinPeriod({ period, cursor }: LedgerQuery): Record<string, unknown> {
  const before = cursor ?? (period === null ? null : `${period}~`);
  if (period === null) return before === null ? {} : { sortKey: command.lt(before) };
  return { sortKey: command.gte(period).and(command.lt(before)) };
}

/** A page of the ledger, latest day of sale first. One call. */
export function ledgerPage(query: LedgerQuery): Promise<SalesEntryDoc[]> {
  return readList(
    'sales_entries',
    {
      ...query.of,
      ...(query.countedOnly ? { isCounted: true } : {}),
      ...withinPeriod(query),
    },
    { orderBy: [['sortKey', 'desc']], limit: LEDGER_PAGE },
  );
}

/** The parts of kept totals that what is true now is worked out from. */
const NOW_FIELDS = ['subjectId', 'year', 'cells', 'open', 'days', 'returns', 'entryCount'] as const;
/** The parts that an earlier day's answer is worked out from. */
const THEN_FIELDS = ['subjectId', 'year', 'recorded', 'entryCount'] as const;
/** The parts that a sum over many hosts is worked out from. */
const SUM_FIELDS = ['subjectId', 'year', 'cells', 'open', 'entryCount'] as const;

/** Kept totals as they are now: all but what each day's recording added. */
export type TotalsNow = Pick<YearTotalsDoc, (typeof NOW_FIELDS)[number]>;
/** Kept totals by the day of recording. */
export type TotalsThen = Pick<YearTotalsDoc, (typeof THEN_FIELDS)[number]>;
/** Kept totals without their days. */
export type TotalsSum = Pick<YearTotalsDoc, (typeof SUM_FIELDS)[number]>;

function ofHost(hostId: string, years: readonly number[]) {
  return {
    _id: command.in(years.map((year) => yearTotalsId(hostId, year))),
  };
}

/** The kept totals of a host in China years; those of years without any are not there. One call. */
export function yearTotalsOfHost(hostId: string, years: readonly number[]): Promise<TotalsNow[]> {
  return readFields('year_totals', ofHost(hostId, years), {
    orderBy: [['_id', 'asc']],
    limit: years.length,
    fields: NOW_FIELDS,
  });
}

/** The kept totals of a store in a China year, one for each host that sold. One call. */
export function yearTotalsOfShop(shopId: string, year: number): Promise<TotalsSum[]> {
  return readFields(
    'year_totals',
    { shopId, year },
    {
      orderBy: [['subjectId', 'asc']],
      limit: 1000,
      fields: SUM_FIELDS,
    },
  );
}

/** The sums of several hosts in a China year; hosts without any are not there. One call. */
export function yearTotalsOfHosts(hostIds: readonly string[], year: number): Promise<TotalsSum[]> {
  return readFields(
    'year_totals',
    { _id: command.in(hostIds.map((hostId) => yearTotalsId(hostId, year))) },
    { orderBy: [['_id', 'asc']], limit: Math.max(1, hostIds.length), fields: SUM_FIELDS },
  );
}

/** What was recorded day by day for a host's year, or for each host of a store. One call. */
export function recordedOf(
  { kind, id }: { kind: 'host' | 'shop'; id: string },
  year: number,
): Promise<TotalsThen[]> {
  return kind === 'host'
    ? readFields('year_totals', ofHost(id, [year]), {
        orderBy: [['_id', 'asc']],
        limit: 1,
        fields: THEN_FIELDS,
      })
    : readFields(
        'year_totals',
        { shopId: id, year },
        {
          orderBy: [['subjectId', 'asc']],
          limit: 1000,
          fields: THEN_FIELDS,
        },
      );
}
