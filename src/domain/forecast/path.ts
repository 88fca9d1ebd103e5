import type { NetBounds } from '../sales/bounds';
import { addDays, type ChinaDay, type ChinaMonth, daysBetween, monthOf } from '../time';

/** Sales of a month whose net is known as a range only: no day has it. Fen. */
export interface MonthRange extends NetBounds {
  readonly month: ChinaMonth;
}

/** Daily net of a host, as known today. */
export interface SalesPath {
  /** China day of `netFen[0]`. It may be in an earlier year, which gives the seasons. */
  readonly from: ChinaDay;
  /**
   * Net (paid minus refunded so far) of the sales of each day from `from` to today inclusive, fen;
   * may be negative. Only the last two years are used.
   */
  readonly netFen: readonly number[];
  /**
   * Expected returns of the sales of each of these days, fen, 0 or more; same length as `netFen`.
   * The forecast uses `netFen` minus these.
   */
  readonly expectedReturnFen: readonly number[];
  /** Sales that are in no day because their net is a range; absent where there are none. */
  readonly ranges?: readonly MonthRange[];
}

/** A point of the ranges of a path: all at their lower end, in the middle, or at their upper end. */
export type PointOfRange = 'low' | 'middle' | 'high';

function fenAt({ low, high }: NetBounds, point: PointOfRange): number {
  return point === 'middle' ? Math.floor((low + high) / 2) : { low, high }[point];
}

/** Which of the days of a path lie in a month; `count` is 0 where none does. */
function daysOfMonth(
  month: ChinaMonth,
  { from, length }: { from: ChinaDay; length: number },
): { first: number; count: number } {
  const begins = daysBetween(from, `${month}-01`);
  const ends = daysBetween(from, `${monthOf(addDays(`${month}-01`, 31))}-01`);
  const first = Math.max(0, begins);
  return { first, count: Math.max(0, Math.min(length, ends) - first) };
}

/**
 * The path with the ranges at a point of them, spread evenly over the days of their month until
 * today, because their days are not known. It has no ranges any more.
 */
export function pathAt(
  { from, netFen, expectedReturnFen, ranges = [] }: SalesPath,
  today: ChinaDay,
  point: PointOfRange,
): SalesPath {
  const length = Math.max(0, daysBetween(from, today) + 1);
  const days = Array.from({ length }, (_, index) => netFen[index] ?? 0);
  for (const range of ranges) {
    const { first, count } = daysOfMonth(range.month, { from, length });
    const fen = fenAt(range, point);
    for (let part = 0; part < count; part += 1) {
      const share = Math.floor((fen * (part + 1)) / count) - Math.floor((fen * part) / count);
      days[first + part] = (days[first + part] ?? 0) + share;
    }
  }
  // The path of a month's range begins on its first day; sales begin where there are some.
  const begun = Math.max(
    0,
    days.findIndex((fen) => fen !== 0),
  );
  return {
    from: addDays(from, begun),
    netFen: days.slice(begun),
    expectedReturnFen: expectedReturnFen.slice(begun),
  };
}

/** Days of the window that determines today's level of sales: eight weeks. */
export const RECENT_DAYS = 56;

/**
 * Net of each day from `path.from` to `today` inclusive, less expected returns, fen. A day that the
 * path lacks counts as 0; days after `today` are left out.
 */
export function keptNet(path: SalesPath, today: ChinaDay): number[] {
  const length = Math.max(0, daysBetween(path.from, today) + 1);
  return Array.from(
    { length },
    (_, index) => (path.netFen[index] ?? 0) - (path.expectedReturnFen[index] ?? 0),
  );
}

/** Number of days with sales. A day with a net of 0 or less is not a sale day. */
export function saleDays(netFen: readonly number[]): number {
  return netFen.filter((fen) => fen > 0).length;
}

/** Sum of amounts, fen. */
export function sumFen(amounts: readonly number[]): number {
  return amounts.reduce((sum, fen) => sum + fen, 0);
}

/**
 * The level of sales over the days from `first` to `last`, numbered from the start of the path: net
 * of an ordinary day, fen. Days outside the path are ignored.
 */
export type LevelOf = (first: number, last: number) => number;

/**
 * Levels of a path without its promotions: the sales of some days, divided by the number of
 * ordinary days with equal sales.
 * @param net net of each day, fen.
 * @param factors sales of each day as a multiple of an ordinary day, above 0.
 */
export function levels(net: readonly number[], factors: readonly number[]): LevelOf {
  const [sold, worth] = [[0], [0]];
  net.forEach((fen, index) => {
    sold.push((sold[index] ?? 0) + fen);
    worth.push((worth[index] ?? 0) + (factors[index] ?? 1));
  });
  return (first, last) => {
    const [from, to] = [Math.max(first, 0), Math.min(last + 1, net.length)];
    if (to <= from) return 0;
    return ((sold[to] ?? 0) - (sold[from] ?? 0)) / ((worth[to] ?? 0) - (worth[from] ?? 0));
  };
}
