import type { follows as zh } from '../zh-CN/follows';

/** Words of the list of followed stores. */
export const follows: typeof zh = {
  title: 'Stores I follow',
  section: {
    onAir: 'On air now',
    next: 'Coming up',
    quiet: 'Nothing planned yet',
    hidden: 'Not public for now',
  },
  emptyTitle: 'You follow no store yet',
  emptyNote: 'Tap Follow on the page of a store or a session, and see here who is on air.',
  look: 'Look around',
  nobody: 'Nobody was identified, so no store is followed. Open this in WeChat.',
  hidden: 'The pages of this store are not public for now',
  hiddenNote: (since) => `Followed ${since}; it comes back when it is public again`,
  unfollow: 'Unfollow',
  note: 'Following sends no messages, and stores see a number only. To unfollow, open the store.',
};
