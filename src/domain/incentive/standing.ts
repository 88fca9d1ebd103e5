import type { AwardAnswer, ConditionAnswer, Progress } from './progress';
import type { AwardRule, MetricId, RuleSet } from './rule-set';

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

/** The condition of each tier on the figure that the tiers rise with. */
export function ownConditions(award: AwardAnswer) {
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

/** What of a condition decides whether it blocks its tier, and says how. */
export type BlockingCondition = Pick<
  ConditionAnswer,
  'metric' | 'answer' | 'low' | 'high' | 'gap' | 'unit' | 'comparator'
>;

/** Answers of an award, as far as they tell what blocks its next tier. */
export interface Blockable<Condition extends BlockingCondition> {
  readonly metric: MetricId;
  readonly reachedTierId: string | null;
  readonly tiers: readonly { readonly tierId: string; readonly conditions: readonly Condition[] }[];
}

/**
 * How a condition blocks its tier: its figure is short by the gap; short by the gap at most, where
 * it is a range below the threshold; a range beyond the threshold, by which nothing can be said; or
 * a figure that is not read.
 */
export type BlockedBy = 'short' | 'short_at_most' | 'range' | 'unread';

/** What blocks the next tier. */
export interface Blocker<Condition extends BlockingCondition = BlockingCondition> {
  readonly tierId: string;
  readonly condition: Condition;
  readonly by: BlockedBy;
}

/**
 * What blocks the lowest tier above the reached one: the amount that the tiers rise with, if it is
 * not met; else a condition that is not met, before one that is unknown.
 * @returns null where the last tier is reached.
 */
export function blockerOf<Condition extends BlockingCondition>({
  metric,
  reachedTierId,
  tiers,
}: Blockable<Condition>): Blocker<Condition> | null {
  const above = tiers.slice(tiers.findIndex(({ tierId }) => tierId === reachedTierId) + 1);
  for (const { tierId, conditions } of above) {
    const open = conditions.filter(({ answer }) => answer !== 'met');
    const condition =
      open.find((own) => own.metric === metric) ??
      open.find(({ answer }) => answer === 'not_met') ??
      open[0];
    if (condition) return { tierId, condition, by: blockedBy(condition) };
  }
  return null;
}

function blockedBy({ answer, low, high }: BlockingCondition): BlockedBy {
  if (answer === 'not_met') return low === high ? 'short' : 'short_at_most';
  return low !== null && high !== null ? 'range' : 'unread';
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
