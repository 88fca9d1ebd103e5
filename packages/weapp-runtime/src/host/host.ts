import type { CompiledBuild } from '../compile/build';
import type { PageStack } from './page-stack';
import type { Screen } from './screen';
import type { SetDataMeter } from './set-data-meter';
import type { DeviceStorage, Entry, LaunchOptions, SharedCard, TemporaryFiles } from './types';

/** A hook a program registered with `App({…})`. */
export type AppDefinition = Readonly<Record<string, unknown>>;

/** State of the device that a test or the desk may turn. */
export interface DeviceState {
  isOnline: boolean;
  /** Whether the screen stays on (`wx.setKeepScreenOn`). */
  isKeptOn: boolean;
  clipboard: string;
  /** Paths of pictures saved to the album. */
  readonly album: string[];
  /** What the next file choosers give, in order; an empty list means the person leaves them. */
  readonly offeredFiles: { name: string; bytes: Uint8Array }[][];
  /** What the person answers to subscribe messages; a template without an answer is rejected. */
  readonly subscriptions: Map<string, 'accept' | 'reject' | 'ban'>;
}

/** What all parts of one launched program share. */
export interface Host {
  readonly build: CompiledBuild;
  readonly options: LaunchOptions;
  readonly window: Window;
  /** How the program was launched. */
  readonly entry: Entry;
  /** How it was opened the last time; a card opens a running program again. */
  readonly lastEntry: Entry;
  readonly screen: Screen;
  readonly meter: SetDataMeter;
  readonly stack: PageStack;
  readonly storage: DeviceStorage;
  readonly device: DeviceState;
  readonly files: TemporaryFiles;
  /** Everything that went wrong in the program, in order. */
  readonly errors: unknown[];
  /** Keeps a fault of the program and tells App and whoever listens for faults (`wx.onError`). */
  readonly report: (error: unknown) => void;
  /** Runs something of the program; its fault is kept, not thrown. */
  readonly guard: (run: () => void) => void;
  /** Calls a hook of the program's App when it has one. */
  readonly callApp: (hook: string, argument: unknown) => void;
  /** Lists of listeners by the name of the function that adds to them (`onNetworkStatusChange`). */
  readonly listeners: (name: string) => Set<(value: unknown) => void>;
  /** Tells the program that WeChat opens it at a page. */
  readonly enter: (path: string, scene: number) => void;
  readonly shared: (card: SharedCard) => void;
}
