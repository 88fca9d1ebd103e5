import type { Migration } from './migration';

/** A store keeps its own year, and every kept year a bound of its sums; both are built from the ledger. */
export const V11_TO_V12: Migration = {
  from: 11,
  to: 12,
  summary: 'a store keeps its own year, and each year a bound of its sums',
  rebuildsTotals: true,
};
