import { coverageOf, evaluate } from './evaluate';
import type { EvaluateInput, Progress } from './progress';
import { isOfNet } from './metrics';
import { type AwardSubject, type RuleSet, ruleSetKeyOf } from './rule-set';

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

/** The rule sets of an answer: those of other places only if they are asked for. */
export function ruleSetsFor(
  ruleSets: readonly RuleSet[],
  { withComparison }: { readonly withComparison: boolean },
): RuleSet[] {
  return ruleSets.filter(({ forComparison }) => withComparison || forComparison !== true);
}

/** Whether an award for such a subject measures growth of the net over the year before. */
export function asksYearBefore(ruleSets: readonly RuleSet[], subject: AwardSubject): boolean {
  return ruleSets.some(({ awards }) =>
    awards.some(
      (award) =>
        award.subject === subject &&
        award.tiers.some(({ conditions }) =>
          conditions.some(({ metric }) => isOfNet(metric) && metric !== 'net_sales'),
        ),
    ),
  );
}

/**
 * Rank of a scheme, the largest first: this place's own, then computed awards, then coverage of the
 * year, then the last year; a scheme whose years are not established comes after those that ended.
 */
function rank(ruleSet: RuleSet, year: number): number {
  const { covered, toYear } = coverageOf(ruleSet, year);
  const isOwn = ruleSet.forComparison !== true;
  return (
    (isOwn ? 40_000 : 0) +
    (ruleSet.awards.length > 0 ? 20_000 : 0) +
    (covered ? 10_000 : 0) +
    (toYear ?? 0)
  );
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
