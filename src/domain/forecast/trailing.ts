import { addDays, type ChinaDay, daysBetween } from '../time';
import { type SalesPath, sumFen } from './path';

/** The net of the last twelve months: for information, no award is known to measure it. */
export interface TrailingYear {
  readonly netFen: number;
  /** First day that is counted: 365 days up to today, or since the first sale if that is later. */
  readonly from: ChinaDay;
}

/** Net of the last 365 days, today included; null when none of them has a record. */
export function trailingYear(path: SalesPath, today: ChinaDay): TrailingYear | null {
  const yearAgo = addDays(today, -364);
  const skipped = Math.max(0, daysBetween(path.from, yearAgo));
  const days = path.netFen.slice(skipped);
  if (days.length === 0) return null;
  return { netFen: sumFen(days), from: path.from > yearAgo ? path.from : yearAgo };
}
