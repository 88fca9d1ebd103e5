import conghua2020 from '../../src/incentives/conghua-2020.v1.json';
import guangzhou2020 from '../../src/incentives/guangzhou-2020.v1.json';
import guangzhou2025 from '../../src/incentives/guangzhou-2025.v1.json';
import huadu2020 from '../../src/incentives/huadu-2020.v2.json';
import { checkRuleSet } from '../../src/contract/rule-set';
import { ruleSetKeyOf } from '../../src/domain/incentive/rule-set';
import type { RuleSet } from '../../src/domain/incentive/rule-set';
import type { LocalCloud } from '../local-cloud';

/** Rule sets of the repository: the version in force of each scheme, the main one last. */
const RULE_SETS: readonly unknown[] = [conghua2020, guangzhou2020, guangzhou2025, huadu2020];

/** A rule set as a document of `rule_sets`. */
export interface PublishedRuleSet {
  readonly _id: string;
  readonly ruleSet: RuleSet;
  readonly isCurrent: boolean;
  readonly publishedAt: string;
}

/**
 * A rule set as it is published.
 * @throws Error naming what is wrong inside; nothing unchecked is ever published.
 */
export const publishable = (json: unknown, publishedAt?: string): PublishedRuleSet => {
  const checked = checkRuleSet(json);
  if (!checked.ok) throw new Error(`not a rule set: ${checked.problems.join('; ')}`);
  const { ruleSet } = checked;
  return {
    _id: ruleSetKeyOf(ruleSet),
    ruleSet,
    isCurrent: true,
    publishedAt: publishedAt ?? `${ruleSet.checkedOn}T00:00:00.000Z`,
  };
};

/** The repository's rule sets as they are published. */
export const publishedRuleSets = (publishedAt?: string): PublishedRuleSet[] =>
  RULE_SETS.map((one) => publishable(one, publishedAt));

/**
 * Publishes the repository's rule sets into the cloud; a version that is there already stays.
 * @param publishedAt when they are said to have been published; else the day they were last checked.
 */
export async function seedRuleSets(
  cloud: Pick<LocalCloud, 'database'>,
  publishedAt?: string,
): Promise<void> {
  for (const document of publishedRuleSets(publishedAt)) {
    if (cloud.database.find('rule_sets', { _id: document._id }).length > 0) continue;
    await cloud.database.insert('rule_sets', [{ ...document }]);
  }
}
