import type { Migration } from './migration';

/** A day outside sessions keeps when its amounts last changed; it is built from the ledger. */
export const V15_TO_V16: Migration = {
  from: 15,
  to: 16,
  summary: 'a day outside sessions keeps when its amounts last changed',
  rebuildsTotals: true,
};
