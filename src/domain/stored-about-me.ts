/** Who reads a record: a team, its owner, also with its operators, the operator's checkers, everyone, none. */
export type StoredReader = 'none' | 'owner' | 'managers' | 'team' | 'checkers' | 'public';

interface StoredItem {
  seenBy: StoredReader;
  /** Collections that hold it; `people` by field. */
  where: readonly string[];
}

/**
 * What may be stored about a person, who reads it, and where it lies. `tests/schema/stored-fields.ts`
 * says of every single field which of these it is.
 */
export const STORED_ABOUT_ME = {
  identity: { seenBy: 'none', where: ['people.seats', 'people.hostIds', 'people.verifier'] },
  team: { seenBy: 'owner', where: ['teams'] },
  shop: { seenBy: 'public', where: ['shops', 'storefronts'] },
  phone: { seenBy: 'managers', where: ['shops'] },
  disclosure: { seenBy: 'public', where: ['shops'] },
  checks: {
    seenBy: 'checkers',
    where: ['shops', 'reviews', 'review_holds', 'people.unchecked', 'people.reports'],
  },
  hosts: { seenBy: 'public', where: ['hosts', 'storefronts'] },
  followers: { seenBy: 'team', where: ['shops', 'hosts', 'follower_readings'] },
  facts: { seenBy: 'team', where: ['shops', 'hosts', 'older_facts'] },
  sessions: { seenBy: 'public', where: ['live_sessions', 'session_history', 'storefronts'] },
  duty: { seenBy: 'team', where: ['duty_records', 'checklists', 'console_logs'] },
  sales: {
    seenBy: 'team',
    where: ['live_sessions', 'sales_entries', 'sales_days', 'year_totals', 'shop_years'],
  },
  follows: { seenBy: 'none', where: ['follows'] },
  changes: { seenBy: 'none', where: ['changes'] },
} as const satisfies Record<string, StoredItem>;

/** A kind of record that may be about a person. */
export type StoredKind = keyof typeof STORED_ABOUT_ME;
