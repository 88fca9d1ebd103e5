import type { StoredKind } from '../../domain/stored-about-me';
import type { StoredWords, storedAboutMe as zh } from '../zh-CN/storedAboutMe';

const stored: Record<StoredKind, StoredWords> = {
  identity: {
    what: 'WeChat identifier',
    purpose:
      'to know you as a person of a store, or who follows or reports; shown to nobody, and no name or picture is read',
    kept: 'with the records of stores, follows and reports',
  },
  team: {
    what: 'Your name and role in a team',
    purpose: 'so that the owner knows who may do what',
    kept: 'until the store is closed; the latest 200 changes',
  },
  checks: {
    what: 'What was handed in to be checked, and reports',
    purpose: 'to check stores and words, and against misuse',
    kept: 'with the records of the store',
  },
  duty: {
    what: 'Checks before air, signatures, console marks',
    purpose: 'the record of checks the rules ask for, and how the hour went',
    kept: 'three years from the session',
  },
  follows: {
    what: 'Stores you follow',
    purpose: 'to list who is on air; stores see a number only',
    kept: 'removed when you unfollow; a hundred at most',
  },
  changes: {
    what: 'Record of changes',
    purpose: 'so that nothing is saved twice, and to find who changed what',
    kept: 'with the records of the store; answers for seven days',
  },
  shop: {
    what: 'Store registration and accounts',
    purpose: 'planning, recording, comparing with tiers',
    kept: 'until the store is closed',
  },
  phone: {
    what: 'Contact phone',
    purpose: 'to reach the store; never public',
    kept: 'can be removed in the store details at any time',
  },
  disclosure: {
    what: 'Public disclosure',
    purpose: 'asked by law, shown only after your separate consent',
    kept: 'until the store is closed; seen by the team only once the page is not public',
  },
  hosts: {
    what: 'Hosts',
    purpose: 'the streamer award is measured for each host',
    kept: 'until the store is closed',
  },
  followers: {
    what: 'Follower readings',
    purpose: 'to compare with follower conditions; not public',
    kept: 'until the store is closed',
  },
  facts: {
    what: 'Own statements',
    purpose: 'to compare with conditions only you know; not public',
    kept: 'can be withdrawn: no longer used, the record and its dates stay',
  },
  sessions: {
    what: 'Sessions and their changes',
    purpose: 'planning and review; also the live-session record the rules ask for',
    kept: 'three years from the session',
  },
  sales: {
    what: 'Sales entries',
    purpose: 'to work out net sales and tiers; not public',
    kept: 'three years from the session',
  },
};

/** Words of the page that lists what is stored about a person. */
export const storedAboutMe: typeof zh = {
  none: 'You have no store now. What you did in stores before is kept for its period.',
  unread: 'What is stored could not be read yet. Try again.',
  items: stored,
  purpose: (purpose) => `Purpose: ${purpose}`,
  seen: {
    none: 'Seen by: no person',
    owner: 'Seen by: the owner',
    managers: 'Seen by: the owner and operators',
    team: 'Seen by: the team, by role',
    checkers: 'Seen by: the owner and checkers of the operator',
    public: 'Seen by: the team; its public part by everyone once the page is public',
  },
  kept: (kept) => `Kept: ${kept}`,
  shops: (count) => String(count),
  hosts: (count) => String(count),
  facts: (count) => String(count),
  readings: (count) => String(count),
  law: 'The Measures for Supervision and Administration of Live E-commerce and the Measures on Online Transactions ask that records of a live session are kept for at least three years from its end; sessions and sales are kept accordingly. What is deleted before that is no longer used, and its record stays until then.',
  device: 'This device',
  deviceNote: 'Language, unsent drafts and the latest copies stay on this device only.',
};
