import type { SalesPath } from '../../src/domain/forecast';
import { type ReturnAge, returnAgeOf } from '../../src/domain/sales/return-age';
import type { ReturnedByAge, YearTotals } from '../../src/domain/sales/year-totals';
import { settleSales } from '../../src/domain/settlement';
import { addDays, type ChinaDay, daysBetween, monthOf, yearOf } from '../../src/domain/time';
import type { GeneratedDay, GeneratedMerchant } from './generator';

/**
 * How a history came into the ledger: refunds one by one, each with its day, or typed in later as
 * one sum for each day of sale, of which nothing tells when it came back.
 */
export const RECORDINGS = ['recorded live', 'typed in afterwards'] as const;
/** One of {@link RECORDINGS}. */
export type Recording = (typeof RECORDINGS)[number];

const PLATFORM = 'douyin';

/** The band of a refund by the days since its sale; the same for every sale, so asked once. */
const bands = new Map<number, ReturnAge>();
function bandOf(afterDays: number): ReturnAge {
  const known = bands.get(afterDays);
  if (known !== undefined) return known;
  const bookedOn = '2026-01-01';
  const band = returnAgeOf({ bookedOn, returnedOn: addDays(bookedOn, afterDays) }) as ReturnAge;
  bands.set(afterDays, band);
  return band;
}

function refundedBy({ refunds }: GeneratedDay, age: number): number {
  return refunds.reduce((sum, { afterDays, fen }) => (afterDays <= age ? sum + fen : sum), 0);
}

/** The kept totals of a year as they were on the day `today`. */
function yearAsKnown(
  { days, from }: GeneratedMerchant,
  year: number,
  today: ChinaDay,
  recording: Recording,
): Pick<YearTotals, 'days' | 'returns' | 'ranges'> {
  const paidFen: Record<ChinaDay, number> = {};
  const refundedFen: Record<ChinaDay, number> = {};
  const returns: Record<string, { -readonly [A in keyof ReturnedByAge]: number }> = {};
  const last = daysBetween(from, today);
  const first = daysBetween(from, `${String(year)}-01-01`);
  for (let index = first; index <= last; index += 1) {
    const sold = days[index];
    const bookedOn = addDays(from, index);
    if (!sold || yearOf(bookedOn) !== year) break;
    if (sold.paidFen === 0) continue;
    paidFen[bookedOn] = sold.paidFen;
    refundedFen[bookedOn] = refundedBy(sold, last - index);
    const ofMonth = (returns[monthOf(bookedOn)] ??= {});
    for (const { afterDays, fen } of sold.refunds) {
      if (afterDays > last - index) continue;
      const age = recording === 'recorded live' ? bandOf(afterDays) : 'unknown';
      ofMonth[age] = (ofMonth[age] ?? 0) + fen;
    }
  }
  return {
    days: { [PLATFORM]: { paidFen, refundedFen } },
    returns: { [PLATFORM]: returns },
    ranges: {},
  };
}

/** The merchant's path as the shipped settlement gives it on the day `today`; null: nothing sold. */
export function asKnownOn(
  merchant: GeneratedMerchant,
  today: ChinaDay,
  recording: Recording,
): SalesPath | null {
  const { year } = merchant;
  const years = [year - 1, year].map((known) => yearAsKnown(merchant, known, today, recording));
  return settleSales(years, { year, today, low: 0 }).path;
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
