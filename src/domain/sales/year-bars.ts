import { type ChinaDay, type ChinaMonth, yearOf } from '../time';
import type { NetBounds } from './bounds';
import { type MonthBar, youngestMonth } from './month-bars';

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
