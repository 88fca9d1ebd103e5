import { type LocalCloud } from 'local-cloud';

import { toPublished } from '../src/contract/published-rule-set';
import { RULE_SETS_IN_FORCE } from '../src/incentives/published';

/**
 * Publishes the rule sets in force into the cloud; a version that is already there stays.
 * @param publishedAt the instant they count as published; default: the day each was last checked.
 */
export async function publishRuleSets(
  cloud: Pick<LocalCloud, 'database'>,
  publishedAt?: string,
): Promise<void> {
  for (const json of RULE_SETS_IN_FORCE) {
    const document = toPublished(json, publishedAt);
    if (cloud.database.find('rule_sets', { _id: document._id }).length > 0) continue;
    await cloud.database.insert('rule_sets', [{ ...document }]);
  }
}
