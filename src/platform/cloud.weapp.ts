import Taro from '@tarojs/taro';

import { cloudEnv } from './build';
import { type CallClock, createCloudPort } from './cloud-port';
import type { CloudPort, NetworkPort } from './types';

/** Calls cloud functions through WeChat, which says who the person is. */
export function createCloud(network: NetworkPort, clock: CallClock): CloudPort {
  // Without an environment WeChat takes the account's first one.
  Taro.cloud.init(cloudEnv === '' ? { traceUser: false } : { env: cloudEnv, traceUser: false });
  return createCloudPort(
    async (name, request) => {
      const { result } = await Taro.cloud.callFunction({ name, data: { ...request } });
      return result;
    },
    network,
    clock,
  );
}
