import type { StoredKind } from '../../domain/stored-about-me';
import type { me as zh, StoredWords } from '../zh-CN/me';

const stored: Record<StoredKind, StoredWords> = {
  identity: {
    what: 'WeChat identifier',
    purpose:
      "to know you as one of the store's people; shown to nobody, and no name or picture is read",
    kept: 'until the store is closed',
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

/** Words of the Me screen. */
export const me: typeof zh = {
  nobody: 'Not identified',
  nobodyNote:
    'A store belongs to somebody WeChat has identified. No identity came here, so nothing can be registered, and nothing about you is stored. Public stores and sessions need no login. Open this in WeChat to register a store.',
  noShop: 'You have no store yet',
  noShopNote:
    'Register one to plan sessions, record sales and see the tiers. Watching needs no registration.',
  language: 'Language',
  languages: { 'zh-CN': '中文', 'en-US': 'English' },
  current: 'Current',
  switchTo: 'Switch to this one',
  roleIs: (role) => `My role: ${role.toLowerCase()}`,
  published: 'Page is public',
  suspended: 'Not shown',
  unpublished: 'Page is not public',
  edit: 'Store details',
  hosts: 'Hosts',
  hostCount: (count) => String(count),
  applicant: 'Statements and followers',
  page: 'Public page',
  register: 'Register a store',
  follows: 'Stores I follow',
  followsNote: 'Who of them is on air',
  asHost: 'Me as a host',
  asHostNote: 'What I sold in each store; join by code',
  registerAnother: 'Register another store',
  registerNote: 'Eight fields at most; the draft stays on this device',
  stored: 'What is stored about me',
  storedNone: 'You have no store now. What you did in stores before is kept for its period.',
  storedUnread: 'What is stored could not be read yet. Try again.',
  storedItems: stored,
  storedPurpose: (purpose) => `Purpose: ${purpose}`,
  storedSeen: {
    none: 'Seen by: no person',
    owner: 'Seen by: the owner',
    team: 'Seen by: the team, by role',
    checkers: 'Seen by: the owner and checkers of the operator',
    public: 'Seen by: the team; its public part by everyone once the page is public',
  },
  storedKept: (kept) => `Kept: ${kept}`,
  storedShops: (count) => String(count),
  storedFacts: (count) => String(count),
  storedReadings: (count) => String(count),
  storedLaw:
    'The Measures for Supervision and Administration of Live E-commerce and the Measures on Online Transactions ask that records of a live session are kept for at least three years from its end; sessions and sales are kept accordingly. What is deleted before that is no longer used, and its record stays until then.',
  device: 'This device',
  deviceNote: 'Language, unsent drafts and the latest copies stay on this device only.',
  about: 'About',
  privacy: 'Privacy guide',
  privacyHere: 'WeChat opens the guide; what is kept is listed above',
  desk: 'Checking desk',
  version: 'Version',
};
