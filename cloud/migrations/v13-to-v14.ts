import type { Migration } from './migration';

/** Whether a person verifies is kept in their document; so far there was no such role. */
export const V13_TO_V14: Migration = {
  from: 13,
  to: 14,
  summary: 'a person may be a verifier',
  documents: () => ({ people: (person) => ({ ...person, verifier: null }) }),
  rebuildsTotals: false,
};
