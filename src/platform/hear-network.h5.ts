/**
 * Calls back with the state of the network, now and at each change. Taro listens to the kind of
 * connection only, which does not change when a browser goes offline.
 */
export function hearNetwork(hear: (isOnline: boolean) => void): void {
  window.addEventListener('online', () => hear(true));
  window.addEventListener('offline', () => hear(false));
  hear(window.navigator.onLine);
}
