import { makeAutoObservable } from 'mobx';

import { isLang, type Lang } from '../domain/lang';
import type { Adapters, ConfirmWords } from '../platform/types';
import type { Settings } from './settings';

/** What the interface itself needs: language, network, the time, short messages, moving on. */
export class UiStore {
  lang: Lang;
  isOffline: boolean;
  /** Now as screens show it: moves on while the program is in front, see `startClock`. */
  now: string;
  private ticking: ReturnType<typeof setInterval> | null = null;

  constructor(
    private readonly adapters: Adapters,
    private readonly settings: Settings,
  ) {
    const kept = settings.lang;
    this.lang = isLang(kept) ? kept : 'zh-CN';
    this.isOffline = !adapters.network.isOnline();
    this.now = adapters.clock.now();
    makeAutoObservable<this, 'adapters' | 'settings' | 'ticking'>(this, {
      adapters: false,
      settings: false,
      ticking: false,
    });
  }

  /** Version of the program. */
  get version(): string {
    return this.adapters.scope.version;
  }

  /** Whether the platform identifies the person, so that they can have records. */
  get isIdentified(): boolean {
    return this.adapters.scope.isIdentified;
  }

  setLang(lang: Lang): void {
    this.lang = lang;
    this.settings.lang = lang;
  }

  setOffline(isOffline: boolean): void {
    this.isOffline = isOffline;
  }

  /** Takes the time from the device's clock. */
  tick(): void {
    this.now = this.adapters.clock.now();
  }

  /** Lets `now` follow the device's clock every `everyMs` milliseconds. */
  startClock(everyMs: number): void {
    this.stopClock();
    this.tick();
    this.ticking = setInterval(() => this.tick(), everyMs);
  }

  /** Stops `now`. */
  stopClock(): void {
    if (this.ticking !== null) clearInterval(this.ticking);
    this.ticking = null;
  }

  /**
   * Follows the network; returns how to stop. The network may have changed between the creation of
   * this store and the first screen, so it is read once more.
   */
  followNetwork(): () => void {
    this.setOffline(!this.adapters.network.isOnline());
    return this.adapters.network.onChange((isOnline) => this.setOffline(!isOnline));
  }

  toast(text: string): void {
    this.adapters.feedback.toast(text);
  }

  /** True when the person agreed. */
  confirm(words: ConfirmWords): Promise<boolean> {
    return this.adapters.feedback.confirm(words);
  }

  /** Puts text on the clipboard; false when the device refused. */
  copy(text: string): Promise<boolean> {
    return this.adapters.feedback.copy(text);
  }

  /** Opens a page by its URL (`PATHS`); a tab page is switched to. */
  open(url: string): void {
    this.adapters.navigation.open(url);
  }

  /** Opens a page in place of this one. */
  replace(url: string): void {
    this.adapters.navigation.replace(url);
  }

  /** Back one page. */
  back(): void {
    this.adapters.navigation.back();
  }

  /** Sets the words of the four tabs, in order. */
  setTabTexts(texts: readonly string[]): void {
    this.adapters.navigation.setTabTexts(texts);
  }

  /** Words the tab bar again; a tab page that may be shown first calls it when it is shown. */
  refreshTabTexts(): void {
    this.adapters.navigation.refreshTabTexts();
  }

  /** The choice of language is kept: it belongs to the device, not to a person. */
  reset(): void {
    this.isOffline = !this.adapters.network.isOnline();
    this.tick();
  }
}
