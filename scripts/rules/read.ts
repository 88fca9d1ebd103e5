import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { checkRuleSet } from '../../src/contract/rule-set';
import { type RuleSet, ruleSetKeyOf } from '../../src/domain/incentive/rule-set';

const FOLDER = path.join(__dirname, '../../src/incentives');

/** Every version of every rule set in the repository. */
export function readRuleSets(): RuleSet[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const checked = checkRuleSet(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')));
      if (!checked.ok) throw new Error(`${name}: ${checked.problems.join('; ')}`);
      return checked.ruleSet;
    });
}

/** The latest version of each rule set. */
export function latestOfEach(ruleSets: readonly RuleSet[]): RuleSet[] {
  return ruleSets.filter(({ ruleSetId, version }) =>
    ruleSets.every((other) => other.ruleSetId !== ruleSetId || other.version <= version),
  );
}

/**
 * The rule set with a key, `huadu-2020.v3`.
 * @throws Error when the repository has none.
 */
export function ruleSetWithKey(ruleSets: readonly RuleSet[], key: string): RuleSet {
  const found = ruleSets.find((ruleSet) => ruleSetKeyOf(ruleSet) === key);
  if (found) return found;
  throw new Error(`no rule set ${key}; there are ${ruleSets.map(ruleSetKeyOf).join(', ')}`);
}
