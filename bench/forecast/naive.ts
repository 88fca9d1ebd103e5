import { keptNet, type SalesPath, sumFen } from '../../src/domain/forecast';
import { addDays, type ChinaDay, daysBetween, yearOf } from '../../src/domain/time';

const firstOf = (year: number): ChinaDay => `${String(year)}-01-01`;

function indexIn({ from }: SalesPath, day: ChinaDay): number {
  return Math.max(0, daysBetween(from, day));
}

/** Net of the year up to today, fen. */
export function keptThisYear(path: SalesPath, today: ChinaDay): number {
  return sumFen(keptNet(path, today).slice(indexIn(path, firstOf(yearOf(today)))));
}

/** Net at year end if every remaining day sells the average of the last 30 days, fen. */
export function last30CarriedForward(path: SalesPath, today: ChinaDay): number {
  const perDayFen = sumFen(keptNet(path, today).slice(-30)) / 30;
  const daysLeft = daysBetween(today, `${String(yearOf(today))}-12-31`);
  return keptThisYear(path, today) + perDayFen * daysLeft;
}

/** Days of last year's January in which the records may begin for its year to count as known. */
const MAX_MISSING_DAYS = 31;

/** Net at year end if the year has had the same share by today as last year, fen; null: unknown. */
export function sameShareAsLastYear(path: SalesPath, today: ChinaDay): number | null {
  const net = keptNet(path, today);
  const year = yearOf(today);
  if (path.from > addDays(firstOf(year - 1), MAX_MISSING_DAYS)) return null;
  const [first, end] = [indexIn(path, firstOf(year - 1)), indexIn(path, firstOf(year))];
  const sameDay = Math.min(end, indexIn(path, addDays(today, -365)) + 1);
  const share = sumFen(net.slice(first, sameDay)) / sumFen(net.slice(first, end));
  return share > 0 ? keptThisYear(path, today) / share : null;
}
