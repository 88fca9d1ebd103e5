import type { Migration } from './migration';

/** Earlier invitations were not counted; the count of a day begins with the next one. */
export const V10_TO_V11: Migration = {
  from: 10,
  to: 11,
  summary: 'invitations of a host are counted by day',
  documents: () => ({ hosts: (host) => ({ ...host, invitedOn: null, invitations: 0 }) }),
  rebuildsTotals: false,
};
