import type { FollowersToday } from '../../domain/forecast';
import { neededFor, type AwardAnswer } from '../../domain/incentive';
import type { YearFigures } from '../../domain/sales';

/** Share of what was paid this year that has come back; 0 while nothing is paid. */
export function refundRateOf(sums: YearFigures | null): number {
  return sums === null || sums.paidFen === 0 ? 0 : Math.min(0.9, sums.refundedFen / sums.paidFen);
}

/** Followers as they count today, with the numbers tiers ask for; null while there is no reading. */
export function followersToday(award: AwardAnswer): FollowersToday | null {
  const conditions = award.tiers.flatMap((tier) =>
    tier.conditions
      .filter(({ metric }) => metric === 'followers')
      .map((condition) => ({ id: tier.tierId, condition })),
  );
  const count = conditions[0]?.condition.low ?? null;
  if (count === null) return null;
  const thresholds = conditions.map(({ id, condition }) => ({ id, needed: neededFor(condition) }));
  // Tiers that ask for the same number cross it on the same day: it is said once.
  const first = thresholds.filter(
    ({ needed }, index) =>
      thresholds.findIndex((threshold) => threshold.needed === needed) === index,
  );
  return { count, thresholds: first };
}
