import type { NetBounds } from '../sales/bounds';
import { addDays, type ChinaDay, daysBetween } from '../time';
import { type SalesPath, sumFen } from './path';

/** The net of the last twelve months. It is information: no known award measures it. */
export interface TrailingYear {
  /** Bounds, fen; equal where every sale of the twelve months has a paid amount. */
  readonly net: NetBounds;
  /** First counted day: 365 days including today, or the day of the first sale if that is later. */
  readonly from: ChinaDay;
}

/** Net of the last 365 days, including today; null when none of them has a record. */
export function trailingYear(path: SalesPath, today: ChinaDay): TrailingYear | null {
  const yearAgo = addDays(today, -364);
  const skipped = Math.max(0, daysBetween(path.from, yearAgo));
  const days = path.netFen.slice(skipped);
  if (days.length === 0) return null;
  const net = { low: sumFen(days), high: sumFen(days) };
  for (const { month, low, high } of path.ranges ?? []) {
    if (`${month}-31` < yearAgo) continue;
    // Of the month in which the twelve months begin, the days of the range are not known.
    const isWhole = `${month}-01` >= yearAgo;
    net.low += isWhole ? low : Math.min(0, low);
    net.high += Math.max(0, high);
  }
  return { net, from: path.from > yearAgo ? path.from : yearAgo };
}
