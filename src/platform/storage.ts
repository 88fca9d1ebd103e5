import Taro from '@tarojs/taro';

import type { StoragePort } from './types';

/** Keys are few and small; the synchronous calls let the first screen show a copy at once. */
export function createStorage(): StoragePort {
  return {
    get(key) {
      try {
        const value: unknown = Taro.getStorageSync(key);
        // WeChat gives '' for a key that is not there.
        return value === '' || value === undefined ? null : value;
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        Taro.setStorageSync(key, value);
        return true;
      } catch {
        return false;
      }
    },
    keys() {
      try {
        return Taro.getStorageInfoSync().keys;
      } catch {
        return [];
      }
    },
    remove(key) {
      try {
        Taro.removeStorageSync(key);
      } catch {
        // A store that cannot be written to has nothing to remove.
      }
    },
  };
}
