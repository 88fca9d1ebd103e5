import type { AwardAnswer, ConditionAnswer, Progress } from './progress';
import type { AwardRule, RuleSet } from './rule-set';

/**
 * The scheme with a ladder of net sales.
 * @param schemes the one that covers the year first.
 */
export function salesScheme<Scheme extends { readonly progress: Progress }>(
  schemes: readonly Scheme[],
): Scheme | null {
  return schemes.find(({ progress }) => salesAward(progress) !== null) ?? null;
}

/** The first ladder of net sales. */
export function salesAward(progress: Progress | null): AwardAnswer | null {
  return progress?.awards.find(({ metric }) => metric === 'net_sales') ?? null;
}

/** The rule of an award. */
export function ruleOf(award: AwardAnswer | null, ruleSet: RuleSet | null): AwardRule | null {
  return ruleSet?.awards.find(({ awardId }) => awardId === award?.awardId) ?? null;
}

/** Bounds of the net, in fen; null is unknown. */
export interface NetStanding {
  low: number | null;
  high: number | null;
}

function ownConditions(award: AwardAnswer) {
  return award.tiers.flatMap((tier) =>
    tier.conditions
      .filter(({ metric }) => metric === award.metric)
      .map((condition) => ({ tierId: tier.tierId, condition })),
  );
}

/** The bounds of the net in an answer. */
export function netOf(award: AwardAnswer | null): NetStanding {
  const condition = award && ownConditions(award)[0]?.condition;
  return { low: condition?.low ?? null, high: condition?.high ?? null };
}

/** Whether two standings are the same to the fen. */
export function isSameNet(a: NetStanding, b: NetStanding): boolean {
  return a.low === b.low && a.high === b.high;
}

/** The next tier by net sales alone, and its condition on them; null above the last. */
export function nextTier(
  award: AwardAnswer | null,
): { tierId: string; condition: ConditionAnswer } | null {
  const ahead = award && ownConditions(award).find(({ condition }) => condition.answer !== 'met');
  return ahead ?? null;
}

/** Whether the amount of a tier is passed by the figures as they are today. */
export function hasPassed(award: AwardAnswer, tierId: string): boolean {
  return ownConditions(award).some(
    (own) => own.tierId === tierId && own.condition.answer === 'met',
  );
}

/** Tiers whose amount is reached in `after` and not in `before`. */
export function newlyReached(before: AwardAnswer | null, after: AwardAnswer | null): string[] {
  const met = (award: AwardAnswer | null): string[] =>
    award
      ? ownConditions(award)
          .filter(({ condition }) => condition.answer === 'met')
          .map(({ tierId }) => tierId)
      : [];
  const metBefore = met(before);
  return met(after).filter((tierId) => !metBefore.includes(tierId));
}
