import type { SharePort } from './types';

/** In WeChat a card is shared by the person's own tap and the page's share hook answers it. */
export function createShare(): SharePort {
  return {
    canPost: false,
    setCard: () => undefined,
    post: () => undefined,
  };
}
