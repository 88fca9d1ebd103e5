import Taro from '@tarojs/taro';

import type { SharePort } from './types';

/** In WeChat a card is shared by the person's own tap and the page's share hook answers it. */
export function createShare(): SharePort {
  return {
    canPost: false,
    setCard: () => undefined,
    setMenu(isShown) {
      const done = isShown ? Taro.showShareMenu({}) : Taro.hideShareMenu({});
      // A page that Moments opened has no menu to change.
      void done.catch(() => undefined);
    },
    post: () => undefined,
  };
}
