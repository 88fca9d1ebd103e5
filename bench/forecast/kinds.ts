import { type ChinaDay, daysBetween } from '../../src/domain/time';
import { between, normal, type Random } from './random';

/** Kinds whose results may be looked at while the method is changed. */
export const TUNING_KINDS = [
  'steady',
  'growing',
  'seasonal',
  'bursty',
  'quitting',
  'new',
  'doubling',
] as const;
/** Kinds that only judge: the method is never changed to make one of these look better. */
export const GATING_KINDS = [
  'hits',
  'halving',
  'drifting',
  'two lives',
  'weekly',
  'pausing',
  'part-time',
] as const;
/** How a merchant's sales behave over time. */
export const KINDS = [...TUNING_KINDS, ...GATING_KINDS] as const;
/** One of {@link KINDS}. */
export type Kind = (typeof KINDS)[number];

/** Sales level and share of the usual sessions, by index of the day. */
export type Course = (index: number) => {
  readonly level: number;
  readonly open: number;
  /** Returns as a multiple of the merchant's usual ones. */
  readonly returns?: number;
};

function exponential(perYear: number) {
  return (index: number) => Math.exp((Math.log(perYear) * index) / 365);
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

/** Sales that are a fixed multiple of themselves after every so many days. */
function geometric(times: number, days: number): Course {
  return (index) => ({ level: Math.pow(times, index / days), open: 1 });
}

/** A level that moves by chance and returns to no mean. */
function driftingOf(random: Random, days: number): Course {
  const step = between(random, 0.08, 0.14);
  const levels: number[] = [];
  let log = 0;
  for (let week = 0; week <= days / 7; week += 1)
    levels.push(Math.exp((log += step * normal(random))));
  return (index) => ({ level: levels[Math.floor(index / 7)] ?? 1, open: 1 });
}

/** From one day on another business: other amounts, another rhythm, other returns. */
function twoLivesOf(random: Random): Course {
  const changes = between(random, 200, 660);
  const [level, open] = [between(random, 0.5, 2.2), between(random, 0.5, 1.5)];
  const returns = between(random, 0.5, 2);
  return (index) => (index < changes ? { level: 1, open: 1 } : { level, open, returns });
}

/** Closed for weeks, one to three times in two years, and back at the same level. */
function pausingOf(random: Random, days: number): Course {
  const pauses = Array.from({ length: 1 + Math.floor(between(random, 0, 3)) }, () => {
    const from = between(random, 60, days);
    return { from, to: from + between(random, 28, 63) };
  });
  return (index) => ({
    level: 1,
    open: pauses.some(({ from, to }) => from <= index && index < to) ? 0 : 1,
  });
}

/** The course of a merchant of a kind. */
export function courseOf(kind: Kind, random: Random, days: number): Course {
  switch (kind) {
    case 'growing':
      return growingOf(random, days);
    case 'bursty':
      return burstsOf(random, days);
    case 'quitting':
      return quittingOf(random);
    case 'new':
      return newOf(random);
    case 'doubling':
      return geometric(2, between(random, 80, 105));
    case 'halving':
      return geometric(0.5, between(random, 110, 240));
    case 'drifting':
      return driftingOf(random, days);
    case 'two lives':
      return twoLivesOf(random);
    case 'pausing':
      return pausingOf(random, days);
    default: {
      const drift = exponential(between(random, 0.85, 1.15));
      return (index) => ({ level: drift(index), open: 1 });
    }
  }
}

/** How a merchant of a kind works, beside the course of the level. Ranges are [lowest, highest]. */
export interface Habits {
  readonly sessionsPerWeek: readonly [number, number];
  /** Deviation of the logarithm of a session's sales. */
  readonly sigma: readonly [number, number];
  /** Weekly movement of the level, which returns to its mean. */
  readonly restless: number;
  /** Share of the sessions that sell a multiple. */
  readonly viral: number;
  /** That multiple. */
  readonly luck: (random: Random) => number;
  /** Whether sessions are on the same days of every week. */
  readonly isFixedWeek: boolean;
  /** Exponent of the uplift of promotions. */
  readonly upliftPower: number;
}

const USUAL: Habits = {
  sessionsPerWeek: [2, 10],
  sigma: [0.4, 0.8],
  restless: 0.06,
  viral: 0.006,
  luck: (random) => between(random, 3, 10),
  isFixedWeek: false,
  upliftPower: 1,
};

/** The habits of a kind. */
export function habitsOf(kind: Kind): Habits {
  switch (kind) {
    case 'bursty':
      return { ...USUAL, sessionsPerWeek: [2, 6], sigma: [0.4, 1.2], restless: 0.12, viral: 0.03 };
    case 'hits':
      // Pareto: a tenth of the hits sell more than 30 times as much as a session without one.
      return {
        ...USUAL,
        viral: 0.02,
        luck: (random) => Math.min(200, 5 * Math.pow(1 - random(), -1 / 1.3)),
      };
    case 'weekly':
      return {
        ...USUAL,
        sigma: [0.2, 0.4],
        sessionsPerWeek: [4, 10],
        isFixedWeek: true,
        upliftPower: 2,
      };
    case 'part-time':
      return { ...USUAL, sessionsPerWeek: [0.6, 1.6], sigma: [0.5, 1] };
    default:
      return USUAL;
  }
}

/** A wave over the year; an `amplitude` near 0 leaves it flat. */
export function seasonOf(random: Random, amplitude: number): (day: ChinaDay) => number {
  const peak = random() < 0.7 ? between(random, 300, 390) : between(random, 120, 220);
  return (day) => {
    const dayOfYear = daysBetween(`${day.slice(0, 4)}-01-01`, day);
    return Math.exp(amplitude * Math.cos((2 * Math.PI * (dayOfYear - peak)) / 365.25));
  };
}
