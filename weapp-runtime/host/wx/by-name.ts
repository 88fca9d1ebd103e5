/**
 * An object of `wx` whose missing names fail with their full name: a test must not pass because
 * something was silently undefined.
 * @param path how a program writes the object (`wx.cloud`)
 */
export const failingByName = <T extends object>(path: string, members: T): T =>
  new Proxy(members, {
    get: (own, name) => {
      if (typeof name === 'symbol' || name in own) return Reflect.get(own, name) as unknown;
      throw new Error(`weapp-runtime has no ${path}.${name}`);
    },
  });
