import { command, readList } from '../database/database';
import type { SalesEntryDoc, YearTotalsDoc } from '../database/documents';

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

const withinPeriod = ({ period, cursor }: LedgerQuery): Record<string, unknown> => {
  const before = cursor ?? (period === null ? null : `${period}~`);
  if (period === null) return before === null ? {} : { sortKey: command.lt(before) };
  return { sortKey: command.gte(period).and(command.lt(before)) };
};

/** A page of the ledger, latest day of sale first. One call. */
export const ledgerPage = (query: LedgerQuery): Promise<SalesEntryDoc[]> =>
  readList(
    'sales_entries',
    {
      ...query.of,
      ...(query.countedOnly ? { isCounted: true } : {}),
      ...withinPeriod(query),
    },
    { orderBy: [['sortKey', 'desc']], limit: LEDGER_PAGE },
  );

/** Id of the kept totals of a host, or of a store's sales without one, in a China year. */
export const yearTotalsId = (subjectId: string, year: number): string => `${subjectId}:${year}`;

/** The kept totals of a host in China years; those of years without any are not there. One call. */
export const yearTotalsOfHost = (
  hostId: string,
  years: readonly number[],
): Promise<YearTotalsDoc[]> =>
  readList(
    'year_totals',
    { _id: command.in(years.map((year) => yearTotalsId(hostId, year))) },
    { orderBy: [['_id', 'asc']], limit: years.length },
  );

/** The kept totals of a store in a China year, one for each host that sold. One call. */
export const yearTotalsOfShop = (shopId: string, year: number): Promise<YearTotalsDoc[]> =>
  readList('year_totals', { shopId, year }, { orderBy: [['subjectId', 'asc']], limit: 1000 });
