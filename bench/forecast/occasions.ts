import { addDays, type ChinaDay } from '../../src/domain/time';
import { between, lognormal, type Random } from './random';

/** First day of the lunar year. */
const LUNAR_NEW_YEAR: Readonly<Record<number, ChinaDay>> = {
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
};
/** First year of generated merchants. */
export const FIRST_YEAR = 2022;
/** Number of years in a row that they have. */
export const YEARS = 5;

/** A period in which sales are `factor` times as high, highest on its last days. */
export interface Window {
  readonly from: ChinaDay;
  readonly to: ChinaDay;
  readonly factor: number;
  /** Share of the usual sessions that take place. */
  readonly open: number;
}

interface Occasion {
  readonly window: (year: number) => readonly [ChinaDay, ChinaDay];
  /** Median uplift over all merchants; `spread` is the difference between merchants. */
  readonly uplift: number;
  readonly spread: number;
}

const lunar = (year: number, days: number): ChinaDay => addDays(LUNAR_NEW_YEAR[year] ?? '', days);
function fixed(from: string, to: string) {
  return (year: number) => [`${String(year)}-${from}`, `${String(year)}-${to}`] as const;
}

const OCCASIONS: readonly Occasion[] = [
  { window: (year) => [lunar(year, -26), lunar(year, -7)], uplift: 1.35, spread: 0.25 },
  { window: fixed('03-04', '03-08'), uplift: 1.4, spread: 0.25 },
  { window: fixed('06-01', '06-20'), uplift: 1.5, spread: 0.3 },
  { window: fixed('11-01', '11-12'), uplift: 2, spread: 0.4 },
  { window: fixed('12-09', '12-12'), uplift: 1.4, spread: 0.25 },
];

/** One merchant's windows of two years; each year differs slightly. */
export function windowsOf(random: Random, years: readonly number[]): Window[] {
  const pauseOpen = between(random, 0, 0.5);
  const goldenWeek = between(random, 0.75, 1.2);
  const habits = OCCASIONS.map(({ uplift, spread }) => ({
    uplift: lognormal(random, uplift, spread),
    early: random() < 0.4 ? Math.floor(between(random, 1, 10)) : 0,
    slump: between(random, 0.7, 1),
  }));
  return years.flatMap((year) => {
    const occasions = OCCASIONS.flatMap(({ window }, index): Window[] => {
      const { uplift, early, slump } = habits[index] ?? { uplift: 1, early: 0, slump: 1 };
      const [from, to] = window(year);
      const factor = lognormal(random, uplift, 0.15);
      return [
        { from: addDays(from, -early), to, factor, open: 1.2 },
        { from: addDays(to, 1), to: addDays(to, 7), factor: slump, open: 1 },
      ];
    });
    const length = Math.floor(between(random, 7, 16));
    const pause = { from: lunar(year, -4), to: lunar(year, length - 4), factor: 0.7 };
    const [first, last] = fixed('10-01', '10-07')(year);
    return [
      ...occasions,
      { ...pause, open: pauseOpen },
      { from: first, to: last, factor: goldenWeek, open: goldenWeek },
    ];
  });
}
