import type { Host } from '../host';

/** WeChat's text where a program calls what only a tap may call. */
export const NO_TAP = 'can only be invoked by user TAP gesture.';

/** Tells whether a tap is being handled. */
export function listenForTaps(host: Host): () => boolean {
  let isTapping = false;
  const begin = (): void => {
    isTapping = true;
    setTimeout(() => {
      isTapping = false;
    });
  };
  host.screen.pages.addEventListener('click', begin, { capture: true });
  return () => isTapping;
}
