import { hearNetwork } from './hear-network';
import type { NetworkPort } from './types';

/** Follows the device's network. Until the device says otherwise there is one. */
export function createNetwork(): NetworkPort {
  let isOnline = true;
  const listeners = new Set<(isOnline: boolean) => void>();
  const hear = (next: boolean): void => {
    if (next === isOnline) return;
    isOnline = next;
    listeners.forEach((listener) => listener(next));
  };
  hearNetwork(hear);
  return {
    isOnline: () => isOnline,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
