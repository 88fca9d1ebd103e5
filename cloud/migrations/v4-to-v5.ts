import type { Migration, StoredDoc } from './migration';

/** The day of a refund was not asked for, so it is unknown: the day of recording says nothing. */
function withReturnDay(doc: StoredDoc): StoredDoc {
  const revisions = doc['revisions'] as readonly object[];
  return { ...doc, revisions: revisions.map((revision) => ({ returnedOn: null, ...revision })) };
}

/** Version 4 kept the ordered amounts without a paid figure of a month, version 5 keeps their bounds. */
export const V4_TO_V5: Migration = {
  from: 4,
  to: 5,
  summary: 'refunds have a day of their own, and unpaid amounts are kept as ranges by scope',
  documents: () => ({ sales_entries: withReturnDay }),
  rebuildsTotals: true,
};
