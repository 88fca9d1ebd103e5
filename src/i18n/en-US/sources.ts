import type { sources as zh } from '../zh-CN/sources';

/** Words of sources and of what is not computed, for the pages that list them. */
export const sources: typeof zh = {
  title: 'Sources and readings',
  open: 'Show',
  fold: 'Hide',
  documents: 'Documents',
  reports: 'Sources',
  followersRule: 'How followers count',
  period: 'Which period',
  notEstablished: 'Not established',
  otherBenefits: 'Also reported',
  unknown: 'not established',
  publisherUnknown: 'Publisher not established',
  untitled: 'Title not established',
  issuedOn: (day) => `Issued ${day}`,
  checkedOn: (day) => `Checked on ${day}`,
  copy: 'Copy address',
  copied: 'Address copied',
  certainty: {
    official: 'Official text',
    not_established: 'Not established',
    primary: 'Primary report',
    news: 'Several news pages',
    news_single: 'A single news page',
    official_part: 'Official text (part)',
    own_reading: "This app's reading",
  },
  notComputed: { title: 'Not computed', reason: 'Why' },
};
