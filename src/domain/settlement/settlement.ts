import type { CellPlatform, DayAmounts, YearTotals } from '../sales/year-totals';
import { addDays, daysBetween, yearOf } from '../time';
import type { ChinaDay } from '../time';
import { arrivedBy, returnCurves, settlesAfterDays } from './return-curve';
import type { ReturnCurve } from './return-curve';

/** What of a platform's sales may still come back. All amounts in fen. */
export interface PlatformSettlement {
  readonly platform: CellPlatform;
  /** Net of sales young enough for returns. */
  readonly unsettledFen: number;
  /** What the curve says is still to come back of them. */
  readonly expectedReturnFen: number;
  readonly settlesAfterDays: number;
  readonly finalRate: number;
  readonly curve: ReturnCurve['from'];
  readonly saleDays: number;
}

/** A year's net, split by the age of what was sold. All amounts in fen. */
export interface Settlement {
  /** Net of sales of this age or older, by each platform's own curve. */
  readonly settledFen: number;
  readonly unsettledFen: number;
  readonly expectedReturnFen: number;
  /** Day on which the youngest of them is settled; null when all are. */
  readonly settledOn: ChinaDay | null;
  /** Only platforms with something unsettled, largest first. */
  readonly platforms: readonly PlatformSettlement[];
}

/** Net of each day from `from` to today, and how much of it is expected to come back; fen. */
export interface SalesPath {
  readonly from: ChinaDay;
  readonly netFen: readonly number[];
  readonly expectedReturnFen: readonly number[];
}

/**
 * What of one platform's day is still to come back: `paid × final rate × share of returns not there
 * yet`, and never more than is left of the day.
 */
export function expectedReturnFen(
  { paidFen = 0, refundedFen = 0 }: DayAmounts,
  curve: ReturnCurve,
  ageDays: number,
): number {
  const toCome = Math.round(paidFen * curve.finalRate * (1 - arrivedBy(curve, ageDays)));
  return Math.max(0, Math.min(toCome, paidFen - refundedFen));
}

/**
 * Splits the net of a year by the age of what was sold.
 * @param years kept totals of this year and the year before, as far as there are any.
 * @param low what the year's net is at least; settled is what is left of it.
 */
export function settlementOf(
  years: readonly YearTotals[],
  { year, today, low }: { year: number; today: ChinaDay; low: number },
): Settlement {
  const curveFor = returnCurves(years, today);
  const platforms = new Map<CellPlatform, PlatformSettlement>();
  let settledOn: ChinaDay | null = null;
  for (const { day, platform, amounts } of daysOf(years)) {
    const curve = curveFor(platform);
    const age = daysBetween(day, today);
    const closes = settlesAfterDays(curve);
    if (yearOf(day) !== year || age > closes) continue;
    const before = platforms.get(platform);
    const { paidFen = 0, refundedFen = 0 } = amounts;
    platforms.set(platform, {
      platform,
      unsettledFen: (before?.unsettledFen ?? 0) + paidFen - refundedFen,
      expectedReturnFen: (before?.expectedReturnFen ?? 0) + expectedReturnFen(amounts, curve, age),
      settlesAfterDays: closes,
      ...{ finalRate: curve.finalRate, curve: curve.from, saleDays: curve.saleDays },
    });
    const settles = addDays(day, closes + 1);
    if (settledOn === null || settles > settledOn) settledOn = settles;
  }
  const open = [...platforms.values()].sort((a, b) => b.unsettledFen - a.unsettledFen);
  const sum = (key: 'unsettledFen' | 'expectedReturnFen'): number =>
    open.reduce((total, one) => total + one[key], 0);
  const unsettledFen = sum('unsettledFen');
  return {
    settledFen: low - unsettledFen,
    unsettledFen,
    expectedReturnFen: sum('expectedReturnFen'),
    ...{ settledOn, platforms: open },
  };
}

/** The days of up to two years as a series for a forecast; null when nothing is recorded. */
export function salesPathOf(years: readonly YearTotals[], today: ChinaDay): SalesPath | null {
  const curveFor = returnCurves(years, today);
  const known = [...daysOf(years)].filter(({ day }) => day <= today);
  const from = known.reduce<ChinaDay | null>(
    (first, { day }) => (first === null || day < first ? day : first),
    null,
  );
  if (from === null) return null;
  const length = daysBetween(from, today) + 1;
  const netFen = new Array<number>(length).fill(0);
  const toReturnFen = new Array<number>(length).fill(0);
  for (const { day, platform, amounts } of known) {
    const index = daysBetween(from, day);
    const { paidFen = 0, refundedFen = 0 } = amounts;
    const curve = curveFor(platform);
    netFen[index] = (netFen[index] ?? 0) + paidFen - refundedFen;
    toReturnFen[index] =
      (toReturnFen[index] ?? 0) + expectedReturnFen(amounts, curve, daysBetween(day, today));
  }
  return { from, netFen, expectedReturnFen: toReturnFen };
}

function* daysOf(years: readonly YearTotals[]) {
  for (const { days } of years) {
    for (const [day, platforms] of Object.entries(days)) {
      for (const [platform, amounts] of Object.entries(platforms)) {
        if (amounts) yield { day, platform: platform as CellPlatform, amounts };
      }
    }
  }
}
