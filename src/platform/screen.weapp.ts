import Taro from '@tarojs/taro';

import type { ScreenPort } from './types';

/** WeChat lets the screen go off again by itself once the program is left. */
export function createScreen(): ScreenPort {
  return {
    async keepOn(isOn) {
      try {
        await Taro.setKeepScreenOn({ keepScreenOn: isOn });
        return isOn;
      } catch {
        return false;
      }
    },
  };
}
