import { ruleSetKeyOf, type RuleSet } from '../domain/incentive/rule-set';
import { checkRuleSet } from './rule-set';

/** A rule set as a document of `rule_sets`. */
export interface PublishedRuleSet {
  readonly _id: string;
  readonly ruleSet: RuleSet;
  readonly isCurrent: boolean;
  /** Instant, UTC. */
  readonly publishedAt: string;
}

/**
 * A rule set as it is stored when it is published.
 * @param publishedAt default: the day the rule set was last checked.
 * @throws Error that names what is wrong in the rule set; an unchecked one is never published.
 */
export function toPublished(json: unknown, publishedAt?: string): PublishedRuleSet {
  const checked = checkRuleSet(json);
  if (!checked.ok) throw new Error(`not a rule set: ${checked.problems.join('; ')}`);
  const { ruleSet } = checked;
  return {
    _id: ruleSetKeyOf(ruleSet),
    ruleSet,
    isCurrent: true,
    publishedAt: publishedAt ?? `${ruleSet.checkedOn}T00:00:00.000Z`,
  };
}
