import type { EndpointName, InputOf, OutputOf } from '../contract/endpoints';
import type { CallAnswer } from '../contract/envelope';
import type { Drawing } from '../domain/drawing/commands';
import type { DrawnShareCard } from '../domain/share-card';
import type { ChannelsJump } from './build';

/** The way to the cloud. A call never rejects: every failure is an answer with a code. */
export interface CloudPort {
  /**
   * @param cloudFunction `public` for what needs no identity, `api` for everything else.
   * @param options.requestKey needed by writes; the same key asks again for the first answer.
   */
  call<N extends EndpointName>(
    cloudFunction: 'api' | 'public',
    name: N,
    input: InputOf<N>,
    options?: { requestKey?: string },
  ): Promise<CallAnswer<OutputOf<N>>>;
}

/** The device's small key-value store. A full or broken store never throws: reads give null. */
export interface StoragePort {
  /** The value under `key`, null when there is none. */
  get(key: string): unknown;
  /** Keeps a JSON value; false when the device refused. */
  set(key: string, value: unknown): boolean;
  remove(key: string): void;
  /** Every key; none when the device refuses. */
  keys(): string[];
}

/** The cloud's clock as far as this device knows it, and the device's time zone. */
export interface ClockPort {
  /** Now by the cloud's clock, in UTC with milliseconds; by the device's own before any answer. */
  now(): string;
  /** Minutes by which the device's time zone is ahead of UTC. */
  zoneMinutes(): number;
  /** Whether no answer of the cloud has confirmed the time since the start or since `doubt`. */
  readonly isInDoubt: boolean;
  /**
   * The device's clock may have been set: the next answer decides.
   * @param earliest it is not earlier than this, UTC.
   */
  doubt(earliest?: string): void;
  /** Calls back when an answer moved `now` by a second or more; returns how to stop. */
  onCorrection(listener: () => void): () => void;
}

/** Whether the device has a network. */
export interface NetworkPort {
  isOnline(): boolean;
  /** Calls back at each change; returns how to stop. */
  onChange(listener: (isOnline: boolean) => void): () => void;
}

/** What a confirm dialog says. */
export interface ConfirmWords {
  title: string;
  text: string;
  confirm: string;
  cancel: string;
}

/** Short messages, questions and the clipboard. */
export interface FeedbackPort {
  toast(text: string): void;
  /** True when the person agreed. */
  confirm(words: ConfirmWords): Promise<boolean>;
  /** Puts text on the clipboard; false when the device refused. */
  copy(text: string): Promise<boolean>;
  /** Opens the privacy guide of the program; false when the device has none. */
  openPrivacyGuide(): Promise<boolean>;
}

/** Moving between pages. Paths start with `/` and may carry a query. */
export interface NavigationPort {
  /** Opens a page above this one; a tab page is switched to. */
  open(url: string): void;
  /** Opens a page in place of this one. */
  replace(url: string): void;
  /** Back one page; to the home tab when there is nothing below. */
  back(): void;
  /** Words of the four tabs, in order; kept for the next time the tabs are seen. */
  setTabTexts(texts: readonly string[]): void;
  /** Writes the words again: WeChat takes them only while a tab page is shown. */
  refreshTabTexts(): void;
}

/** Handing a card to the chat. */
export interface SharePort {
  /** Whether `post` does anything; in WeChat only the person's own tap on a share button shares. */
  readonly canPost: boolean;
  /** The card of the page that is shown; null when it has none. */
  setCard(card: DrawnShareCard | null): void;
  /** Whether the program was last opened from a card in a group chat. */
  isFromGroup(): boolean;
  /** Puts the card into the chat beside the frame (H5 only). */
  post(card: DrawnShareCard): void;
}

/** Jumps into WeChat Channels. */
export interface ChannelsPort {
  /** How far a jump may lead; `off` where there is none. */
  readonly jump: ChannelsJump;
  /** Opens an account, from a tap of the person; false when it failed, and not where they declined. */
  open(finderUserName: string, to: 'profile' | 'live'): Promise<boolean>;
}

/** Files for other programs. */
export interface FilePort {
  /** Hands over a text file, from a tap of the person; false when the device refused. */
  handOver(name: string, text: string): Promise<boolean>;
}

/** The device's screen. */
export interface ScreenPort {
  /** Keeps the screen on, or no longer; whether it stays on. */
  keepOn(isOn: boolean): Promise<boolean>;
}

/** Draws pictures out of sight. */
export interface CanvasPort {
  /** Id of the canvas that a page with a card has to show; null where none is needed. */
  readonly elementId: string | null;
  /** Temp file path or data URL; null when the device cannot draw. */
  draw(drawing: Drawing): Promise<string | null>;
}

/** Which data a copy on this device belongs to. */
export interface DeviceScope {
  /** Version of the program, as its people read it. */
  readonly version: string;
  /** Changes with the shape of copies: those of another shape are neither read nor kept. */
  readonly copyShapes: string;
  /** Cloud environment, or `local`. */
  readonly environment: string;
  /** The person as far as the device can tell; one name for all who are not identified. */
  readonly person: string;
  /** Whether the platform identifies the person. */
  readonly isIdentified: boolean;
}

/** Everything stores need from the device and the cloud. */
export interface Adapters {
  cloud: CloudPort;
  storage: StoragePort;
  clock: ClockPort;
  network: NetworkPort;
  feedback: FeedbackPort;
  navigation: NavigationPort;
  share: SharePort;
  channels: ChannelsPort;
  files: FilePort;
  canvas: CanvasPort;
  screen: ScreenPort;
  scope: DeviceScope;
  /** A new key for one intended write: 22 characters of `[A-Za-z0-9_-]`. */
  newRequestKey(): string;
}
