import { addDays, type ChinaDay, daysBetween, yearOf } from '../time';
import { COVERAGE, type Curve, curveOf, weeklySwing } from './curve';
import { keptNet, levels, RECENT_DAYS, saleDays, type SalesPath, sumFen } from './path';
import {
  type PromotionFactor,
  promotionFactors,
  type PromotionId,
  type PromotionWindow,
  windowsUntil,
} from './promotions';
import { YEAR_DAYS, seasonAhead } from './season';

/** A sum of net sales whose date is forecast. */
export interface Threshold {
  readonly id: string;
  /** Smallest sum, in fen, that counts as passed. */
  readonly neededFen: number;
}

/** The input of a forecast. */
export interface ForecastInput {
  readonly path: SalesPath;
  readonly today: ChinaDay;
  /** The calendar year that is forecast: the year of `today`. */
  readonly year: number;
  readonly thresholds: readonly Threshold[];
  /** Promotions in which the merchant does not take part. */
  readonly promotionsOff: readonly PromotionId[];
  /** Sales from tomorrow on, as a multiple of today's level; 1 outside a what-if. */
  readonly salesTimes?: number;
}

/** Why there is no forecast. */
export type DeclineReason =
  'year_not_begun' | 'year_over' | 'too_little_history' | 'nothing_sold_lately';

/** The history of a merchant, or the history that a forecast needs. Days. */
export interface History {
  /** Days since the first sale, including today. */
  readonly days: number;
  /** Days with sales in the last eight weeks. */
  readonly saleDays: number;
  /** Days with sales in the last four weeks. */
  readonly saleDaysLately: number;
}

/** The days on which a threshold is passed. null: not in this year. A past day: already passed. */
export interface Crossing {
  readonly id: string;
  readonly neededFen: number;
  readonly earliest: ChinaDay | null;
  readonly likely: ChinaDay | null;
  readonly latest: ChinaDay | null;
}

/** A promotion between tomorrow and the end of the year. */
export interface PromotionAhead extends PromotionFactor {
  readonly id: PromotionId;
  readonly from: ChinaDay;
  readonly to: ChinaDay;
  /** Whether it is switched off, so that its days count as ordinary ones. */
  readonly off: boolean;
}

/** The figures behind a forecast. */
export interface ForecastInputs {
  /** Days of the path that were used. */
  readonly daysUsed: number;
  /** Net of the year up to today, less expected returns, fen. */
  readonly keptThisYearFen: number;
  /** Expected returns of this year's sales, fen. */
  readonly expectedReturnFen: number;
  /** Net of an ordinary week at the level of the last eight weeks, without promotions, fen. */
  readonly netPerWeekFen: number;
  /** Days with sales in a week, averaged over the last eight weeks. */
  readonly saleDaysPerWeek: number;
  /** Today's level as a multiple of the level a year ago; null: unknown. */
  readonly timesLastYear: number | null;
  /**
   * Level of the ordinary days from tomorrow to year end by last year's seasons, as a multiple of
   * today's; null: last year is unknown, or no day is left.
   */
  readonly seasonTimes: number | null;
  /** Standard deviation of a week's net, as a share of it. */
  readonly weeklySwing: number;
  readonly promotionsAhead: readonly PromotionAhead[];
  /** Share of the outcomes that the range should contain. */
  readonly coverage: number;
}

/** Net at the end of the year, fen. */
export interface YearEnd {
  readonly lowFen: number;
  readonly midFen: number;
  readonly highFen: number;
}

/** A range, or the reason why there is none. */
export type Forecast =
  | {
      readonly kind: 'declined';
      readonly reason: DeclineReason;
      readonly needed: History;
      readonly has: History;
    }
  | {
      readonly kind: 'range';
      readonly yearEnd: YearEnd;
      readonly crossings: readonly Crossing[];
      readonly inputs: ForecastInputs;
    };

/** The history that a forecast needs. */
const NEEDED_HISTORY: History = { days: RECENT_DAYS, saleDays: 6, saleDaysLately: 1 };

/** Largest number of past days that are used. */
const MAX_DAYS = 731;

function declineReason(
  net: readonly number[],
  has: History,
  { today, year }: ForecastInput,
): DeclineReason | null {
  if (yearOf(today) < year) return 'year_not_begun';
  if (yearOf(today) > year) return 'year_over';
  if (has.days < NEEDED_HISTORY.days) return 'too_little_history';
  if (has.saleDaysLately < NEEDED_HISTORY.saleDaysLately) return 'nothing_sold_lately';
  if (has.saleDays < NEEDED_HISTORY.saleDays) return 'too_little_history';
  // More was returned than sold: there is no level to continue.
  return sumFen(net.slice(-RECENT_DAYS)) > 0 ? null : 'nothing_sold_lately';
}

function historyOf(net: readonly number[]): History {
  const first = net.findIndex((fen) => fen > 0);
  return {
    days: first < 0 ? 0 : net.length - first,
    saleDays: saleDays(net.slice(-RECENT_DAYS)),
    saleDaysLately: saleDays(net.slice(-RECENT_DAYS / 2)),
  };
}

/** The past days and the days ahead, both numbered from the start of the path. */
interface Outlook {
  readonly swing: number;
  readonly dailyFen: number;
  readonly timesLastYear: number | null;
  readonly season: readonly number[] | null;
  readonly expected: readonly number[];
}

/** Sales of each day as a multiple of an ordinary day. Overlapping promotions multiply. */
function factorsOfDays(
  length: number,
  windows: readonly PromotionWindow[],
  factors: ReadonlyMap<PromotionId, PromotionFactor>,
): number[] {
  const days = new Array<number>(length).fill(1);
  for (const { id, first, last } of windows) {
    for (let index = Math.max(first, 0); index <= Math.min(last, length - 1); index += 1) {
      days[index] = (days[index] ?? 1) * (factors.get(id)?.factor ?? 1);
    }
  }
  return days;
}

function outlookOf(
  net: readonly number[],
  windows: readonly PromotionWindow[],
  ahead: number,
  input: ForecastInput,
  factors: ReadonlyMap<PromotionId, PromotionFactor>,
): Outlook {
  const { promotionsOff, salesTimes = 1 } = input;
  const today = net.length - 1;
  const levelOf = levels(net, factorsOfDays(net.length, windows, factors));
  const dailyFen = Math.max(0, levelOf(...recentUntil(today)));
  const season = seasonAhead(levelOf, today, ahead);
  const taken = windows.filter(({ id }) => !promotionsOff.includes(id));
  const factorsAhead = factorsOfDays(net.length + ahead, taken, factors).slice(net.length);
  const lastYearFen = season ? levelOf(...recentUntil(today - YEAR_DAYS)) : 0;
  return {
    swing: weeklySwing(levelOf, today),
    dailyFen,
    timesLastYear: lastYearFen > 0 ? dailyFen / lastYearFen : null,
    season,
    expected: factorsAhead.map(
      (factor, index) => dailyFen * Math.max(0, salesTimes) * (season?.[index] ?? 1) * factor,
    ),
  };
}

const recentUntil = (day: number): [number, number] => [day - RECENT_DAYS + 1, day];

/** Day on which `fromFen` plus the curve reaches the needed sum. */
function dayReached(
  curve: readonly number[],
  fromFen: number,
  neededFen: number,
  today: ChinaDay,
): ChinaDay | null {
  const index = curve.findIndex((fen) => fromFen + fen >= neededFen);
  return index < 0 ? null : addDays(today, index + 1);
}

function crossingOf(
  { id, neededFen }: Threshold,
  thisYear: readonly number[],
  curve: Curve,
  today: ChinaDay,
): Crossing {
  let sum = 0;
  const keptFen = sumFen(thisYear);
  if (keptFen >= neededFen) {
    const index = thisYear.findIndex((fen) => (sum += fen) >= neededFen);
    const day = addDays(today, index - (thisYear.length - 1));
    return { id, neededFen, earliest: day, likely: day, latest: day };
  }
  const reached = (days: readonly number[]) => dayReached(days, keptFen, neededFen, today);
  return {
    id,
    neededFen,
    earliest: reached(curve.high),
    likely: reached(curve.mid),
    latest: reached(curve.low),
  };
}

/**
 * Forecasts the net at the end of the year and the days on which thresholds are passed, each as a
 * range that should contain {@link COVERAGE} of the outcomes, or gives the reason for no forecast.
 *
 * The level of the last eight weeks is continued to the end of the year. It follows half of last
 * year's seasonal change and includes the known promotions; the width of the range comes from the
 * variation of the merchant's own weeks.
 */
export function forecast(input: ForecastInput): Forecast {
  const { today, year, path } = input;
  const all = keptNet(path, today);
  const net = all.slice(-MAX_DAYS);
  const has = historyOf(net);
  const reason = declineReason(net, has, input);
  if (reason) return { kind: 'declined', reason, needed: NEEDED_HISTORY, has };

  const from = addDays(path.from, all.length - net.length);
  const yearEndsOn = `${year}-12-31`;
  const ahead = daysBetween(today, yearEndsOn);
  const windows = windowsUntil(from, year);
  const factors = promotionFactors(net, windows);
  const outlook = outlookOf(net, windows, ahead, input, factors);
  const curve = curveOf(outlook.expected, outlook.swing);

  const thisYear = net.slice(Math.max(0, daysBetween(from, `${year}-01-01`)));
  const keptFen = sumFen(thisYear);
  const end = (days: readonly number[]) => Math.floor(keptFen + (days[ahead - 1] ?? 0));
  return {
    kind: 'range',
    yearEnd: { lowFen: end(curve.low), midFen: end(curve.mid), highFen: end(curve.high) },
    crossings: input.thresholds.map((threshold) => crossingOf(threshold, thisYear, curve, today)),
    inputs: {
      daysUsed: net.length,
      keptThisYearFen: keptFen,
      expectedReturnFen: sumFen(
        path.expectedReturnFen.slice(all.length - thisYear.length, all.length),
      ),
      netPerWeekFen: Math.round(7 * outlook.dailyFen),
      saleDaysPerWeek: (has.saleDays * 7) / RECENT_DAYS,
      timesLastYear: outlook.timesLastYear,
      seasonTimes: outlook.season && ahead ? sumFen(outlook.season) / ahead : null,
      weeklySwing: outlook.swing,
      promotionsAhead: windows
        .filter(({ last }) => last >= net.length)
        .map(({ id, first, last }) => ({
          id,
          from: addDays(from, Math.max(first, net.length)),
          to: addDays(from, last),
          off: input.promotionsOff.includes(id),
          ...(factors.get(id) ?? { factor: 1, basis: 'assumed' }),
        })),
      coverage: COVERAGE,
    },
  };
}
