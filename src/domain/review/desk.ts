import type { ReviewKind, ReviewList } from './review';

/** The lists of the desk in their order. */
export const DESK_LISTS = {
  waiting: { kind: 'identity', list: 'waiting' },
  due: { kind: 'identity', list: 'due' },
  words: { kind: 'words', list: 'waiting' },
  report: { kind: 'report', list: 'waiting' },
  suspended: { kind: 'report', list: 'suspended' },
  returned: { kind: 'identity', list: 'returned' },
} as const satisfies Record<string, { kind: ReviewKind; list: ReviewList }>;
/** One of {@link DESK_LISTS}. */
export type DeskList = keyof typeof DESK_LISTS;

/** The lists that are counted: what a verifier has to do. */
export const COUNTED_LISTS = ['waiting', 'due', 'words', 'report', 'suspended'] as const;
/** One of {@link COUNTED_LISTS}. */
export type CountedList = (typeof COUNTED_LISTS)[number];

/** Reviews of a list that are counted at most: from here on there are "99 and more". */
export const MAX_COUNTED_REVIEWS = 100;

/** How long a verifier holds a review that they opened, in minutes. */
export const HOLD_MINUTES = 15;
