import { type ChinaDay, daysBetween, monthOf, yearOf } from '../time';
import { addBounds, type NetBounds } from './bounds';
import type { MonthBar } from './month-bars';

/** The net of a year added up to the end of a month, fen. */
export interface PathPoint {
  /** From 1 to 12. */
  readonly month: number;
  /** What of it will not change; null where it is expected. */
  readonly settledFen: number | null;
  readonly net: NetBounds;
}

/**
 * The running year as it adds up by month: as recorded up to today, and from there evenly by day to
 * where the year is expected to end.
 * @param months the twelve months of the year.
 */
export function yearPath(
  months: readonly MonthBar[],
  yearEnd: { readonly lowFen: number; readonly highFen: number },
  today: ChinaDay,
): PathPoint[] {
  const running = Number(monthOf(today).slice(5));
  const year = yearOf(today);
  const ahead = daysBetween(today, `${year}-12-31`);
  const points: PathPoint[] = [];
  let net: NetBounds = { low: 0, high: 0 };
  let settledFen = 0;
  for (const bar of months.slice(0, running)) {
    net = addBounds(net, bar.net ?? { low: 0, high: 0 });
    settledFen += bar.settledFen;
    points.push({ month: bar.month, settledFen, net });
  }
  for (let month = running + 1; month <= 12; month += 1) {
    const next =
      month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
    const share = Math.min(1, (daysBetween(today, next) - 1) / ahead);
    const at = (from: number, to: number): number => Math.floor(from + (to - from) * share);
    const low = at(net.low, yearEnd.lowFen);
    const high = Math.max(low, at(net.high, yearEnd.highFen));
    points.push({ month, settledFen: null, net: { low, high } });
  }
  return points;
}
