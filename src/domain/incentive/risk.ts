import { type ConditionTree, deciding, type Grouped, treeOf } from './answers';
import type { ConditionAnswer, Risk, RiskReason } from './progress';

/** A margin below this share of the threshold is thin: a week of returns may remove it. */
const THIN_MARGIN = 0.05;
const ORDER: readonly RiskReason[] = ['short', 'unknown', 'unsettled', 'thin_margin'];

/**
 * The condition of a tier that is most at risk, among those that its answer depends on: first an
 * unmet one, by the largest missing share; then an undecided one; then one met on unsettled money;
 * then one met by less than a twentieth of its threshold; otherwise null.
 */
export function mostAtRisk(tree: ConditionTree<ConditionAnswer>): Risk | null {
  const ranked = deciding(tree, distanceOf).flatMap((condition) => {
    const reason = reasonOf(condition);
    return reason === null ? [] : [{ condition, reason }];
  });
  ranked.sort(
    (a, b) =>
      ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason) ||
      shareMissing(b.condition) - shareMissing(a.condition),
  );
  const first = ranked[0];
  return first ? { conditionId: first.condition.conditionId, reason: first.reason } : null;
}

/** The conditions of a tier that its answer depends on: of alternatives, the nearest one. */
export function decidingConditions<Condition extends HeldCondition>(
  tier: Grouped<Condition>,
): Condition[] {
  return deciding(treeOf(tier), distanceOf);
}

/** What of an answer tells how far a condition is from being met. */
type HeldCondition = Pick<
  ConditionAnswer,
  'conditionId' | 'answer' | 'low' | 'comparator' | 'threshold'
>;

/** How far a condition is from being met: a met one before an undecided one before an unmet one. */
function distanceOf(condition: HeldCondition): number {
  const { answer } = condition;
  if (answer === 'met') return 0;
  const share = Math.max(0, Math.min(1, shareMissing(condition)));
  return answer === 'cannot_tell' ? 1 + share : 3 + share;
}

function reasonOf(condition: ConditionAnswer): RiskReason | null {
  if (condition.answer === 'not_met') return 'short';
  if (condition.answer === 'cannot_tell') return 'unknown';
  if (isUnsettled(condition)) return 'unsettled';
  return shareMissing(condition) > -THIN_MARGIN ? 'thin_margin' : null;
}

/** Smallest whole figure that meets a condition: "more than T" is "T + 1". */
export function neededFor({
  comparator,
  threshold,
}: Pick<ConditionAnswer, 'comparator' | 'threshold'>): number {
  return comparator === 'more_than' ? threshold + 1 : threshold;
}

/** Whether a condition is met, but not by settled money alone. */
export function isUnsettled(condition: ConditionAnswer): boolean {
  const { answer, settled } = condition;
  return answer === 'met' && settled !== null && settled < neededFor(condition);
}

/** Missing share of the threshold; below 0 when the figure is above it. */
function shareMissing(
  condition: Pick<ConditionAnswer, 'low' | 'comparator' | 'threshold'>,
): number {
  const needed = neededFor(condition);
  return needed === 0 ? 0 : (needed - (condition.low ?? 0)) / needed;
}
