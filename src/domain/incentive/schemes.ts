import { coverageOf, evaluate } from './evaluate';
import type { EvaluateInput, Progress } from './progress';
import { type RuleSet, ruleSetKeyOf } from './rule-set';

/** The answer of one scheme's rule set for a subject. */
export interface SchemeAnswer {
  readonly ruleSetKey: string;
  readonly progress: Progress;
}

/**
 * The answers of all schemes with awards for a subject, computed or only named. A scheme that
 * covers the year comes first, then the one that ended last.
 */
export function evaluateSchemes(
  ruleSets: readonly RuleSet[],
  input: Omit<EvaluateInput, 'ruleSet'>,
): SchemeAnswer[] {
  return [...ruleSets]
    .sort((a, b) => rank(b, input.year) - rank(a, input.year) || b.version - a.version)
    .map((ruleSet) => ({
      ruleSetKey: ruleSetKeyOf(ruleSet),
      progress: evaluate({ ...input, ruleSet }),
    }))
    .filter(({ progress }) => progress.awards.length + progress.notComputed.length > 0);
}

/**
 * Rank of a scheme, the largest first: computed awards, then coverage of the year, then the last
 * year; a scheme whose years are not established comes after those that ended.
 */
function rank(ruleSet: RuleSet, year: number): number {
  const { covered, toYear } = coverageOf(ruleSet, year);
  return (ruleSet.awards.length > 0 ? 20_000 : 0) + (covered ? 10_000 : 0) + (toYear ?? 0);
}

/**
 * The rule sets that an answer names and the client does not hold.
 * @param named the parts of the answer that name a rule set.
 * @param held keys of the rule sets on the client.
 */
export function ruleSetsToSend(
  ruleSets: readonly RuleSet[],
  named: readonly { ruleSetKey: string }[],
  held: readonly string[],
): RuleSet[] {
  return ruleSets.filter((ruleSet) => {
    const key = ruleSetKeyOf(ruleSet);
    return named.some(({ ruleSetKey }) => ruleSetKey === key) && !held.includes(key);
  });
}
