import { addDays, type ChinaDay, daysBetween, weekdayOf, yearOf } from '../../src/domain/time';

/**
 * Generates merchants for the forecast's bench. It shares nothing with the forecast: its promotions
 * have other windows and shapes than the forecast assumes, and its merchants have traits (illness,
 * viral sessions, level shifts, golden week) that the forecast does not model.
 */

/** How a merchant's sales behave over time. */
export const PROCESSES = ['steady', 'growing', 'seasonal', 'bursty', 'quitting', 'new'] as const;
/** One of {@link PROCESSES}. */
export type ProcessId = (typeof PROCESSES)[number];

/** One day of sales. Its refunds belong to sales of this day and arrive later. */
export interface GeneratedDay {
  readonly sessions: number;
  readonly paidFen: number;
  /** `afterDays` 0 is the day of the sale. */
  readonly refunds: readonly { readonly afterDays: number; readonly fen: number }[];
}

/** Two calendar years of a merchant. */
export interface GeneratedMerchant {
  readonly process: ProcessId;
  readonly seed: number;
  /** The second of the two years. */
  readonly year: number;
  /** First of January of the year before `year`. */
  readonly from: ChinaDay;
  /** Every day from `from` to 31 December of `year`. */
  readonly days: readonly GeneratedDay[];
}

/** Returns numbers from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

/** The same stream of numbers for the same seed (mulberry32). */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
function lognormal(random: Random, median: number, sigma: number): number {
  return median * Math.exp(sigma * normal(random));
}
function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

/** First day of the lunar year. */
const LUNAR_NEW_YEAR: Readonly<Record<number, ChinaDay>> = {
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
};
const FIRST_YEAR = 2022;
const YEARS = 5;

/** A period in which sales are `factor` times as high, highest on its last days. */
interface Window {
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
function windowsOf(random: Random, years: readonly number[]): Window[] {
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

/** Sales level and share of the usual sessions, by index of the day. */
type Course = (index: number) => { readonly level: number; readonly open: number };

function exponential(perYear: number) {
  return (index: number) => Math.exp((Math.log(perYear) * index) / 365);
}

function seasonOf(random: Random, amplitude: number): (day: ChinaDay) => number {
  const peak = random() < 0.7 ? between(random, 300, 390) : between(random, 120, 220);
  return (day) => {
    const dayOfYear = daysBetween(`${day.slice(0, 4)}-01-01`, day);
    return Math.exp(amplitude * Math.cos((2 * Math.PI * (dayOfYear - peak)) / 365.25));
  };
}

/** Runs of weeks with sessions and weeks without. */
function burstsOf(random: Random, days: number): Course {
  const on: boolean[] = [];
  let isOn = random() < 0.5;
  const [stays, starts] = [between(random, 0.55, 0.8), between(random, 0.3, 0.6)];
  for (let week = 0; week <= days / 7; week += 1) {
    isOn = random() < (isOn ? stays : starts);
    on.push(isOn);
  }
  const drift = exponential(between(random, 0.7, 1.5));
  return (index) => ({ level: drift(index), open: on[Math.floor(index / 7)] === true ? 1 : 0.1 });
}

/** Stops within days or months; one merchant in five starts again at a lower level. */
function quittingOf(random: Random): Course {
  const drift = exponential(between(random, 0.75, 1.15));
  const quits = between(random, 330, 700);
  const fade = random() < 0.4 ? between(random, 2, 10) : between(random, 20, 60);
  const returns = random() < 0.2 ? quits + between(random, 60, 150) : Infinity;
  return (index) => {
    if (index >= returns) return { level: 0.6 * drift(index), open: 0.6 };
    const left = index < quits ? 1 : Math.exp((quits - index) / fade);
    return { level: drift(index) * Math.sqrt(left), open: left < 0.05 ? 0 : Math.sqrt(left) };
  };
}

/** Starts in the second year and approaches a level from below. */
function newOf(random: Random): Course {
  const begins = between(random, 340, 580);
  const climb = between(random, 20, 90);
  const start = between(random, 0.1, 0.5);
  return (index) => {
    if (index < begins) return { level: 0, open: 0 };
    return { level: 1 - (1 - start) * Math.exp((begins - index) / climb), open: 1 };
  };
}

function growingOf(random: Random, days: number): Course {
  const [perYear, slowing] = [between(random, 1.4, 3.5), between(random, 0, 0.6)];
  const course = exponential(perYear);
  return (index) => ({ level: course(index * (1 - (slowing * index) / (2 * days))), open: 1 });
}

function courseOf(process: ProcessId, random: Random, days: number): Course {
  if (process === 'growing') return growingOf(random, days);
  if (process === 'bursty') return burstsOf(random, days);
  if (process === 'quitting') return quittingOf(random);
  if (process === 'new') return newOf(random);
  const drift = exponential(between(random, 0.85, 1.15));
  return (index) => ({ level: drift(index), open: 1 });
}

/** Slow changes of the level, sudden shifts, and periods without a session. */
function fortunesOf(random: Random, days: number, restless: number): Course {
  const levels: number[] = [];
  const opens: number[] = [];
  let [wander, shift, away] = [0, 0, 0];
  for (let day = 0; day < days; day += 1) {
    if (day % 7 === 0) wander = 0.92 * wander + restless * normal(random);
    if (random() < 0.6 / 365) shift += between(random, -0.5, 0.4);
    if (away > 0) away -= 1;
    else if (random() < 1 / 365) away = Math.floor(between(random, 4, 15));
    levels.push(Math.exp(wander + shift));
    opens.push(away > 0 ? 0 : 1);
  }
  return (index) => ({ level: levels[index] ?? 1, open: opens[index] ?? 1 });
}

/** Sessions for each weekday, Monday first: some weekdays are preferred, some hardly used. */
function weekOf(random: Random, process: ProcessId): number[] {
  const perWeek = between(random, 2, process === 'bursty' ? 6 : 10);
  const weights = Array.from({ length: 7 }, (_, index) => {
    if (random() < 0.2) return 0.05;
    return (index >= 4 ? 1.3 : 1) * between(random, 0.6, 1.4);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (weight / sum) * perWeek);
}

/** Refunds of one day's sales over the days after it. */
function refundsOf(random: Random, paidFen: number, rate: number, meanDelay: number) {
  const total = paidFen * Math.min(0.9, lognormal(random, rate, 0.25));
  const parcels = 12;
  const byDelay = new Map<number, number>();
  for (let parcel = 0; parcel < parcels; parcel += 1) {
    const days = -Math.log((1 - random()) * (1 - random())) * (meanDelay / 2);
    const afterDays = Math.min(45, Math.floor(days));
    byDelay.set(afterDays, (byDelay.get(afterDays) ?? 0) + Math.floor(total / parcels));
  }
  return [...byDelay].map(([afterDays, fen]) => ({ afterDays, fen }));
}

/**
 * Generates a merchant of a process, the same for the same seed. The seed also selects the years.
 */
export function generate(process: ProcessId, seed: number): GeneratedMerchant {
  const random = randomOf(Math.imul(seed + 1, 0x9e3779b1) ^ PROCESSES.indexOf(process));
  const year = FIRST_YEAR + (seed % YEARS);
  const from = `${String(year - 1)}-01-01`;
  const length = daysBetween(from, `${String(year)}-12-31`) + 1;
  const week = weekOf(random, process);
  const windows = windowsOf(random, [year - 1, year]);
  const course = courseOf(process, random, length);
  const fortunes = fortunesOf(random, length, process === 'bursty' ? 0.12 : 0.06);
  const season = seasonOf(random, process === 'seasonal' ? between(random, 0.35, 0.9) : 0.08);
  const paidPerSessionFen = lognormal(random, 2_500_000, 1);
  const sigma = between(random, 0.4, process === 'bursty' ? 1.2 : 0.8);
  const viral = process === 'bursty' ? 0.03 : 0.006;
  const [rate, meanDelay] = [between(random, 0.05, 0.45), between(random, 4, 12)];

  const dayAt = (index: number): GeneratedDay => {
    const day = addDays(from, index);
    const inside = windows.filter((window) => window.from <= day && day <= window.to);
    const [trend, fortune] = [course(index), fortunes(index)];
    const open = inside.reduce((share, window) => share * window.open, trend.open * fortune.open);
    const sessions = poisson(random, (week[weekdayOf(day) - 1] ?? 0) * open);
    const uplift = inside.reduce((factor, window) => {
      const isLastDays = daysBetween(day, window.to) < 3 && window.factor > 1;
      return factor * (isLastDays ? 1 + (window.factor - 1) * 1.5 : window.factor);
    }, 1);
    const perSession = paidPerSessionFen * trend.level * fortune.level * season(day) * uplift;
    let paidFen = 0;
    for (let session = 0; session < sessions; session += 1) {
      const luck = random() < viral ? between(random, 3, 10) : 1;
      paidFen += Math.round(lognormal(random, perSession, sigma) * luck);
    }
    const dayRate = uplift > 1.2 ? rate * 1.2 : rate;
    const refunds = paidFen > 0 ? refundsOf(random, paidFen, dayRate, meanDelay) : [];
    return { sessions, paidFen, refunds };
  };
  return {
    process,
    seed,
    year: yearOf(addDays(from, length - 1)),
    from,
    days: Array.from({ length }, (_, index) => dayAt(index)),
  };
}
