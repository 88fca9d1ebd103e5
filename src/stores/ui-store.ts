import { makeAutoObservable } from 'mobx';

import { isLang, type Lang } from '../domain/lang';
import { addMinutes, CHINA_ZONE_MINUTES, type ChinaDay, chinaDayOf } from '../domain/time';
import type { Adapters, ConfirmWords } from '../platform/types';
import type { Settings } from './settings';

type PrivateOf = 'adapters' | 'settings' | 'askTime' | 'ticking' | 'wasAway' | 'hasAsked';

/** A tick that is later came after a sleep, or the device's clock was set. */
const MAX_LATE_MINUTES = 2;

function isAbroad({ clock }: Adapters): boolean {
  return clock.zoneMinutes() !== CHINA_ZONE_MINUTES;
}

/** What the interface itself needs: language, network, the time, short messages, moving on. */
export class UiStore {
  lang: Lang;
  isOffline: boolean;
  /** A text that the device did not copy, shown to be selected; null for none. */
  uncopied: string | null = null;
  /** Now by the cloud's clock: moves on while the program is in front, see `startClock`. */
  now: string;
  /** Whether clock times of China differ from those on this device. */
  isAbroad: boolean;
  private ticking: ReturnType<typeof setInterval> | null = null;
  private wasAway = false;
  private hasAsked = false;

  constructor(
    private readonly adapters: Adapters,
    private readonly settings: Settings,
    /** Asks the cloud for the time. */
    private readonly askTime: () => Promise<unknown>,
  ) {
    const kept = settings.lang;
    this.lang = isLang(kept) ? kept : 'zh-CN';
    this.isOffline = !adapters.network.isOnline();
    this.now = adapters.clock.now();
    this.isAbroad = isAbroad(adapters);
    makeAutoObservable<this, PrivateOf>(this, {
      adapters: false,
      settings: false,
      askTime: false,
      ticking: false,
      wasAway: false,
      hasAsked: false,
    });
    adapters.clock.onCorrection(() => this.tick());
  }

  /** Today in China: changes at midnight there and not with every tick. */
  get today(): ChinaDay {
    return chinaDayOf(this.now);
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

  /** Takes the time and the time zone. */
  tick(): void {
    this.now = this.adapters.clock.now();
    this.isAbroad = isAbroad(this.adapters);
  }

  /** Lets `now` follow the clock at once and every `everyMs` milliseconds. */
  startClock(everyMs: number): void {
    if (this.ticking !== null) clearInterval(this.ticking);
    // The device's clock may have been set while another program was in front.
    if (this.wasAway) this.doubt(this.now);
    this.tick();
    this.ticking = setInterval(() => this.tickAfter(everyMs), everyMs);
  }

  /** Stops `now`. */
  stopClock(): void {
    if (this.ticking !== null) clearInterval(this.ticking);
    this.ticking = null;
    this.wasAway = true;
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

  /**
   * Puts text on the clipboard. A text that the device refuses is shown to be selected.
   * @param copied the words for a success
   */
  async copy(text: string, copied: string): Promise<void> {
    if (await this.adapters.feedback.copy(text)) this.toast(copied);
    else this.setUncopied(text);
  }

  /** How far a jump may lead into WeChat Channels. */
  get channelsJump() {
    return this.adapters.channels.jump;
  }

  /**
   * Opens the live room of an account on WeChat Channels, or its profile where no jump leads to live
   * rooms. Where it does not open, the account's name is copied.
   * @param failed the words for that
   */
  async openChannels(
    { finderUserName, accountName }: { finderUserName: string; accountName: string },
    failed: string,
    to: 'profile' | 'live' = 'live',
  ): Promise<void> {
    const { channels } = this.adapters;
    const target = channels.jump === 'live' ? to : 'profile';
    const isOpened = await channels.open(finderUserName, target);
    if (!isOpened) await this.copy(accountName, failed);
  }

  /** Shows a text that could not be copied; null closes it. */
  setUncopied(text: string | null): void {
    this.uncopied = text;
  }

  /** Opens the privacy guide that WeChat keeps; false where there is none. */
  openPrivacyGuide(): Promise<boolean> {
    return this.adapters.feedback.openPrivacyGuide();
  }

  /** Hands a file over, from a tap of the person; false when the device refused. */
  handOver(name: string, text: string): Promise<boolean> {
    return this.adapters.files.handOver(name, text);
  }

  /** Keeps the screen on, or no longer; whether it stays on. */
  keepScreenOn(isOn: boolean): Promise<boolean> {
    return this.adapters.screen.keepOn(isOn);
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

  private tickAfter(everyMs: number): void {
    const { clock } = this.adapters;
    const expected = addMinutes(this.now, everyMs / 60_000);
    const isSet = clock.now() <= this.now || clock.now() > addMinutes(expected, MAX_LATE_MINUTES);
    if (isSet) this.doubt(expected);
    this.tick();
    // What the pages read usually tells the time; a page that reads nothing has to ask.
    if (!clock.isInDoubt || this.hasAsked || !this.adapters.network.isOnline()) return;
    this.hasAsked = true;
    void this.askTime();
  }

  private doubt(earliest: string): void {
    this.hasAsked = false;
    this.adapters.clock.doubt(earliest);
  }

  /** The choice of language is kept: it belongs to the device, not to a person. */
  reset(): void {
    this.isOffline = !this.adapters.network.isOnline();
    this.tick();
  }
}
