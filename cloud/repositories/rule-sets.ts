import type { RuleSet } from '../../src/domain/incentive/rule-set';
import { command, readList } from '../database/database';
import type { RuleSetDoc } from '../database/documents';

/** Versions of all schemes together: more are not expected in the life of this software. */
const MAX_VERSIONS = 100;

/** The schemes in force, one version of each; the latest published first. One call. */
export async function currentRuleSets(): Promise<RuleSet[]> {
  const current = await readList(
    'rule_sets',
    { isCurrent: true },
    { orderBy: [['publishedAt', 'desc']], limit: MAX_VERSIONS },
  );
  if (current.length === 0) throw new Error('no rule set is published in this environment');
  return latestOfEach(current);
}

/** The schemes as they were published by an earlier moment, the latest version of each. One call. */
export async function ruleSetsAsOf(moment: string): Promise<RuleSet[]> {
  const published = await readList(
    'rule_sets',
    { publishedAt: command.lte(moment) },
    { orderBy: [['publishedAt', 'desc']], limit: MAX_VERSIONS },
  );
  return latestOfEach(published);
}

// Publishing a version and retiring the one before are two writes; between them the later counts.
function latestOfEach(documents: readonly RuleSetDoc[]): RuleSet[] {
  const latest = new Map<string, RuleSet>();
  for (const { ruleSet } of documents) {
    const known = latest.get(ruleSet.ruleSetId);
    if (known === undefined || known.version < ruleSet.version) {
      latest.set(ruleSet.ruleSetId, ruleSet);
    }
  }
  return [...latest.values()];
}
