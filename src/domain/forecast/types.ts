import type { ChinaDay } from '../time';
import type { HistoryKind } from './history-kind';
import type { Measured } from './measured';
import type { SalesPath } from './path';
import type { PromotionId } from './promotion-ids';
import type { PromotionFactor } from './promotions';

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

/** Why there is no forecast of a year that is not running. */
type OtherYear = 'year_not_begun' | 'year_over';

/**
 * Why there is no forecast. `too_uncertain`: the ends of the range would be too far apart to say
 * anything; `sales_are_ranges`: sales whose net is known as a range only decide whether there is one.
 */
export type DeclineReason = OtherYear | DeclineOfRecords;
/** The reasons that lie in the records. */
export type DeclineOfRecords =
  'too_little_history' | 'nothing_sold_lately' | 'too_uncertain' | 'sales_are_ranges';

/** Whether a forecast is declined because of what is recorded. */
export function isOfRecords(reason: DeclineReason): reason is DeclineOfRecords {
  return reason !== 'year_not_begun' && reason !== 'year_over';
}

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
  /** The same with sales whose net is a range at its upper end; they are at the lower end above. */
  readonly keptAtMostFen: number;
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
  /** How the history looks, as far as the accuracy of forecasts was measured by it. */
  readonly history: HistoryKind;
  /** How often forecasts of such histories held; null: not measured. */
  readonly measured: Measured | null;
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
      readonly needed: History;
      readonly has: History;
      readonly yearEnd: YearEnd;
      readonly crossings: readonly Crossing[];
      readonly inputs: ForecastInputs;
    };
