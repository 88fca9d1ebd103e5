import huadu2020 from '../../src/incentives/huadu-2020.v1.json';
import type { LocalCloud } from '../local-cloud';

/** Rule sets of the repository, in the order of publication. They are immutable by version. */
const RULE_SETS = [huadu2020];

/** A rule set as a document of `rule_sets`. */
export interface PublishedRuleSet {
  readonly _id: string;
  readonly ruleSet: (typeof RULE_SETS)[number];
  readonly isCurrent: boolean;
  readonly publishedAt: string;
}

/** The repository's rule sets as they are published, the one in force last. */
export const publishedRuleSets = (): PublishedRuleSet[] =>
  RULE_SETS.map((ruleSet, index) => ({
    _id: `${ruleSet.ruleSetId}.v${String(ruleSet.version)}`,
    ruleSet,
    isCurrent: index === RULE_SETS.length - 1,
    publishedAt: `${ruleSet.checkedOn}T00:00:00.000Z`,
  }));

/** Publishes the repository's rule sets into the cloud; a version that is there already stays. */
export async function seedRuleSets(cloud: Pick<LocalCloud, 'database'>): Promise<void> {
  for (const document of publishedRuleSets()) {
    if (cloud.database.find('rule_sets', { _id: document._id }).length > 0) continue;
    await cloud.database.insert('rule_sets', [{ ...document }]);
  }
}
