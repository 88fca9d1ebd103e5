import type { SharePort } from './types';

/** In WeChat a card is shared by the person's own tap and the page's share hook answers it. */
export const createShare = (): SharePort => ({
  canPost: false,
  setCard: () => undefined,
  post: () => undefined,
});
