import Taro from '@tarojs/taro';

/** Calls back with the state of the network, now and at each change. */
export function hearNetwork(hear: (isOnline: boolean) => void): void {
  Taro.onNetworkStatusChange(({ isConnected }) => hear(isConnected));
  void Taro.getNetworkType().then(
    ({ networkType }) => hear(networkType !== 'none'),
    () => undefined,
  );
}
