import {
  factOf,
  type AwardRule,
  type DeclaredFact,
  type FactRule,
  type MetricId,
  type TierAwardRule,
} from '../../domain/incentive';
import type { Scheme } from '../../stores';

function metricsOfFormula(award: TierAwardRule): MetricId[] {
  if (award.kind !== 'formula') return [];
  const { metric, step } = award;
  return step.kind === 'per_head' ? step.classes.map((own) => own.metric) : [metric];
}

function isAskedBy(award: AwardRule, { fact }: FactRule): boolean {
  return award.tiers.some(
    (tier) =>
      tier.conditions.some(({ metric }) => factOf(metric) === fact) ||
      tier.toConfirm.some((confirm) => confirm.fact === fact) ||
      metricsOfFormula(tier.award).some((metric) => factOf(metric) === fact),
  );
}

/**
 * The facts to ask an applicant for: those an award that fits them looks at, and no other. Facts
 * stated earlier stay in the list, so that they can be withdrawn when no award needs them any more.
 * @param schemes the schemes in force, each with the applicant's own progress.
 */
export function askedFacts(
  schemes: readonly Scheme[],
  subject: FactRule['subject'],
  stated: readonly DeclaredFact[],
): FactRule[] {
  const asked = schemes.flatMap(({ ruleSet, progress }) => {
    const fits = progress.awards.map(({ awardId }) => awardId);
    const awards = ruleSet.awards.filter(({ awardId }) => fits.includes(awardId));
    return ruleSet.facts.filter(
      (rule) =>
        rule.subject === subject &&
        (awards.some((award) => isAskedBy(award, rule)) ||
          stated.some(({ fact }) => fact === rule.fact)),
    );
  });
  // Two schemes that ask for the same fact ask once, in the words of the one that comes first.
  return asked.filter((rule, index) => asked.findIndex(({ fact }) => fact === rule.fact) === index);
}
