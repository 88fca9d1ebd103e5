import type { me as zh } from '../zh-CN/me';

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
  about: 'About',
  privacy: 'Privacy guide',
  privacyHere: 'WeChat opens the guide; what is kept is listed under What is stored about me',
  desk: 'Checking desk',
  version: 'Version',
};
