import type { Migration, StoredDoc } from './migration';

/** Stores can be followed, so far by no one; an account on Channels may have its id in WeChat. */
export const V19_TO_V20: Migration = {
  from: 19,
  to: 20,
  summary: 'people follow stores, and an account may have its id on Channels',
  documents: () => ({
    shops: (shop) => ({
      ...shop,
      accounts: (shop['accounts'] as StoredDoc[]).map((account) => ({
        ...account,
        finderUserName: null,
      })),
    }),
  }),
  rebuildsTotals: false,
};
