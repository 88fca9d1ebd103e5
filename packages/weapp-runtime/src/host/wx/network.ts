import type { Host } from '../host';
import { wxCall } from './call';

/** The type of the network, as WeChat names it. */
export const networkType = (isOnline: boolean): string => (isOnline ? 'wifi' : 'none');

/** The state of the network, and its changes. */
export function network(host: Host): Record<string, unknown> {
  return {
    getNetworkType: wxCall(
      'getNetworkType',
      () => ({ networkType: networkType(host.device.isOnline) }),
      host.guard,
    ),
    onNetworkStatusChange: (listener: (value: unknown) => void) =>
      void host.listeners('onNetworkStatusChange').add(listener),
    offNetworkStatusChange: (listener?: (value: unknown) => void) => {
      const all = host.listeners('onNetworkStatusChange');
      if (listener) all.delete(listener);
      else all.clear();
    },
  };
}
