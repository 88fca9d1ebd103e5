import { medianOf } from '../money/median';
import type { NetBounds } from '../sales/bounds';
import { type ChinaDay, daysBetween, weekdayOf, yearOf } from '../time';
import { keptNet, pathAt, RECENT_DAYS, type SalesPath, sumFen } from './path';
import type { Threshold } from './types';

/** The planned sessions of a merchant, as far as they are known. */
export interface PlansAhead {
  /** China day of each, earliest first. */
  readonly days: readonly ChinaDay[];
  /** Whether there are later ones that are not known. */
  readonly hasMore: boolean;
}

/** The days on which planned sessions alone pass a threshold. null: they do not, this year. */
export interface PlannedCrossing {
  readonly id: string;
  readonly earliest: ChinaDay | null;
  readonly likely: ChinaDay | null;
  readonly latest: ChinaDay | null;
  /** Fewest sessions like the median, beyond those planned, that would pass it. */
  readonly further: number;
}

/** What the planned sessions of a year come to, each taken as the merchant's median. */
export interface PlanOutlook {
  readonly sessions: number;
  readonly hasMore: boolean;
  /** ISO weekday of all of them; null when they differ, or there are none. */
  readonly weekday: number | null;
  /** Median net of a day with sales in the last eight weeks, less expected returns, fen. */
  readonly medianFen: number;
  /** Only of thresholds that are not passed. */
  readonly crossings: readonly PlannedCrossing[];
}

/** What the outlook of plans is made from. */
export interface PlanInput {
  readonly path: SalesPath;
  readonly today: ChinaDay;
  readonly year: number;
  readonly thresholds: readonly Threshold[];
  readonly plans: PlansAhead;
}

/** Days with sales that a median needs. */
const MIN_SALE_DAYS = 6;
/** Standard deviations from the middle to either end of the range: the middle 80 %. */
const RANGE_SD = 1.2816;
/** A standard deviation as a multiple of the median deviation, of normally distributed amounts. */
const SD_OF_MEDIAN_DEVIATION = 1.4826;

/** Net of the year until today, less expected returns, low with low and high with high. */
function keptOf(path: SalesPath, today: ChinaDay, year: number): NetBounds {
  const days = daysBetween(`${year}-01-01`, today) + 1;
  if (path.ranges === undefined) {
    const exact = sumFen(keptNet(path, today).slice(-days));
    return { low: exact, high: exact };
  }
  const kept = (point: 'low' | 'high') => {
    const net = keptNet(pathAt(path, today, point), today);
    return sumFen(net.slice(-days));
  };
  return { low: kept('low'), high: kept('high') };
}

/**
 * When planned sessions pass thresholds, if each sells the median of the days with sales in the last
 * eight weeks, and how many more of them would. The range is as wide as those days vary.
 * @returns null in a year that is not running, and with sales on fewer than six of those days.
 */
export function planOutlook({
  path,
  today,
  year,
  thresholds,
  plans,
}: PlanInput): PlanOutlook | null {
  if (yearOf(today) !== year) return null;
  const sold = keptNet(path, today)
    .slice(-RECENT_DAYS)
    .filter((fen) => fen > 0);
  if (sold.length < MIN_SALE_DAYS) return null;
  const medianFen = medianOf(sold);
  const spreadFen = SD_OF_MEDIAN_DEVIATION * medianOf(sold.map((fen) => Math.abs(fen - medianFen)));
  const kept = keptOf(path, today, year);
  const days = plans.days.filter((day) => day >= today && yearOf(day) === year);
  const after = days.map((day, index) => {
    const count = index + 1;
    const middle = count * medianFen;
    // Chance of each session, and of the median itself, which is known from some days only.
    const width = RANGE_SD * spreadFen * Math.sqrt(count + (count * count) / sold.length);
    return { day, low: kept.low + middle - width, middle, high: kept.high + middle + width };
  });
  const weekdays = new Set(days.map(weekdayOf));
  return {
    sessions: days.length,
    hasMore: plans.hasMore,
    weekday: weekdays.size === 1 ? ([...weekdays][0] ?? null) : null,
    medianFen,
    crossings: thresholds
      .filter(({ neededFen }) => kept.low < neededFen)
      .map(({ id, neededFen }) => {
        const first = (reaches: (sum: (typeof after)[number]) => boolean) =>
          after.find(reaches)?.day ?? null;
        const needed = Math.ceil((neededFen - kept.low) / medianFen);
        return {
          id,
          earliest: first(({ high }) => high >= neededFen),
          likely: first(({ middle }) => kept.low + middle >= neededFen),
          latest: first(({ low }) => low >= neededFen),
          further: Math.max(0, needed - days.length),
        };
      }),
  };
}
