import type { Host } from '../host';
import { textOf, wxCall, WxFailure } from './call';
import { PRIVACY_KEY } from './privacy';

/** WeChat's limit for the value of one key. */
const MAX_VALUE_BYTES = 1024 * 1024;
/** WeChat's limit for all values of a program on one device. */
export const MAX_TOTAL_BYTES = 10 * 1024 * 1024;

const sizeOf = (json: string): number => new TextEncoder().encode(json).length;

/** Values on the device. They are stored as JSON, so the program never gets the same object back. */
export function storage(host: Host): Record<string, unknown> {
  const device = host.storage;
  const get = (key: string): unknown => {
    const json = device.get(key);
    return json === undefined ? '' : (JSON.parse(json) as unknown);
  };
  const set = (key: string, data: unknown): void => {
    const json = JSON.stringify(data);
    if (sizeOf(json) > MAX_VALUE_BYTES) throw new WxFailure('entry size limit reached');
    const others = device.keys().filter((other) => other !== key);
    const held = others.reduce((sum, other) => sum + sizeOf(device.get(other) ?? ''), 0);
    if (held + sizeOf(json) > MAX_TOTAL_BYTES) throw new WxFailure('exceed storage max size 10Mb');
    device.set(key, json);
  };
  const keys = (): string[] => device.keys().filter((key) => key !== PRIVACY_KEY);
  const info = (): object => ({ keys: keys(), currentSize: 0, limitSize: 10_240 });
  const clear = (): void => keys().forEach((key) => device.delete(key));
  return {
    getStorageSync: get,
    setStorageSync: set,
    removeStorageSync: (key: string) => device.delete(key),
    clearStorageSync: clear,
    getStorageInfoSync: info,
    getStorage: wxCall(
      'getStorage',
      ({ key }) => {
        if (device.get(textOf(key)) === undefined) throw new WxFailure('data not found');
        return { data: get(textOf(key)) };
      },
      host.guard,
    ),
    setStorage: wxCall('setStorage', ({ key, data }) => set(textOf(key), data), host.guard),
    removeStorage: wxCall('removeStorage', ({ key }) => device.delete(textOf(key)), host.guard),
    clearStorage: wxCall('clearStorage', clear, host.guard),
  };
}
