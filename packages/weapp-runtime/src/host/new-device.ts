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
export function newDevice({ isOnline = true, theme = 'light' }: LaunchOptions): DeviceState {
  return {
    isOnline,
    theme,
    isKeptOn: false,
    clipboard: '',
    album: [],
    sentFiles: [],
    offeredFiles: [],
    ownChannels: new Set(),
    openedChannels: [],
    subscriptions: new Map(),
  };
}

/** The parts of a `Date` that depend on the time zone. */
const ZONED_PARTS = [
  'FullYear',
  'Month',
  'Date',
  'Day',
  'Hours',
  'Minutes',
  'Seconds',
  'Milliseconds',
] as const;

/**
 * A `Date` with the program's clock and time zone; it is otherwise the machine's. Only what reads
 * the zone follows it: texts without a zone, and what sets parts, stay the machine's.
 * @param zoneMinutes minutes ahead of UTC
 */
export function deviceDate(
  clock: () => number = () => Date.now(),
  zoneMinutes?: number,
): DateConstructor {
  const DeviceDate = class extends Date {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [clock()] : args) as [number]));
    }
    static override now(): number {
      return clock();
    }
  };
  if (zoneMinutes !== undefined) {
    const { prototype } = DeviceDate;
    prototype.getTimezoneOffset = () => -zoneMinutes;
    for (const part of ZONED_PARTS) {
      prototype[`get${part}`] = function readPart(this: Date) {
        return new Date(this.getTime() + zoneMinutes * 60_000)[`getUTC${part}`]();
      };
    }
  }
  return DeviceDate as unknown as DateConstructor;
}
