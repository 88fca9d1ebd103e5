import type { CompiledBuild } from '../compile/build';
import type { PageStack } from './page-stack';
import type { Screen } from './screen';
import type { SetDataMeter } from './set-data-meter';
import type { DeviceStorage, Entry, LaunchOptions, SharedCard, TemporaryFiles } from './types';

/** What a program passed to `App({…})`. */
export type AppDefinition = Readonly<Record<string, unknown>>;

/** State of the device, which a test may change. */
export interface DeviceState {
  isOnline: boolean;
  /** How WeChat looks; only a program with `darkmode` follows it. */
  theme: 'light' | 'dark';
  /** Whether the screen stays on (`wx.setKeepScreenOn`). */
  isKeptOn: boolean;
  clipboard: string;
  /** Paths of pictures saved to the album. */
  readonly album: string[];
  /** Files that were sent into a chat, in order. */
  readonly sentFiles: { name: string; bytes: Uint8Array }[];
  /** Files for the next choosers, in order; without any, or with an empty list, the choice is cancelled. */
  readonly offeredFiles: { name: string; bytes: Uint8Array }[][];
  /** Ids of Channels accounts whose subject is the program's, or associated with it. */
  readonly ownChannels: Set<string>;
  /** What was opened on WeChat Channels, in order. */
  readonly openedChannels: { finderUserName: string; at: 'live' | 'profile' }[];
  /** Answers to requests for subscribe messages, by template; the default is `reject`. */
  readonly subscriptions: Map<string, 'accept' | 'reject' | 'ban'>;
}

/** What the parts of one launched program share. */
export interface Host {
  readonly build: CompiledBuild;
  readonly options: LaunchOptions;
  readonly window: Window;
  /** How the program was launched. */
  readonly entry: Entry;
  /** How it was last opened: a card can open a running program again. */
  readonly lastEntry: Entry;
  readonly screen: Screen;
  readonly meter: SetDataMeter;
  readonly stack: PageStack;
  readonly storage: DeviceStorage;
  readonly device: DeviceState;
  readonly files: TemporaryFiles;
  /** Every error of the program, in order. */
  readonly errors: unknown[];
  /** Records an error of the program and passes it to App and to `wx.onError`. */
  readonly report: (error: unknown) => void;
  /** Runs code of the program; an error is recorded instead of thrown. */
  readonly guard: (run: () => void) => void;
  /** Calls a hook of the program's App, if it has it. */
  readonly callApp: (hook: string, argument: unknown) => void;
  /** Listeners by the name of the function that adds them (`onNetworkStatusChange`). */
  readonly listeners: (name: string) => Set<(value: unknown) => void>;
  /** Runs the hooks for a program that WeChat opens at a page. */
  readonly enter: (path: string, scene: number) => void;
  /** Whether no frame is pending and no timeout of the program is due within so many ms. */
  readonly isQuietFor: (ms: number) => boolean;
  /** Passes a shared card to the launcher. */
  readonly shared: (card: SharedCard) => void;
}
