/** Sort order of an indexed field. */
export type IndexOrder = 'asc' | 'desc';

/** One index, its fields in order; `unique` refuses a second document with the same values. */
export interface IndexSpec {
  fields: readonly { name: string; order: IndexOrder }[];
  unique?: boolean;
}

const by = (...names: string[]): IndexSpec => ({
  fields: names.map((name) => ({ name, order: 'asc' })),
});

/**
 * Every collection with its indexes. Unique keys are document ids: a membership is
 * `<shop>:<person>`, a change is the hash of person and request key, so a second one cannot exist.
 */
export const SCHEMA = {
  collections: {
    /** Stores, with their accounts, disclosure and declared facts. */
    shops: { indexes: [by('isListed', 'listedKey')] },
    /** Who works in which store, with which role. */
    memberships: { indexes: [by('personId', 'joinedAt')] },
    /** Hosts, with their declared facts and the latest follower readings of each year. */
    hosts: { indexes: [by('shopId', 'addedAt')] },
    /** Every dated follower reading. */
    follower_readings: { indexes: [by('hostId', 'readOn')] },
    /** Live sessions with the kept sums of their entries. */
    live_sessions: {
      indexes: [
        by('shopId', 'sortKey'),
        by('shopId', 'stage', 'sortKey'),
        by('isListed', 'stage', 'sortKey'),
        by('state', 'startAt'),
      ],
    },
    /** Kept sums of an account's day outside any session. */
    sales_days: { indexes: [] },
    /** The ledger: immutable entries. */
    sales_entries: {
      indexes: [
        by('shopId', 'sortKey'),
        by('sessionId', 'sortKey'),
        by('shopId', 'isCounted', 'sortKey'),
        by('hostId', 'isCounted', 'sortKey'),
      ],
    },
    /** Kept totals of a host, or of sales without one, in a China year: `<host or shop>:<year>`. */
    year_totals: { indexes: [by('shopId', 'year', 'subjectId')] },
    /** Published rule sets, immutable by id and version. */
    rule_sets: { indexes: [by('isCurrent', 'publishedAt')] },
    /** One record per acknowledged write: the audit log, and the answer for a repeat. */
    changes: { indexes: [by('shopId', 'at')] },
  },
} as const satisfies { collections: Record<string, { indexes: readonly IndexSpec[] }> };

/** Name of a collection. */
export type CollectionName = keyof (typeof SCHEMA)['collections'];
