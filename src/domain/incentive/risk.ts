import type { ConditionAnswer, Risk, RiskReason } from './progress';

/** A margin below this share of the threshold is thin: one bad week of returns may take it. */
const THIN_MARGIN = 0.05;
const ORDER: readonly RiskReason[] = ['short', 'unknown', 'unsettled', 'thin_margin'];

/**
 * The condition of a tier to look after first: one that the figures do not meet, by the largest
 * share still missing; then one they cannot decide; then one met on money that may still come back;
 * then one met by less than a twentieth of its threshold. Null when none is any of these.
 */
export function mostAtRisk(conditions: readonly ConditionAnswer[]): Risk | null {
  const ranked = conditions.flatMap((condition) => {
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

function reasonOf(condition: ConditionAnswer): RiskReason | null {
  if (condition.answer === 'not_met') return 'short';
  if (condition.answer === 'cannot_tell') return 'unknown';
  if (isUnsettled(condition)) return 'unsettled';
  return shareMissing(condition) > -THIN_MARGIN ? 'thin_margin' : null;
}

/** Least whole figure that meets a condition: figures are whole, so "more than T" is "T + 1". */
export function neededFor({
  comparator,
  threshold,
}: Pick<ConditionAnswer, 'comparator' | 'threshold'>): number {
  return comparator === 'more_than' ? threshold + 1 : threshold;
}

/** Whether a condition is met, but not on settled money alone. */
export function isUnsettled(condition: ConditionAnswer): boolean {
  const { answer, settled } = condition;
  return answer === 'met' && settled !== null && settled < neededFor(condition);
}

/** Share of the threshold still missing; below 0 where more than enough is there. */
function shareMissing(condition: ConditionAnswer): number {
  const needed = neededFor(condition);
  return needed === 0 ? 0 : (needed - (condition.low ?? 0)) / needed;
}
