import type { Grouped } from './answers';
import type { AwardAnswer, ConditionAnswer, ConfirmAnswer, Progress } from './progress';
import { decidingConditions } from './risk';
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
  'conditionId' | 'metric' | 'answer' | 'low' | 'high' | 'gap' | 'unit' | 'comparator' | 'threshold'
>;

/** Answers of an award, as far as they tell where one stands on its ladder. */
export interface Ladder<Condition extends BlockingCondition = BlockingCondition> {
  readonly metric: MetricId;
  readonly reachedTierId: string | null;
  readonly tiers: readonly (Grouped<Condition> & {
    readonly tierId: string;
    readonly toConfirm: readonly Pick<ConfirmAnswer, 'state'>[];
  })[];
}

/**
 * How a condition blocks its tier: its figure is short by the gap; short by the gap at most, where
 * it is a range below the threshold; a range beyond the threshold, by which nothing can be said; or
 * a figure that is not read.
 */
export type BlockedBy = 'short' | 'short_at_most' | 'range' | 'unread';

/** What blocks a tier. */
export interface Blocker<Condition extends BlockingCondition = BlockingCondition> {
  readonly tierId: string;
  readonly condition: Condition;
  readonly by: BlockedBy;
}

/** What a person has not confirmed of a tier that the figures pass. */
export interface Confirmations {
  /** Conditions without an answer. */
  readonly unanswered: number;
  /** Conditions answered with no. */
  readonly denied: number;
}

/**
 * Where one stands on a ladder. Every screen words these two, so that none hides an open
 * confirmation behind a tier that is reached by the figures.
 */
export interface Standing<Condition extends BlockingCondition = BlockingCondition> {
  /** The highest tier that the figures pass; null where they pass none. */
  readonly reached: (Confirmations & { readonly tierId: string }) | null;
  /** What blocks the lowest tier above it; null where the last tier is reached. */
  readonly blocker: Blocker<Condition> | null;
  /**
   * The largest share that is missing of a known figure of the blocked tier, from 0 to 1; 0 where
   * the last tier is reached, 1 where the amount that the tiers rise with is unknown. For the order
   * of lists alone.
   */
  readonly distance: number;
}

/** Where an answer stands on its ladder. */
export function standingOn<Condition extends BlockingCondition>(
  ladder: Ladder<Condition>,
): Standing<Condition> {
  const { metric, tiers, reachedTierId } = ladder;
  const reached = tiers.find(({ tierId }) => tierId === reachedTierId);
  const blocker = blockerOf(ladder);
  const blocked = tiers.find(({ tierId }) => tierId === blocker?.tierId);
  return {
    reached: reached ? { tierId: reached.tierId, ...confirmationsOf(reached.toConfirm) } : null,
    blocker,
    distance: blocked ? distanceOf(decidingConditions(blocked), metric) : 0,
  };
}

function distanceOf(conditions: readonly BlockingCondition[], metric: MetricId): number {
  const counted = conditions.filter((own) => own.metric === metric || own.low !== null);
  return Math.max(0, ...counted.map(missingShare));
}

/** How many conditions of a tier a person has not confirmed. */
export function confirmationsOf(toConfirm: readonly Pick<ConfirmAnswer, 'state'>[]): Confirmations {
  const count = (state: ConfirmAnswer['state']) =>
    toConfirm.filter((confirm) => confirm.state === state).length;
  return { unanswered: count('unanswered'), denied: count('no') };
}

/** What blocks the lowest tier above the reached one; null where the last tier is reached. */
function blockerOf<Condition extends BlockingCondition>({
  metric,
  reachedTierId,
  tiers,
}: Ladder<Condition>): Blocker<Condition> | null {
  const above = tiers.slice(tiers.findIndex(({ tierId }) => tierId === reachedTierId) + 1);
  for (const tier of above) {
    const blocker = blockerOfTier(tier, metric);
    if (blocker) return blocker;
  }
  return null;
}

/**
 * What blocks a tier: a condition that is not met, which decides, before one that is unknown; of
 * those the amount that the tiers rise with, then the one that is nearest to its threshold. Of
 * alternatives the nearest one can block.
 * @returns null where every condition is met.
 */
export function blockerOfTier<Condition extends BlockingCondition>(
  tier: Grouped<Condition> & { readonly tierId: string },
  metric: MetricId,
): Blocker<Condition> | null {
  const { tierId } = tier;
  const open = decidingConditions(tier).filter(({ answer }) => answer !== 'met');
  const unmet = open.filter(({ answer }) => answer === 'not_met');
  const candidates = unmet.length > 0 ? unmet : open;
  const nearest = [...candidates].sort((a, b) => missingShare(a) - missingShare(b));
  const condition = nearest.find((own) => own.metric === metric) ?? nearest[0];
  return condition ? { tierId, condition, by: blockedBy(condition) } : null;
}

/** The share of the threshold that is missing, from 0 to 1; 1 where the figure is not known. */
function missingShare({ gap, low, threshold }: BlockingCondition): number {
  if (gap === null || low === null) return 1;
  return threshold > 0 ? Math.min(1, gap / threshold) : Number(gap > 0);
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
