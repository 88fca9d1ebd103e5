/**
 * Stands in for Taro's imitation of a browser's location, history and URL, which a mini program has
 * no use for: routes come from `useRouter`, moves go through `Taro.navigateTo`. Whoever asks it
 * for anything is told so at once.
 */
function absent(name) {
  return () => {
    throw new Error(`${name} is left out of the mini program: config/no-addresses.js`);
  };
}

class Silent {
  /** Taro tells it about every page. */
  trigger() {}
}

export class Location extends Silent {}
export class History extends Silent {}
export const TaroURLProvider = absent('URL');
export const URLSearchParams = absent('URLSearchParams');
export const parseUrl = absent('parseUrl');
