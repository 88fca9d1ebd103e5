import type { precheck as zh } from '../zh-CN/precheck';

/** Words of the check without login. */
export const precheck: typeof zh = {
  title: 'Which tier fits me?',
  intro:
    'A few figures against the published tiers. No login, nothing kept, the answer stays on this phone.',
  line: 'What do you mainly do?',
  net: "About how much are this year's net sales?",
  netHint: 'Paid less refunded, for one host. 125K or 12M will do.',
  followers: 'How many followers has the largest single account?',
  followersHint: '501K will do.',
  capital: 'How much is the paid-in capital?',
  capitalHint: '120M will do.',
  revenue: "About how much is this year's operating revenue?",
  revenueHint: '600M will do.',
  amountPlaceholder: 'yuan',
  peoplePlaceholder: 'people',
  unknown: 'I do not know',
  typed: 'Type a figure',
  submit: 'See the result',
  again: 'Change the figures',
  answerTitle: 'Result',
  register: 'Register, keep real figures',
  share: 'Share',
  checkMine: 'Check with my figures',
  tiers: (count) => `${count} ${count === 1 ? 'tier' : 'tiers'}`,
  everyTier: (conditions) => `Each tier also asks: ${conditions}`,
  sharedTitle: 'Someone checked with a few figures',
  sharedNote: 'Their figures did not come along, and yours will not go out',
  gone: 'This scheme is gone; other published ones can be checked',
  toAll: 'Check all schemes',
  fill: 'Type a figure, or tap “I do not know”',
  notFinal:
    'By the figures just typed, for this once. Final takes every amount on record, return windows closed, a check, and your own confirmation.',
};
