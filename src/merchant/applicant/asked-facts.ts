import type { AwardRule, DeclaredFact, FactRule, RuleSet } from '../../domain/incentive';

const isAskedBy = (award: AwardRule, { fact }: FactRule): boolean =>
  award.tiers.some(
    (tier) =>
      tier.conditions.some(({ metric }) => metric === fact) ||
      tier.toConfirm.some((confirm) => confirm.fact === fact) ||
      (tier.award.kind === 'formula' && tier.award.metric === fact),
  );

/**
 * The facts to ask an applicant for: those an award that fits them looks at, and no other. What was
 * stated earlier stays in the list, so that it can be withdrawn when no award asks for it any more.
 * @param awardIds awards the applicant's progress was worked out for.
 */
export function askedFacts(
  ruleSet: RuleSet,
  subject: FactRule['subject'],
  awardIds: readonly string[],
  stated: readonly DeclaredFact[],
): FactRule[] {
  const awards = ruleSet.awards.filter(({ awardId }) => awardIds.includes(awardId));
  return ruleSet.facts.filter(
    (rule) =>
      rule.subject === subject &&
      (awards.some((award) => isAskedBy(award, rule)) ||
        stated.some(({ fact }) => fact === rule.fact)),
  );
}
