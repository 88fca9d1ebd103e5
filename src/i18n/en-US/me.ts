import type { me as zh } from '../zh-CN/me';

/** Words of the Me screen. */
export const me: typeof zh = {
  title: 'Me',
  nobody: 'Not identified',
  nobodyNote:
    'Public stores and sessions need no login. Open this in WeChat to register a store of your own.',
  language: 'Language',
  languages: { 'zh-CN': '中文', 'en-US': 'English' },
  shops: 'My stores',
  current: 'Current',
  switchTo: 'Switch to this one',
  roleIs: (role) => `My role: ${role.toLowerCase()}`,
  published: 'Page is public',
  unpublished: 'Page is not public',
  edit: 'Store details',
  hosts: 'Hosts',
  hostCount: (count) => String(count),
  page: 'Public page',
  register: 'Register a store',
  registerAnother: 'Register another store',
  registerNote: 'Eight fields at most; the draft stays on this device',
  stored: 'What is stored about me',
  storedNone: 'Nothing is stored about you.',
  storedItems: {
    identity: ['WeChat identifier', 'To know you as one of the store’s people', 'Until the store is closed'],
    shop: ['Store details and accounts', 'Planning, recording, comparing with tiers', 'Until the store is closed'],
    phone: ['Contact phone', 'To reach the store; never public', 'Can be removed at any time'],
    disclosure: ['Public disclosure', 'Asked by law, shown with your consent', 'While the store is public'],
    sessions: ['Sessions and their changes', 'Kept as the live e-commerce measures ask', 'Three years from the session'],
    sales: ['Sales entries', 'To work out net sales and tiers', 'Three years from the session'],
    applicant: ['Statements and follower readings', 'To compare with conditions', 'Can be withdrawn and then no longer count'],
  },
  storedPurpose: (purpose) => `Purpose: ${purpose}`,
  storedKept: (kept) => `Kept: ${kept}`,
  storedCount: (shops, hosts) =>
    `${shops} ${shops === 1 ? 'store' : 'stores'}, ${hosts} ${hosts === 1 ? 'host' : 'hosts'}`,
  device: 'This device',
  deviceNote: 'Language, unsent drafts and the latest copies stay on this device only.',
  about: 'About',
  version: 'Version',
};
