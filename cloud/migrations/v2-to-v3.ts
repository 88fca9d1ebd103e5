import type { Migration } from './migration';

/**
 * Version 3 keeps a year by day of sale, by age of what came back, and by day of recording, all of
 * which the ledger holds.
 */
export const V2_TO_V3: Migration = {
  from: 2,
  to: 3,
  summary: 'kept years hold days, returns and what each day recorded',
  rebuildsTotals: true,
};
