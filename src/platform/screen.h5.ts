import type { ScreenPort } from './types';

/** Holds the screen on until it is released; older browsers have none. */
interface WakeLock {
  release(): Promise<void>;
}

interface WakingNavigator {
  readonly wakeLock?: { request(what: 'screen'): Promise<WakeLock> };
}

/** The browser releases its lock by itself once the page is hidden. */
export function createScreen(): ScreenPort {
  let lock: WakeLock | null = null;
  return {
    async keepOn(isOn) {
      try {
        await lock?.release();
        const { wakeLock } = window.navigator as WakingNavigator;
        lock = isOn ? ((await wakeLock?.request('screen')) ?? null) : null;
        return lock !== null;
      } catch {
        return false;
      }
    },
  };
}
