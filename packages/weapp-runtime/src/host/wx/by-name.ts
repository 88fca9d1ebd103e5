import type { Host } from '../host';

/**
 * An object of `wx` whose missing names fail with their full name: a test must not pass because
 * something was silently undefined.
 * It is reported, too, because a program may catch it.
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
