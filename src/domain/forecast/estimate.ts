import { addDays, type ChinaDay, daysBetween, yearOf } from '../time';
import { type Curve, curveOf, weeklySwing } from './curve';
import { type Departure, departureOf } from './departure';
import { historyKindOf } from './history-kind';
import { measuredFor } from './measured';
import { keptNet, levels, RECENT_DAYS, saleDays, sumFen } from './path';
import type { PromotionId } from './promotion-ids';
import {
  type PromotionFactor,
  promotionFactors,
  type PromotionWindow,
  windowsUntil,
} from './promotions';
import { YEAR_DAYS, seasonAhead } from './season';
import type {
  Crossing,
  DeclineReason,
  Forecast,
  ForecastInput,
  History,
  Threshold,
  YearEnd,
} from './types';

/** The history that a forecast needs. */
const NEEDED_HISTORY: History = { days: RECENT_DAYS, saleDays: 6, saleDaysLately: 1 };

/** A range whose ends are further apart than this says nothing. */
const MAX_TIMES_APART = 20;

/** Whether a range is too wide to be given. */
export function isTooWide({ lowFen, highFen }: YearEnd): boolean {
  return highFen > MAX_TIMES_APART * Math.max(0, lowFen);
}

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
  readonly departure: Departure;
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
    departure: departureOf(levelOf, today),
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
 * Forecasts from a path whose days are exactly known; see `forecast`, which holds ranges too.
 */
export function estimate(input: ForecastInput): Forecast {
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
  const curve = curveOf(outlook.expected, outlook.swing, outlook.departure);

  const thisYear = net.slice(Math.max(0, daysBetween(from, `${year}-01-01`)));
  const keptFen = sumFen(thisYear);
  const end = (days: readonly number[]) => Math.floor(keptFen + (days[ahead - 1] ?? 0));
  const yearEnd = { lowFen: end(curve.low), midFen: end(curve.mid), highFen: end(curve.high) };
  if (isTooWide(yearEnd)) {
    return { kind: 'declined', reason: 'too_uncertain', needed: NEEDED_HISTORY, has };
  }
  const history = historyKindOf(net, outlook.departure, ahead);
  return {
    kind: 'range',
    needed: NEEDED_HISTORY,
    has,
    yearEnd,
    crossings: input.thresholds.map((threshold) => crossingOf(threshold, thisYear, curve, today)),
    inputs: {
      daysUsed: net.length,
      keptThisYearFen: keptFen,
      keptAtMostFen: keptFen,
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
      history,
      measured: measuredFor(history),
    },
  };
}
