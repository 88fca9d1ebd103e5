import { boundsOfSums, type NetBounds, type YearSums } from '../sales';
import type { ChinaMonth } from '../time';

/** A month of sales; its leaves are its entries. All amounts in fen. */
export interface MonthExplanation {
  readonly month: ChinaMonth;
  readonly paidFen: number;
  readonly refundedFen: number;
  /** Of the scopes without a paid figure: they widen the month to a range. */
  readonly range: NetBounds;
  /** What the month adds to the lower and to the upper bound of the year's net. */
  readonly low: number;
  readonly high: number;
}

/**
 * Each month's part of the year's bounds. The parts add up to the year's bounds, see `netBounds`.
 */
export function explainMonths(months: YearSums['byMonth']): MonthExplanation[] {
  return Object.entries(months)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, sums]) => {
      const { paidFen, refundedFen, range } = sums;
      return { month, paidFen, refundedFen, range, ...boundsOfSums(sums) };
    });
}
