import type { SalesPath } from '../../src/domain/forecast';
import { addDays, type ChinaDay, daysBetween } from '../../src/domain/time';
import type { GeneratedDay, GeneratedMerchant } from './generator';

/**
 * Days after which a sale counts as settled, and the number of settled days that make the curve.
 */
const SETTLED_DAYS = 46;
const CURVE_DAYS = 180;
/** Assumed before any sale is settled: a fifth is returned, evenly over three weeks. */
const ASSUMED_RATE = 0.2;
const ASSUMED_DAYS = 21;

/** Share of the paid amount that is still to be returned, by age of the sale in days. */
type ReturnCurve = (age: number) => number;

const assumedCurve: ReturnCurve = (age) => ASSUMED_RATE * Math.max(0, 1 - (age + 1) / ASSUMED_DAYS);

function refundedBy({ refunds }: GeneratedDay, age: number): number {
  return refunds.reduce((sum, { afterDays, fen }) => (afterDays <= age ? sum + fen : sum), 0);
}

/** The curve of the settled sales of the last months: the share returned after each age. */
function curveOf(days: readonly GeneratedDay[], today: number): ReturnCurve {
  const last = today - SETTLED_DAYS + 1;
  const settled = days.slice(Math.max(0, last - CURVE_DAYS), Math.max(0, last));
  const paidFen = settled.reduce((sum, day) => sum + day.paidFen, 0);
  if (paidFen === 0) return assumedCurve;
  const laterFen = Array.from({ length: SETTLED_DAYS }, () => 0);
  for (const { refunds } of settled) {
    for (const { afterDays, fen } of refunds) {
      for (let age = 0; age < afterDays; age += 1) laterFen[age] = (laterFen[age] ?? 0) + fen;
    }
  }
  return (age) => (laterFen[age] ?? 0) / paidFen;
}

/** The merchant's path as it was known on the day `today`. */
export function asKnownOn({ days, from }: GeneratedMerchant, today: ChinaDay): SalesPath {
  const last = daysBetween(from, today);
  const known = days.slice(0, last + 1);
  const curve = curveOf(known, last);
  return {
    from,
    netFen: known.map((day, index) => day.paidFen - refundedBy(day, last - index)),
    expectedReturnFen: known.map(({ paidFen }, index) => Math.round(paidFen * curve(last - index))),
  };
}

/** Final net sales of each day of the year, fen; the first is 1 January. */
export function outcomeOf({ days, from, year }: GeneratedMerchant): number[] {
  return days
    .slice(daysBetween(from, `${String(year)}-01-01`))
    .map((day) => day.paidFen - refundedBy(day, Infinity));
}

/** First day of the year on which the outcome reached a sum; null: not in that year. */
export function dayPassed(
  outcome: readonly number[],
  year: number,
  neededFen: number,
): ChinaDay | null {
  let sum = 0;
  const index = outcome.findIndex((fen) => (sum += fen) >= neededFen);
  return index < 0 ? null : addDays(`${String(year)}-01-01`, index);
}
