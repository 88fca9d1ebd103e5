/**
 * Replaces Taro's imitation of a browser's location, history and URL, which a mini program does not
 * need: routes come from `useRouter`, and navigation uses `Taro.navigateTo`. Any use of it throws.
 */
function absent(name) {
  return () => {
    throw new Error(`${name} is left out of the mini program: config/no-addresses.js`);
  };
}

class Silent {
  /** Taro calls it for every page. */
  trigger() {}
}

export class Location extends Silent {}
export class History extends Silent {}
export const TaroURLProvider = absent('URL');
export const URLSearchParams = absent('URLSearchParams');
export const parseUrl = absent('parseUrl');
