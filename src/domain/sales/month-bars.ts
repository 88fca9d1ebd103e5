import { addDays, type ChinaDay, type ChinaMonth, monthOf } from '../time';
import type { NetBounds } from './bounds';
import type { StatementMonth } from './by-return';
import { LAST_DAY_OF_AGE } from './return-age';

/** A month of a year as a bar; amounts in fen. */
export interface MonthBar {
  /** From 1 to 12. */
  readonly month: number;
  /** null: nothing is recorded. */
  readonly net: NetBounds | null;
  /** What of `net.low` will not change any more. */
  readonly settledFen: number;
  /** Whether the rest of `net.low` may come back; otherwise it is not known how much of it may. */
  readonly isOpenKnown: boolean;
}

/** What may still come back of the sales of some months, fen; null where it is not known. */
export type OpenMonths = readonly { readonly month: ChinaMonth; readonly fen: number }[] | null;

/**
 * The twelve months of a statement by day of sale. Where it is not known what may come back, sales
 * that are too old for returns have settled, and of the others nothing is said.
 */
export function monthBars(
  { months }: { readonly months: readonly Pick<StatementMonth, 'month' | 'net'>[] },
  { year, open, today }: { year: number; open: OpenMonths; today: ChinaDay },
): MonthBar[] {
  const youngest = youngestMonth(today);
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`;
    const net = months.find((own) => own.month === month)?.net ?? null;
    const low = net?.low ?? 0;
    const openFen = open?.find((own) => own.month === month)?.fen ?? 0;
    const unsettledFen = open === null && month >= youngest ? low : openFen;
    return {
      month: index + 1,
      net,
      settledFen: low - Math.max(0, Math.min(low, unsettledFen)),
      isOpenKnown: open !== null,
    };
  });
}

/** The first month of which some sales may be young enough for returns. */
export function youngestMonth(today: ChinaDay): ChinaMonth {
  return monthOf(addDays(today, -LAST_DAY_OF_AGE.d60 - 1));
}
