import type { AwardAnswer, AwardRule, Progress, RuleSet } from '../../domain/incentive';
import type { Scheme } from '../../stores';

/** The scheme with a ladder that recorded money moves along; the one that covers the year first. */
export const salesScheme = (schemes: readonly Scheme[]): Scheme | null =>
  schemes.find(({ progress }) => salesAward(progress) !== null) ?? null;

/** The ladder that the recorded money moves along: the first one of net sales. */
export const salesAward = (progress: Progress | null): AwardAnswer | null =>
  progress?.awards.find(({ metric }) => metric === 'net_sales') ?? null;

/** The rule of an award. */
export const ruleOf = (award: AwardAnswer | null, ruleSet: RuleSet | null): AwardRule | null =>
  ruleSet?.awards.find(({ awardId }) => awardId === award?.awardId) ?? null;

/** Bounds of the net, in fen; null is unknown. */
export interface NetStanding {
  low: number | null;
  high: number | null;
}

const ownConditions = (award: AwardAnswer) =>
  award.tiers.flatMap((tier) =>
    tier.conditions
      .filter(({ metric }) => metric === award.metric)
      .map((condition) => ({ tierId: tier.tierId, condition })),
  );

/** What is known of the net in an answer. */
export const netOf = (award: AwardAnswer | null): NetStanding => {
  const condition = award && ownConditions(award)[0]?.condition;
  return { low: condition?.low ?? null, high: condition?.high ?? null };
};

/** Whether two standings are the same to the fen. */
export const isSameNet = (a: NetStanding, b: NetStanding): boolean =>
  a.low === b.low && a.high === b.high;

/** The next tier by the money alone, and how much is short of it; null above the last. */
export const nextTier = (
  award: AwardAnswer | null,
): { tierId: string; gap: number | null } | null => {
  const ahead = award && ownConditions(award).find(({ condition }) => condition.answer !== 'met');
  return ahead ? { tierId: ahead.tierId, gap: ahead.condition.gap } : null;
};

/** Tiers whose amount is reached in `after` and was not in `before`. */
export const newlyReached = (before: AwardAnswer | null, after: AwardAnswer | null): string[] => {
  const met = (award: AwardAnswer | null): string[] =>
    award
      ? ownConditions(award)
          .filter(({ condition }) => condition.answer === 'met')
          .map(({ tierId }) => tierId)
      : [];
  const was = met(before);
  return met(after).filter((tierId) => !was.includes(tierId));
};
