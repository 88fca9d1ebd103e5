import type { reportDesk as zh } from '../zh-CN/reportDesk';
import { reportReason } from './reportReason';

/** Words with which a verifier decides a report. */
export const reportDesk: typeof zh = {
  title: 'Report',
  reason: { ...reportReason, appeal: 'Appeal of the owner' },
  noWords: 'No details',
  added: 'Decision in words',
  addedHint: 'The owner reads this, the person who reported does not',
  needsWords: 'Say why the store is not to be shown',
  outcome: {
    dismissed: 'Nothing to do',
    suspended: 'Do not show this store',
    restored: 'Show it again',
  },
  by: {
    approved: (name) => `Approved by ${name}`,
    returned: (name) => `Returned by ${name}`,
    dismissed: (name) => `${name}: nothing to do`,
    suspended: (name) => `Taken down by ${name}`,
    restored: (name) => `Shown again by ${name}`,
  },
};
