import type { CompiledBuild } from '../compile/build';

/**
 * Carries a call to a cloud function; rejects when there is no way to the cloud.
 * @param isIdentified whether WeChat says who calls; in the single page of Moments it does not
 */
export type CloudTransport = (
  name: string,
  event: unknown,
  isIdentified: boolean,
) => Promise<{
  readonly result?: unknown;
  readonly errCode?: number | undefined;
  readonly errMsg?: string | undefined;
}>;

/**
 * Puts bytes into the cloud's storage. @returns the file's ID; rejects when it is not stored
 * @param isIdentified as for a call
 */
export type CloudUpload = (
  cloudPath: string,
  bytes: Uint8Array,
  isIdentified: boolean,
) => Promise<string>;

/** What a device keeps between two launches: text by key. */
export interface DeviceStorage {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  delete(key: string): void;
  keys(): string[];
}

/** How WeChat opened the program. */
export interface Entry {
  /** Page, without a leading slash. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** 1001 from the list, 1007 a card in a chat, 1154 the single page of Moments, … */
  readonly scene: number;
}

/** A file that a person could choose. */
export interface DeviceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a launch needs. */
export interface LaunchOptions {
  readonly build: CompiledBuild;
  /** The screen of the phone: the program is drawn into it. */
  readonly container: HTMLElement;
  readonly cloud: CloudTransport;
  readonly upload?: CloudUpload;
  /** Default: an empty device. */
  readonly storage?: DeviceStorage;
  /** `/page?query`; default is the first page of app.json. */
  readonly path?: string;
  readonly scene?: number;
  /** Whether the phone has a network at the launch; default true. */
  readonly isOnline?: boolean;
  /** Apply styles; default true. jsdom has no layout, so tests leave them out. */
  readonly styles?: boolean;
  /** Milliseconds of the program's clock; default is the machine's. */
  readonly clock?: () => number;
  /** BCP 47 tag as WeChat says it (`zh_CN`, `en`). */
  readonly language?: string;
  /** Called with every fault of the program, as it happens. */
  readonly onError?: (error: unknown) => void;
  /** Called whenever a card was shared. */
  readonly onShare?: (card: SharedCard) => void;
  /** Called when a page was shown or its title changed. */
  readonly onNavigate?: (place: Place) => void;
}

/** Where the program is. */
export interface Place {
  /** `/page?query` as it could be opened again. */
  readonly path: string;
  readonly title: string;
  /** Pages below the shown one. */
  readonly below: number;
}

/** What WeChat puts into a chat. */
export interface SharedCard {
  readonly title: string;
  /** `/page?query`. */
  readonly path: string;
  readonly imageUrl: string | null;
}

/** A temporary file, by its path. */
export type TemporaryFiles = Map<string, Uint8Array>;
