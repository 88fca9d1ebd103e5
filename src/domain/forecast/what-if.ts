import { addDays, type ChinaDay, daysBetween } from '../time';
import { forecast } from './forecast';
import type { Crossing, DeclineReason, ForecastInput, YearEnd } from './types';

/** The values that a merchant can try, from tomorrow to the end of the year. */
export interface Scenario {
  readonly sessionsPerWeek: number;
  /** Net of an ordinary session at today's refund rate, fen. */
  readonly netPerSessionFen: number;
  /** Share of the paid amount that is returned, 0 to 1. */
  readonly refundRate: number;
  /** Followers gained in a week; may be negative. */
  readonly followerGrowthPerWeek: number;
}

/** Today's figures. */
export interface Today {
  /** `inputs.netPerWeekFen` of the forecast, fen. */
  readonly netPerWeekFen: number;
  readonly sessionsPerWeek: number;
  readonly refundRate: number;
  readonly followerGrowthPerWeek: number;
}

/** Today's values, from which the sliders start. */
export function baseScenario({ netPerWeekFen, ...today }: Today): Scenario {
  const { sessionsPerWeek } = today;
  const netPerSessionFen = sessionsPerWeek > 0 ? Math.round(netPerWeekFen / sessionsPerWeek) : 0;
  return { ...today, netPerSessionFen };
}

/** Followers of an account today, and the counts to reach. */
export interface FollowersToday {
  readonly count: number;
  readonly thresholds: readonly { readonly id: string; readonly needed: number }[];
}

/** A day before and after the change. null: not in this year. */
export interface DayChange {
  readonly id: string;
  readonly today: ChinaDay | null;
  readonly then: ChinaDay | null;
  /** Days later, negative when earlier; null when one of the two is not in this year. */
  readonly days: number | null;
}

/** Days on which follower counts are reached, before and after the change. */
export interface FollowersChange {
  readonly yearEndToday: number;
  readonly yearEndThen: number;
  readonly crossings: readonly DayChange[];
}

/** The difference of a scenario from today's path, never an earned sum. */
export type WhatIf =
  | { readonly kind: 'declined'; readonly reason: DeclineReason | 'nothing_to_compare' }
  | {
      readonly kind: 'change';
      /** Year end of the scenario minus year end of today's path, fen. */
      readonly yearEnd: YearEnd;
      /** Difference of the likely days. */
      readonly crossings: readonly DayChange[];
      /** null: the number of followers is unknown. */
      readonly followers: FollowersChange | null;
    };

/** Sales of the scenario as a multiple of today's; null when there are no sales to multiply. */
function salesTimes(base: Scenario, scenario: Scenario): number | null {
  const today = base.sessionsPerWeek * base.netPerSessionFen * (1 - base.refundRate);
  const then = scenario.sessionsPerWeek * scenario.netPerSessionFen * (1 - scenario.refundRate);
  return today > 0 ? Math.max(0, then) / today : null;
}

function dayChange(id: string, today: ChinaDay | null, then: ChinaDay | null): DayChange {
  return { id, today, then, days: today && then ? daysBetween(today, then) : null };
}

function followersChange(
  { count, thresholds }: FollowersToday,
  growth: readonly [today: number, then: number],
  today: ChinaDay,
  year: number,
): FollowersChange {
  const daysLeft = daysBetween(today, `${year}-12-31`);
  const yearEnd = (perWeek: number) => Math.max(0, Math.round(count + (perWeek * daysLeft) / 7));
  const reached = (needed: number, perWeek: number): ChinaDay | null => {
    if (count >= needed) return today;
    const days = perWeek > 0 ? Math.ceil(((needed - count) * 7) / perWeek) : Infinity;
    return days <= daysLeft ? addDays(today, days) : null;
  };
  return {
    yearEndToday: yearEnd(growth[0]),
    yearEndThen: yearEnd(growth[1]),
    crossings: thresholds.map(({ id, needed }) =>
      dayChange(id, reached(needed, growth[0]), reached(needed, growth[1])),
    ),
  };
}

/**
 * Computes the difference if the merchant held other sessions, sold more or less in them, had other
 * refunds or gained other followers from tomorrow on, with everything else as forecast.
 * @param base see {@link baseScenario}.
 * @param followers null when their number is unknown.
 */
export function whatIf(
  input: ForecastInput,
  base: Scenario,
  scenario: Scenario,
  followers: FollowersToday | null,
): WhatIf {
  const times = salesTimes(base, scenario);
  const before = forecast(input);
  if (before.kind === 'declined') return { kind: 'declined', reason: before.reason };
  if (times === null) return { kind: 'declined', reason: 'nothing_to_compare' };
  const after = forecast({ ...input, salesTimes: (input.salesTimes ?? 1) * times });
  if (after.kind === 'declined') return { kind: 'declined', reason: after.reason };
  const growth = [base.followerGrowthPerWeek, scenario.followerGrowthPerWeek] as const;
  return {
    kind: 'change',
    yearEnd: {
      lowFen: after.yearEnd.lowFen - before.yearEnd.lowFen,
      midFen: after.yearEnd.midFen - before.yearEnd.midFen,
      highFen: after.yearEnd.highFen - before.yearEnd.highFen,
    },
    crossings: before.crossings.map((crossing: Crossing, index) =>
      dayChange(crossing.id, crossing.likely, after.crossings[index]?.likely ?? null),
    ),
    followers: followers && followersChange(followers, growth, input.today, input.year),
  };
}
