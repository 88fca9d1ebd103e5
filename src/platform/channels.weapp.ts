import Taro from '@tarojs/taro';

import { channelsJump } from './build';
import type { ChannelsPort } from './types';

/** WeChat asks the person before it leaves the program; this names the failure where they decline. */
const CANCELLED = /cancel/i;

/** Jumps to WeChat Channels, as far as the build allows. An older WeChat lacks both interfaces. */
export function createChannels(): ChannelsPort {
  return {
    jump: channelsJump,
    async open(finderUserName, to) {
      try {
        if (to === 'live') await Taro.openChannelsLive({ finderUserName });
        else await Taro.openChannelsUserProfile({ finderUserName });
        return true;
      } catch (failure) {
        return CANCELLED.test(String((failure as { errMsg?: unknown }).errMsg));
      }
    },
  };
}
