import { isDeepStrictEqual } from 'node:util';

import { toPublished, type PublishedRuleSet } from '../../src/contract/published-rule-set';
import { RULE_SETS_IN_FORCE } from '../../src/incentives/published';
import type { DeploySdk } from './sdk';

/** The documents of `rule_sets` that a deployment publishes. */
function publishedRuleSets(): PublishedRuleSet[] {
  return RULE_SETS_IN_FORCE.map((json) => toPublished(json));
}

/** The documents of `rule_sets`, one line each, as the console imports them. */
export function ruleSetLines(): string[] {
  return publishedRuleSets().map((document) => JSON.stringify(document));
}

/**
 * Publishes the repository's rule sets. A published version stays; repeating it changes nothing.
 * @throws Error when a published version differs from the repository's
 */
export async function publishRuleSets(sdk: DeploySdk, log: (line: string) => void): Promise<void> {
  const collection = sdk.database().collection('rule_sets');
  for (const document of publishedRuleSets()) {
    const { data: published } = await collection.doc(document._id).get();
    if (published === null) {
      await collection.add({ data: { ...document } });
      log(`${document._id}: published`);
      continue;
    }
    if (!isDeepStrictEqual(published['ruleSet'], document.ruleSet)) {
      throw new Error(
        `${document._id} is published and differs from the repository: a version is never changed, ` +
          'add the next one (src/incentives/README.md)',
      );
    }
    log(`${document._id}: is there, the same`);
  }
}
