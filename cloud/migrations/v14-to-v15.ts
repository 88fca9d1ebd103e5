import type { Migration, StoredDoc } from './migration';

function withoutWaiting(doc: StoredDoc): StoredDoc {
  return { ...doc, waiting: [] };
}

/** Words wait beside those that others see until they are checked; what is stored counts as released. */
export const V14_TO_V15: Migration = {
  from: 14,
  to: 15,
  summary: 'words that others see may wait for a check',
  documents: () => ({
    shops: withoutWaiting,
    hosts: withoutWaiting,
    live_sessions: withoutWaiting,
    people: (person) => ({ ...person, unchecked: [] }),
  }),
  rebuildsTotals: false,
};
