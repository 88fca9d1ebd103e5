import { addDays, type ChinaDay, daysBetween } from '../time';
import { type SalesPath, sumFen } from './path';

/** The net of the last twelve months. It is information: no known award measures it. */
export interface TrailingYear {
  readonly netFen: number;
  /** First counted day: 365 days including today, or the day of the first sale if that is later. */
  readonly from: ChinaDay;
}

/** Net of the last 365 days, including today; null when none of them has a record. */
export function trailingYear(path: SalesPath, today: ChinaDay): TrailingYear | null {
  const yearAgo = addDays(today, -364);
  const skipped = Math.max(0, daysBetween(path.from, yearAgo));
  const days = path.netFen.slice(skipped);
  if (days.length === 0) return null;
  return { netFen: sumFen(days), from: path.from > yearAgo ? path.from : yearAgo };
}
