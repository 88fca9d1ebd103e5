import huadu2020 from '../../src/incentives/huadu-2020.v1.json';
import type { LocalCloud } from '../local-cloud';

/** Rule sets of the repository, in the order of publication. They are immutable by version. */
const RULE_SETS = [huadu2020];

/** Publishes the repository's rule sets into the cloud; a version that is there already stays. */
export async function seedRuleSets(cloud: Pick<LocalCloud, 'database'>): Promise<void> {
  for (const [index, ruleSet] of RULE_SETS.entries()) {
    const _id = `${ruleSet.ruleSetId}.v${String(ruleSet.version)}`;
    if (cloud.database.find('rule_sets', { _id }).length > 0) continue;
    await cloud.database.insert('rule_sets', [
      {
        _id,
        ruleSet,
        isCurrent: index === RULE_SETS.length - 1,
        publishedAt: `${ruleSet.checkedOn}T00:00:00.000Z`,
      },
    ]);
  }
}
