import type { Migration } from './migration';

/** Public pages can be reported, and a store's be taken down; so far neither was possible. */
export const V18_TO_V19: Migration = {
  from: 18,
  to: 19,
  summary: 'a person keeps which stores they reported, and a store why it is not shown',
  documents: () => ({
    people: (person) => ({ ...person, reports: null }),
    shops: (shop) => ({ ...shop, suspension: null }),
  }),
  rebuildsTotals: false,
};
