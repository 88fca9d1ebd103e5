import type { MonthRange, SalesPath } from '../forecast/path';
import { addBounds, type NetBounds } from '../sales/bounds';
import type { CellPlatform, YearTotals } from '../sales/year-totals';
import { addDays, type ChinaDay, type ChinaMonth, daysBetween, monthOf, yearOf } from '../time';
import { type AgedSale, agedSales } from './aged-sales';
import { expectedReturnFen } from './expected-return';
import { type ReturnCurve, returnCurves, settlesAfterDays } from './return-curve';

/** Unsettled sales of a platform. All amounts in fen. */
export interface PlatformSettlement {
  readonly platform: CellPlatform;
  /** Net of days of sale young enough for returns; a day with more returns than sales counts as 0. */
  readonly unsettledFen: number;
  /** Expected returns of them by the curve. */
  readonly expectedReturnFen: number;
  readonly settlesAfterDays: number;
  readonly finalRate: number;
  readonly curve: ReturnCurve['from'];
  readonly isPaceAssumed: boolean;
  readonly saleDays: number;
}

/** What can be said of a year's net: some of it may come back, nothing can, or neither is known. */
export type OpenReturns = 'some' | 'none' | 'cannot_tell';

/**
 * Whether something of a year's net may still come back. Ages are known of paid amounts only: while
 * a net is a range, part of it has no paid amount, and nothing says that all of it is past returns.
 * @param net bounds of the year's net; null when nothing is recorded.
 */
export function openReturns(
  { platforms }: Pick<Settlement, 'platforms'>,
  net: NetBounds | null,
): OpenReturns {
  if (platforms.length > 0) return 'some';
  return net !== null && net.low !== net.high ? 'cannot_tell' : 'none';
}

/** What settles on each coming day if as much comes back of it as expected. */
export interface Settling {
  /** The day after the day of the settlement. */
  readonly from: ChinaDay;
  /** By day: net of the sales that settle on it, less their expected returns; fen. */
  readonly keptFen: readonly number[];
}

/** A year's net, split by the age of the sales. All amounts in fen. */
export interface Settlement {
  /** What of the year's net cannot come back any more: never above the net itself. */
  readonly settledFen: number;
  readonly unsettledFen: number;
  readonly expectedReturnFen: number;
  /** Day on which the youngest sale is settled; null when all are. */
  readonly settledOn: ChinaDay | null;
  /** What of it settles on which day; null when all is settled. */
  readonly settling: Settling | null;
  /** Platforms with unsettled sales, the largest first. */
  readonly platforms: readonly PlatformSettlement[];
  /** `unsettledFen` by the month of the sales, earliest first. */
  readonly openMonths: readonly { readonly month: ChinaMonth; readonly fen: number }[];
}

/** The settlement of a year, and the sales of each day until today. */
export interface SettledSales {
  readonly settlement: Settlement;
  /** null when nothing is recorded in the years. */
  readonly path: SalesPath | null;
}

/**
 * Splits the net of a year by the age of the sales, and lists the days until today.
 * @param years kept totals of the year before and of this year, if they exist.
 * @param low lower bound of the year's net; the settled net is this minus the unsettled.
 */
export function settleSales(
  years: readonly Pick<YearTotals, 'days' | 'returns' | 'ranges'>[],
  { year, today, low }: { year: number; today: ChinaDay; low: number },
): SettledSales {
  const sales = agedSales(years, today);
  const curveFor = returnCurves(
    sales,
    years.map(({ returns }) => returns),
    today,
  );
  const ofYear = sales.filter(({ day }) => yearOf(day) === year);
  return {
    settlement: settlementOf(ofYear, curveFor, low, today),
    path: pathOf(sales, curveFor, rangesOf(years), today),
  };
}

type CurveFor = (platform: CellPlatform) => ReturnCurve;

function settlementOf(
  sales: readonly AgedSale[],
  curveFor: CurveFor,
  low: number,
  today: ChinaDay,
): Settlement {
  const platforms = new Map<CellPlatform, PlatformSettlement>();
  const openMonths = new Map<ChinaMonth, number>();
  const keptFen: number[] = [];
  for (const sale of sales) {
    const curve = curveFor(sale.platform);
    const closes = settlesAfterDays(curve);
    if (sale.ageDays > closes) continue;
    const before = platforms.get(sale.platform);
    const { paidFen = 0, refundedFen = 0 } = sale;
    const netFen = Math.max(0, paidFen - refundedFen);
    const expectedFen = expectedReturnFen(sale, curve);
    const month = monthOf(sale.day);
    openMonths.set(month, (openMonths.get(month) ?? 0) + netFen);
    platforms.set(sale.platform, {
      platform: sale.platform,
      unsettledFen: (before?.unsettledFen ?? 0) + netFen,
      expectedReturnFen: (before?.expectedReturnFen ?? 0) + expectedFen,
      settlesAfterDays: closes,
      finalRate: curve.finalRate,
      curve: curve.from,
      isPaceAssumed: curve.isPaceAssumed,
      saleDays: curve.saleDays,
    });
    const daysAhead = closes - sale.ageDays;
    keptFen[daysAhead] = (keptFen[daysAhead] ?? 0) + netFen - expectedFen;
  }
  const open = [...platforms.values()].sort((a, b) => b.unsettledFen - a.unsettledFen);
  const sum = (key: 'unsettledFen' | 'expectedReturnFen'): number =>
    open.reduce((total, platform) => total + platform[key], 0);
  const unsettledFen = sum('unsettledFen');
  return {
    settledFen: low - unsettledFen,
    unsettledFen,
    expectedReturnFen: sum('expectedReturnFen'),
    settledOn: open.length === 0 ? null : addDays(today, keptFen.length),
    settling: open.length === 0 ? null : { from: addDays(today, 1), keptFen: withoutGaps(keptFen) },
    platforms: open,
    openMonths: [...openMonths]
      .map(([month, fen]) => ({ month, fen }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
  };
}

/** The same sums by day, with 0 for the days that have none. */
function withoutGaps(fen: readonly number[]): number[] {
  return Array.from({ length: fen.length }, (_, index) => fen[index] ?? 0);
}

/**
 * The first day on which settled money alone reaches an amount, if nothing more is sold and as much
 * comes back as expected: the return window of enough sales is over then. At the earliest the day
 * after the settlement's.
 * @param neededFen the least net that reaches the amount.
 * @returns null when the amount is not reached that way.
 */
export function safeFrom(
  { settledFen, settling }: Pick<Settlement, 'settledFen' | 'settling'>,
  neededFen: number,
): ChinaDay | null {
  if (settling === null) return null;
  let fen = settledFen;
  const index = settling.keptFen.findIndex((keptFen) => (fen += keptFen) >= neededFen);
  return index < 0 ? null : addDays(settling.from, index);
}

/** What of the years is a range, by month, over the platforms. */
function rangesOf(years: readonly Pick<YearTotals, 'ranges'>[]): MonthRange[] {
  return years
    .flatMap(({ ranges }) => Object.entries(ranges))
    .map(([month, platforms]) => ({
      month,
      ...addBounds(
        ...Object.values(platforms).map(({ lowFen = 0, highFen = 0 }) => {
          return { low: lowFen, high: highFen };
        }),
      ),
    }))
    .filter(({ low, high }) => low !== 0 || high !== 0);
}

function pathOf(
  sales: readonly AgedSale[],
  curveFor: CurveFor,
  ranges: readonly MonthRange[],
  today: ChinaDay,
): SalesPath | null {
  const known = sales.filter(({ ageDays }) => ageDays >= 0);
  const begun = ranges.filter(({ month }) => month <= monthOf(today));
  if (known.length === 0 && begun.length === 0) return null;
  const oldest = [
    ...known.map(({ ageDays }) => ageDays),
    ...begun.map(({ month }) => daysBetween(`${month}-01`, today)),
  ].reduce((most, age) => Math.max(most, age), 0);
  const netFen = new Array<number>(oldest + 1).fill(0);
  const toReturnFen = new Array<number>(oldest + 1).fill(0);
  for (const sale of known) {
    const index = oldest - sale.ageDays;
    const { paidFen = 0, refundedFen = 0, platform } = sale;
    netFen[index] = (netFen[index] ?? 0) + paidFen - refundedFen;
    toReturnFen[index] = (toReturnFen[index] ?? 0) + expectedReturnFen(sale, curveFor(platform));
  }
  const path = { from: addDays(today, -oldest), netFen, expectedReturnFen: toReturnFen };
  return begun.length === 0 ? path : { ...path, ranges: begun };
}
