import { addDays, type ChinaDay, type ChinaMonth, monthOf, yearOf } from '../time';
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
function youngestMonth(today: ChinaDay): ChinaMonth {
  return monthOf(addDays(today, -LAST_DAY_OF_AGE.d60 - 1));
}

/**
 * What of a year's net is of months that are too old for returns, fen: the least that has settled.
 * @param months lower bound of the net of each month, fen.
 */
export function oldSalesFen(
  months: readonly { readonly month: ChinaMonth; readonly lowFen: number }[],
  today: ChinaDay,
): number {
  const youngest = youngestMonth(today);
  // A month below zero has nothing that can come back.
  return months.reduce(
    (sum, { month, lowFen }) => sum + (month < youngest ? lowFen : Math.min(0, lowFen)),
    0,
  );
}

/** What a year is expected to bring from today on, as it is drawn; fen. */
export interface ExpectedBar {
  /** The first month that it is drawn at, from 1, and the number of months. */
  readonly month: number;
  readonly months: number;
  /** Bounds for each of the months; for the running one, of its end. */
  readonly low: number;
  readonly high: number;
  /** Bounds for all of the rest of the year. */
  readonly rest: NetBounds;
}

/**
 * The expected rest of the running year, shared evenly among the months to come; in December, on top
 * of it.
 * @param net of the year until today.
 * @param yearEnd where the year is expected to end; null without a forecast.
 * @returns null in another year, without a forecast, and while the net itself is a range.
 */
export function expectedBar(
  net: NetBounds,
  yearEnd: { readonly lowFen: number; readonly highFen: number } | null,
  { year, today, running }: { year: number; today: ChinaDay; running: MonthBar | undefined },
): ExpectedBar | null {
  if (yearEnd === null || yearOf(today) !== year || net.low !== net.high) return null;
  const rest = { low: yearEnd.lowFen - net.low, high: yearEnd.highFen - net.low };
  const month = Number(today.slice(5, 7));
  const months = 12 - month;
  if (months === 0) {
    const held = running?.net?.low ?? 0;
    return { month, months: 1, low: held + rest.low, high: held + rest.high, rest };
  }
  const [low, high] = [Math.floor(rest.low / months), Math.ceil(rest.high / months)];
  return { month: month + 1, months, low, high, rest };
}
