import type { DeviceStorage } from './types';

/** Storage in memory. Two launches with the same object are one program, started twice. */
export function memoryStorage(): DeviceStorage {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key),
    set: (key, value) => void values.set(key, value),
    delete: (key) => void values.delete(key),
    keys: () => [...values.keys()],
  };
}
