import type { precheck as zh } from '../zh-CN/precheck';

/** Words of the check without login. */
export const precheck: typeof zh = {
  title: 'Which tier fits me?',
  intro: 'A few figures against the tiers announced in 2020. No login, nothing kept.',
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
  submit: 'Compare',
  again: 'Change the figures',
  answerTitle: 'Result',
  register: 'Register a store and keep real figures',
};
