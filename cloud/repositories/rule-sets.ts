import { readList } from '../database/database';
import type { RuleSet } from '../../src/domain/incentive/rule-set';

/** Id and version of a rule set as one key, `huadu-2020.v1`. */
export const ruleSetKeyOf = (ruleSet: RuleSet): string =>
  `${ruleSet.ruleSetId}.v${String(ruleSet.version)}`;

/** The rule set in force; latest published if several are marked. One call. */
export const currentRuleSet = async (): Promise<RuleSet> => {
  const [current] = await readList(
    'rule_sets',
    { isCurrent: true },
    { orderBy: [['publishedAt', 'desc']], limit: 1 },
  );
  if (current === undefined) throw new Error('no rule set is published in this environment');
  return current.ruleSet;
};
