import type { Migration, StoredDoc } from './migration';

/** Rule sets published before they said for which place they hold cannot be evaluated any more. */
function hasPlace(doc: StoredDoc): boolean {
  return Object.hasOwn(doc['ruleSet'] as object, 'scope');
}

/**
 * Version 3 was written in three shapes: hosts without an invitation, kept days in another order,
 * and rule sets without a place came first. Version 4 has one, and a mark that says its version.
 */
export const V3_TO_V4: Migration = {
  from: 3,
  to: 4,
  summary: 'hosts can be invited, kept days are by platform, the data say their version',
  documents: () => ({
    hosts: (doc) => ({
      personId: null,
      isSharingSums: false,
      inviteCode: null,
      inviteEndsAt: null,
      ...doc,
    }),
    rule_sets: (doc) => (hasPlace(doc) ? doc : null),
  }),
  rebuildsTotals: true,
};
