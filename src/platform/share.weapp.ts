import Taro from '@tarojs/taro';

import type { SharePort } from './types';

/** WeChat's number for a card in a group chat. */
const GROUP_SCENE = 1008;

/** In WeChat a card is shared by the person's own tap and the page's share hook answers it. */
export function createShare(): SharePort {
  return {
    canPost: false,
    setCard: () => undefined,
    isFromGroup: () => Taro.getEnterOptionsSync().scene === GROUP_SCENE,
    post: () => undefined,
  };
}
