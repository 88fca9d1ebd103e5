import type { merchantAudience as chinese } from '../zh-CN/merchantAudience';

/** Words about who opens the public pages of a store, in English. */
export const merchantAudience: typeof chinese = {
  title: 'How the public page is used',
  hint: 'Openings by source, calendar entries and follows',
  openings: 'Openings',
  times: (count) => count,
  source: {
    chat: 'Card in a chat',
    group: 'Card in a group',
    moments: 'Moments',
    code: 'Code scanned',
    message: 'Reminder message',
    discovery: 'Home page of the mini program',
    other: 'Other pages, your own visits included',
  },
  act: { calendar: 'Put into the calendar', follow: 'Followed on this page' },
  note: 'Formula: one each time the page is shown; the same person twice counts as two. From the first opening until now. Openings without a network may be missing. Only numbers are kept, not who it was.',
};
