import { command, readById, readList } from '../database/database';
import type { SalesEntryDoc, YearTotalsDoc } from '../database/documents';

/** Entries on one page of the ledger. */
export const LEDGER_PAGE = 30;

/** One entry. */
export const entryById = (id: string): Promise<SalesEntryDoc | null> =>
  readById('sales_entries', id);

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

/** Id of the kept totals of a store or host in a China year. */
export const yearTotalsId = (subjectId: string, year: number): string => `${subjectId}:${year}`;

/** The kept totals of a store or host in a China year; null when nothing was ever recorded. */
export const yearTotalsOf = (subjectId: string, year: number): Promise<YearTotalsDoc | null> =>
  readById('year_totals', yearTotalsId(subjectId, year));
