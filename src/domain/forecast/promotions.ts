import { addDays, type ChinaDay, daysBetween, yearOf } from '../time';
import { saleDays, sumFen } from './path';
import type { PromotionId } from './promotion-ids';

/** A period of the calendar in which sales differ from ordinary days. */
export interface Promotion {
  readonly id: PromotionId;
  /** First and last day in a year; null when the date is unknown (see the lunar table). */
  readonly days: (year: number) => { readonly from: ChinaDay; readonly to: ChinaDay } | null;
  /** Assumed sales of a day, as a multiple of an ordinary day, until the merchant has a history. */
  readonly assumedFactor: number;
}

/**
 * First day of the lunar year, 2020 to 2030, China time. Two new moons are within minutes of
 * midnight (2027: 6 February 23:56; 2030: 3 February 00:07), so an approximate calendar is a day
 * off.
 */
const LUNAR_NEW_YEAR =
  '2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03'.split(
    ' ',
  );

function lunar(first: number, last: number) {
  return (year: number) => {
    const newYear = LUNAR_NEW_YEAR.find((day) => yearOf(day) === year);
    return newYear ? { from: addDays(newYear, first), to: addDays(newYear, last) } : null;
  };
}
function solar(from: string, to: string) {
  return (year: number) => ({
    from: `${year}-${from}`,
    to: `${year}-${to}`,
  });
}

/**
 * The calendar of promotions. Days and factors are assumptions of this program and are shown as
 * such, because platforms change their days from year to year. 春节 is a pause.
 */
const PROMOTIONS: readonly Promotion[] = [
  { id: 'new_year_goods', days: lunar(-28, -8), assumedFactor: 1.3 },
  { id: 'spring_festival', days: lunar(-4, 9), assumedFactor: 0.3 },
  { id: 'march_8', days: solar('03-03', '03-08'), assumedFactor: 1.2 },
  { id: 'june_18', days: solar('06-01', '06-18'), assumedFactor: 1.4 },
  { id: 'november_11', days: solar('11-01', '11-11'), assumedFactor: 1.8 },
  { id: 'december_12', days: solar('12-08', '12-12'), assumedFactor: 1.2 },
];

/** A promotion in one year, in days from the start of the path. */
export interface PromotionWindow {
  readonly id: PromotionId;
  readonly first: number;
  readonly last: number;
}

/** Sales on the days of a promotion compared with ordinary days, and the origin of the figure. */
export interface PromotionFactor {
  readonly factor: number;
  /** `own`: from the merchant's last one, weighted with the assumption; otherwise `assumed`. */
  readonly basis: 'own' | 'assumed';
}

/** All windows from the year of `from` to `lastYear`, earliest first. */
export function windowsUntil(from: ChinaDay, lastYear: number): PromotionWindow[] {
  const windows: PromotionWindow[] = [];
  for (let year = yearOf(from); year <= lastYear; year += 1) {
    for (const { id, days } of PROMOTIONS) {
      const span = days(year);
      if (!span) continue;
      windows.push({ id, first: daysBetween(from, span.from), last: daysBetween(from, span.to) });
    }
  }
  return windows;
}

/** Days before and after a past promotion that are compared; only ordinary ones count. */
const BESIDE_DAYS = 28;
/** Sale days of a promotion at which its own figure and the assumption have the same weight. */
const SALE_DAYS_FOR_HALF = 10;
/** Smallest number of ordinary sale days beside it for a comparison. */
const MIN_BESIDE = 10;
/** Largest deviation from the assumption, up or down, as a factor. */
const MAX_TIMES = 3;

/**
 * The factor of each promotion from the last complete one in `net` (fen a day), compared with the
 * ordinary days beside it. The fewer sale days it had, the more the assumption weighs.
 */
export function promotionFactors(
  net: readonly number[],
  windows: readonly PromotionWindow[],
): Map<PromotionId, PromotionFactor> {
  const ordinary = (index: number) =>
    !windows.some(({ first, last }) => first <= index && index <= last);
  const factors = new Map<PromotionId, PromotionFactor>();
  for (const { id, assumedFactor } of PROMOTIONS) {
    factors.set(id, { factor: assumedFactor, basis: 'assumed' });
    const past = windows.filter(
      (window) => window.id === id && window.last < net.length && window.first >= 0,
    );
    const latest = past[past.length - 1];
    if (!latest) continue;
    const start = Math.max(0, latest.first - BESIDE_DAYS);
    const beside = net
      .slice(start, latest.last + BESIDE_DAYS + 1)
      .filter((_, offset) => ordinary(start + offset));
    const during = net.slice(latest.first, latest.last + 1);
    const usual = sumFen(beside) / beside.length;
    if (saleDays(beside) < MIN_BESIDE || usual <= 0) continue;
    const times = sumFen(during) / during.length / usual / assumedFactor;
    const belief = Math.min(MAX_TIMES, Math.max(1 / MAX_TIMES, times));
    const sold = saleDays(during);
    const weight = sold / (sold + SALE_DAYS_FOR_HALF);
    factors.set(id, { factor: assumedFactor * Math.pow(belief, weight), basis: 'own' });
  }
  return factors;
}
