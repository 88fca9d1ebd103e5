import { addDays, type ChinaDay, daysBetween, weekdayOf, yearOf } from '../../src/domain/time';
import { type Course, courseOf, type Habits, habitsOf, type Kind, KINDS, seasonOf } from './kinds';
import { FIRST_YEAR, windowsOf, YEARS } from './occasions';
import { between, lognormal, normal, poisson, type Random, randomOf } from './random';

/**
 * Generates merchants for the forecast's bench. It shares nothing with the forecast: its promotions
 * have other windows and shapes than the forecast assumes, and its merchants have traits (illness,
 * viral sessions, level shifts, golden week) that the forecast does not model.
 */

/** One day of sales. Its refunds belong to sales of this day and arrive later. */
export interface GeneratedDay {
  readonly sessions: number;
  readonly paidFen: number;
  /** `afterDays` 0 is the day of the sale. */
  readonly refunds: readonly { readonly afterDays: number; readonly fen: number }[];
}

/** Two calendar years of a merchant. */
export interface GeneratedMerchant {
  readonly kind: Kind;
  readonly seed: number;
  /** The second of the two years. */
  readonly year: number;
  /** First of January of the year before `year`. */
  readonly from: ChinaDay;
  /** Every day from `from` to 31 December of `year`. */
  readonly days: readonly GeneratedDay[];
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
function weekOf(random: Random, { sessionsPerWeek, isFixedWeek }: Habits): number[] {
  const perWeek = between(random, ...sessionsPerWeek);
  const weights = Array.from({ length: 7 }, (_, index) => {
    if (random() < 0.2) return 0.05;
    return (index >= 4 ? 1.3 : 1) * between(random, 0.6, 1.4);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const week = weights.map((weight) => (weight / sum) * perWeek);
  return isFixedWeek ? week.map((sessions) => Math.round(sessions)) : week;
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
 * Generates a merchant of a kind, the same for the same seed. The seed also selects the years.
 */
export function generate(kind: Kind, seed: number): GeneratedMerchant {
  const random = randomOf(Math.imul(seed + 1, 0x9e3779b1) ^ KINDS.indexOf(kind));
  const habits = habitsOf(kind);
  const year = FIRST_YEAR + (seed % YEARS);
  const from = `${String(year - 1)}-01-01`;
  const length = daysBetween(from, `${String(year)}-12-31`) + 1;
  const week = weekOf(random, habits);
  const windows = windowsOf(random, [year - 1, year]);
  const course = courseOf(kind, random, length);
  const fortunes = fortunesOf(random, length, habits.restless);
  const season = seasonOf(random, kind === 'seasonal' ? between(random, 0.35, 0.9) : 0.08);
  const paidPerSessionFen = lognormal(random, 2_500_000, 1);
  const sigma = between(random, ...habits.sigma);
  const [rate, meanDelay] = [between(random, 0.05, 0.45), between(random, 4, 12)];

  const dayAt = (index: number): GeneratedDay => {
    const day = addDays(from, index);
    const inside = windows.filter((window) => window.from <= day && day <= window.to);
    const [trend, fortune] = [course(index), fortunes(index)];
    const open = inside.reduce((share, window) => share * window.open, trend.open * fortune.open);
    const usual = (week[weekdayOf(day) - 1] ?? 0) * open;
    const sessions = habits.isFixedWeek ? Math.round(usual) : poisson(random, usual);
    const plain = inside.reduce((factor, window) => {
      const isLastDays = daysBetween(day, window.to) < 3 && window.factor > 1;
      return factor * (isLastDays ? 1 + (window.factor - 1) * 1.5 : window.factor);
    }, 1);
    const uplift = Math.pow(plain, habits.upliftPower);
    const perSession = paidPerSessionFen * trend.level * fortune.level * season(day) * uplift;
    let paidFen = 0;
    for (let session = 0; session < sessions; session += 1) {
      const luck = random() < habits.viral ? habits.luck(random) : 1;
      paidFen += Math.round(lognormal(random, perSession, sigma) * luck);
    }
    const dayRate = (uplift > 1.2 ? rate * 1.2 : rate) * (trend.returns ?? 1);
    const refunds = paidFen > 0 ? refundsOf(random, paidFen, dayRate, meanDelay) : [];
    return { sessions, paidFen, refunds };
  };
  return {
    kind,
    seed,
    year: yearOf(addDays(from, length - 1)),
    from,
    days: Array.from({ length }, (_, index) => dayAt(index)),
  };
}
