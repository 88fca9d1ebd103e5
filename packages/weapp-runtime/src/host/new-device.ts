import { splitUrl } from './page-stack';
import type { DeviceState } from './host';
import type { Entry, LaunchOptions } from './types';

/** Scene of an opening from the list of programs. */
const USUAL_SCENE = 1001;

/** How a launch opens the program. */
export function entryOf({ path, scene, build }: LaunchOptions): Entry {
  const { route, query } = splitUrl(path ?? build.app.pages[0] ?? '', null);
  return { path: route, query, scene: scene ?? USUAL_SCENE };
}

/** A device nobody has used yet. */
export function newDevice(isOnline: boolean): DeviceState {
  return {
    isOnline,
    isKeptOn: false,
    clipboard: '',
    album: [],
    offeredFiles: [],
    subscriptions: new Map(),
  };
}

/** The program's clock: `new Date()` and `Date.now()` follow it, all else is the machine's. */
export function clockedDate(clock: () => number): DateConstructor {
  return class extends Date {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [clock()] : args) as [number]));
    }
    static override now(): number {
      return clock();
    }
  } as unknown as DateConstructor;
}
