import type { RuleSet } from '../../src/domain/incentive/rule-set';
import { command, readList, type Where } from '../database/database';
import type { RuleSetDoc } from '../database/documents';
import { READ_LIMITS } from './read-limits';

/** The schemes in force, one version of each; the latest published first. One call for a hundred. */
export async function currentRuleSets(): Promise<RuleSet[]> {
  const current = await published({ isCurrent: true }, null);
  if (current.length === 0) throw new Error('no rule set is published in this environment');
  return latestOfEach(current);
}

/**
 * The schemes as they were published by an earlier moment, the latest version of each. One call for
 * a hundred versions.
 */
export async function ruleSetsAsOf(moment: string): Promise<RuleSet[]> {
  return latestOfEach(await published({}, moment));
}

/** All that were published by a moment, or by now; the latest first. */
async function published(
  where: Where<'rule_sets'>,
  moment: string | null,
): Promise<readonly RuleSetDoc[]> {
  const limit = READ_LIMITS.ruleSets;
  const found = new Map<string, RuleSetDoc>();
  let until = moment;
  for (;;) {
    const upTo = until === null ? {} : { publishedAt: command.lte(until) };
    const page = await readList(
      'rule_sets',
      { ...where, ...upTo },
      { orderBy: [['publishedAt', 'desc']], limit },
    );
    for (const doc of page) found.set(doc._id, doc);
    const last = page[limit - 1]?.publishedAt;
    if (last === undefined) return [...found.values()];
    // The next page begins with those of the same moment, as a page may end between them.
    if (page[0]?.publishedAt === last) {
      throw new Error(`${String(limit)} rule sets or more were published at one moment`);
    }
    until = last;
  }
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
