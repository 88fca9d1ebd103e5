import type { report as zh } from '../zh-CN/report';
import { reportReason } from './reportReason';

/** Words of reporting a problem. */
export const report: typeof zh = {
  title: 'Report a problem',
  reason: reportReason,
  reasonNote: {
    impersonation: 'Looks like a brand, an institution or an authority',
    my_rights: 'My picture, privacy or work',
  },
  what: 'What did you see',
  words: 'Details',
  wordsHint: (typed, most) => `${typed} / ${most}`,
  placeholder: 'e.g. The name says “official”, but a sole trader runs it',
  chooseReason: 'Choose a reason first',
  needsWords: 'For something else, add a sentence',
  tooLong: (most) => `At most ${most} characters, make it shorter`,
  note: (limit) =>
    `The operator looks at it and does not tell the store who reported. At most ${limit} stores a day. In an emergency call the police, or complain to 12315.`,
  submit: 'Send',
  tooMany: (limit) => `You reported ${limit} stores today. Come back tomorrow; your words are kept`,
  done: 'Received',
  receipt: (number) => `Receipt ${number}`,
  doneNote: 'The operator will look at it. Name the receipt number if you ask about it.',
  copy: 'Copy the number',
  back: 'Back',
  nobody: 'You are not identified: open this in WeChat to report it',
  gone: 'The page to report was not found',
};
