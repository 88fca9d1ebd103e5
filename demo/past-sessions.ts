import {
  addMinutes,
  type ChinaDay,
  chinaDayOf,
  type Instant,
  minutesBetween,
} from '../src/domain/time';
import { type Hours, hoursOn, isWeekend } from './hours';
import { seededRandom, splitFen } from './spread';

const YUAN = 100;
const MINUTES_PER_DAY = 24 * 60;
/** Every so many refunds one has no day, as in a history that a merchant types in. */
const UNKNOWN_EVERY = 9;
/** Every so many sessions the ordered amount is known, too. */
const ORDERED_EVERY = 12;

/** A past session with amounts; those in fen. */
export interface SoldSession extends Hours {
  readonly paidFen: number;
  /** null: not known. */
  readonly orderedFen: number | null;
  /** 0 where nothing has come back so far. */
  readonly refundedFen: number;
  readonly refundedAt: Instant;
  /** China day of the refund; null where it is not known. */
  readonly returnedOn: ChinaDay | null;
}

/** How much more is sold in an hour: on weekends, in June's and in November's promotion. */
function strength(day: ChinaDay): number {
  const date = day.slice(5);
  const isPromotion = (date >= '06-01' && date <= '06-18') || (date >= '11-01' && date <= '11-11');
  return (isWeekend(day) ? 1.2 : 1) * (isPromotion ? 1.3 : 1);
}

/** Days until goods come back: most within a week, the last after sixteen days. */
function daysUntilReturn(random: () => number): number {
  return 1 + Math.floor(random() ** 2 * 16);
}

/**
 * A session on each day, with hours and amounts that come to `netFen` at `now`: longer ones and those
 * of weekends sell more, and 8 to 20 % of it comes back. What would come back after `now` has not yet.
 */
export function sellOn(days: readonly ChinaDay[], netFen: number, now: Instant): SoldSession[] {
  const random = seededRandom(days.length + netFen);
  const hours = days.map((day, index) => hoursOn(day, index, random));
  const weights = hours.map(({ startedAt, endedAt }) => {
    const swing = 0.8 + random() * 0.4;
    return minutesBetween(startedAt, endedAt) * strength(chinaDayOf(startedAt)) * swing;
  });
  const nets = splitFen(netFen, weights);
  return hours.map(({ startedAt, endedAt }, index) => {
    const net = nets[index] ?? 0;
    const back = addMinutes(endedAt, daysUntilReturn(random) * MINUTES_PER_DAY);
    const share = 0.08 + random() * 0.12;
    const refundedFen = back < now ? Math.floor((net * share) / YUAN) * YUAN : 0;
    const paidFen = net + refundedFen;
    return {
      startedAt,
      endedAt,
      paidFen,
      orderedFen: index % ORDERED_EVERY === 0 ? Math.floor((paidFen * 1.12) / YUAN) * YUAN : null,
      refundedFen,
      refundedAt: back,
      returnedOn: index % UNKNOWN_EVERY === 0 ? null : chinaDayOf(back),
    };
  });
}
