import type { DeviceStorage } from './types';

/** A device's storage that lasts as long as the object: hand it to a second launch to restart. */
export function memoryStorage(): DeviceStorage {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key),
    set: (key, value) => void values.set(key, value),
    delete: (key) => void values.delete(key),
    keys: () => [...values.keys()],
  };
}
