import { keptNet, type SalesPath, sumFen } from '../../src/domain/forecast';
import { type ChinaDay, daysBetween, yearOf } from '../../src/domain/time';

const firstOf = (year: number): ChinaDay => `${String(year)}-01-01`;

/** Net at year end if every remaining day sells the average of the last 30 days, fen. */
export function last30CarriedForward(path: SalesPath, today: ChinaDay): number {
  const net = keptNet(path, today);
  const year = yearOf(today);
  const soFar = sumFen(net.slice(daysBetween(path.from, firstOf(year))));
  return soFar + (sumFen(net.slice(-30)) / 30) * daysBetween(today, `${String(year)}-12-31`);
}

/** Net at year end if the year has had the same share by today as last year, fen; null: unknown. */
export function sameShareAsLastYear(path: SalesPath, today: ChinaDay): number | null {
  const net = keptNet(path, today);
  const year = yearOf(today);
  const start = daysBetween(path.from, firstOf(year));
  const lastYear = net.slice(daysBetween(path.from, firstOf(year - 1)), start);
  const share = sumFen(lastYear.slice(0, net.length - start)) / sumFen(lastYear);
  return share > 0 ? sumFen(net.slice(start)) / share : null;
}
