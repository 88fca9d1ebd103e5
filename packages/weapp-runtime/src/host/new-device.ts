import { splitUrl } from './page-stack';
import type { DeviceState } from './host';
import type { Entry, LaunchOptions } from './types';

/** Scene of a program that is opened from the list of programs. */
const DEFAULT_SCENE = 1001;

/** How a launch opens the program. */
export function entryOf({ path, scene, build }: LaunchOptions): Entry {
  const { route, query } = splitUrl(path ?? build.app.pages[0] ?? '', null);
  return { path: route, query, scene: scene ?? DEFAULT_SCENE };
}

/** A device in its first state. */
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

/** A `Date` whose present is the program's clock; it is otherwise the machine's. */
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
