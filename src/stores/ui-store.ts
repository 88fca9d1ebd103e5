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

  /** Whether somebody uses the program of whom anything can be known. */
  get isSomebody(): boolean {
    return this.adapters.scope.person !== 'nobody';
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

  /** Lets `now` stand still. */
  stopClock(): void {
    if (this.ticking !== null) clearInterval(this.ticking);
    this.ticking = null;
  }

  /**
   * Follows the network; returns how to stop. The device may have said that there is none between
   * the making of this store and the first screen, so it is asked once more.
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

  /** Opens a page (`/pages/shop/index?id=…`); a tab page is switched to. */
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

  /** Words the tab bar again; a tab page that may be shown first calls it when it is shown. */
  refreshTabTexts(): void {
    this.adapters.navigation.refreshTabTexts();
  }

  /** A choice of language is kept: it is nobody's record. */
  reset(): void {
    this.isOffline = !this.adapters.network.isOnline();
    this.tick();
  }
}
