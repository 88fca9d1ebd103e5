import type { Host } from '../host';

/**
 * Makes missing members of an object fail with their full name, so that a test cannot pass because
 * something is undefined. The error is also reported, because a program may catch it.
 * @param path how a program writes the object (`wx.cloud`)
 */
export function failingByName<T extends object>(host: Host, path: string, members: T): T {
  return new Proxy(members, {
    get: (own, name) => {
      if (typeof name === 'symbol' || name in own) return Reflect.get(own, name) as unknown;
      const error = new Error(`weapp-runtime has no ${path}.${name}`);
      host.report(error);
      throw error;
    },
  });
}
