import { publishRuleSets } from '../../demo/rule-sets';
import type { LocalCloud } from 'local-cloud';
import { toPublished } from '../../src/contract/published-rule-set';
import type { RuleSet } from '../../src/domain/incentive/rule-set';
import { RULE_SETS_IN_FORCE } from '../../src/incentives/published';
import { startEmptyCloud } from '../testkit/cloud';
import fiction from '../testkit/fixtures/fiction-2026.v1.json';
import type { Rules } from './expected';

/** Early enough for nearly all questions, so that a few are about days without a scheme. */
const PUBLISHED_AT = '2020-08-20T00:00:00.000Z';

const PUBLISHED = [...RULE_SETS_IN_FORCE, fiction] as RuleSet[];

/**
 * The rule sets in force, and a fictional one with other comparators and sums of followers. Those of
 * other places are published too, and are in no answer, because no question asks for them.
 */
export const RULES: Rules = {
  ruleSets: PUBLISHED.filter(({ forComparison }) => forComparison !== true),
  publishedAt: PUBLISHED_AT,
};

/** Starts an empty cloud with the functions that were built, and with these rule sets. */
export async function startHistoriesCloud(functionsRoot?: string): Promise<LocalCloud> {
  const built = functionsRoot === undefined ? {} : { functionsRoot };
  const cloud = await startEmptyCloud({ workers: 1, ...built });
  await publishRuleSets(cloud, PUBLISHED_AT);
  await cloud.database.insert('rule_sets', [{ ...toPublished(fiction, PUBLISHED_AT) }]);
  return cloud;
}
