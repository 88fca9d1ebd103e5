import type { CompiledBuild } from '../compile/build';

/**
 * Carries a call to a cloud function; rejects when the cloud cannot be reached.
 * @param isIdentified false in the single page of Moments, where WeChat does not identify the caller
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
 * Stores a file in the cloud; rejects when it is not stored.
 * @param isIdentified as for a call
 * @returns the file's ID
 */
export type CloudUpload = (
  cloudPath: string,
  bytes: Uint8Array,
  isIdentified: boolean,
) => Promise<string>;

/** What a device keeps between two launches: texts by key. */
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

/** A file that can be chosen. */
export interface DeviceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How a program is launched. */
export interface LaunchOptions {
  readonly build: CompiledBuild;
  /** The element that the phone's screen is drawn into. */
  readonly container: HTMLElement;
  readonly cloud: CloudTransport;
  readonly upload?: CloudUpload;
  /** Default: an empty storage. */
  readonly storage?: DeviceStorage;
  /** `/page?query`; default is the first page of app.json. */
  readonly path?: string;
  readonly scene?: number;
  /** Whether the phone is connected at the launch; default true. */
  readonly isOnline?: boolean;
  /** Whether a canvas gives a picture; default true. */
  readonly canDraw?: boolean;
  /** Whether to apply styles; default true. Tests in jsdom leave them out: it has no layout. */
  readonly styles?: boolean;
  /** The program's clock, in milliseconds since 1970; default is the machine's. */
  readonly clock?: () => number;
  /** The device's time zone, in minutes ahead of UTC; default is the machine's. */
  readonly zoneMinutes?: number;
  /** How WeChat looks; a program without `darkmode` stays light. Default: light. */
  readonly theme?: 'light' | 'dark';
  /** WeChat's font size as a multiple of the standard one; default 1. */
  readonly fontScale?: number;
  /** Language as WeChat writes it (`zh_CN`, `en`); default `zh_CN`. */
  readonly language?: string;
  /** Called with every error of the program. */
  readonly onError?: (error: unknown) => void;
  /** Called with every shared card. */
  readonly onShare?: (card: SharedCard) => void;
  /** Called when a page is shown or its title changes. */
  readonly onNavigate?: (place: Place) => void;
}

/** The page that a program shows. */
export interface Place {
  /** `/page?query`, which opens the page again. */
  readonly path: string;
  readonly title: string;
  /** Number of pages below the shown one. */
  readonly below: number;
}

/** A card in a chat. */
export interface SharedCard {
  readonly title: string;
  /** `/page?query`. */
  readonly path: string;
  readonly imageUrl: string | null;
}

/** The temporary files of a program, by path. */
export type TemporaryFiles = Map<string, Uint8Array>;
