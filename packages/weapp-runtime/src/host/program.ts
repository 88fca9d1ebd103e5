import type { DeviceState, Host } from './host';
import type { Page } from './page';
import { NavigationRefused } from './page-stack';
import type { SetDataMeter } from './set-data-meter';
import { shareShownPage, shareShownPageToTimeline } from './share';
import type { SharedCard } from './types';
import { networkType } from './wx/network';

/** Scene of a card in a chat. */
const CARD = 1007;

/** A launched mini program, held as the phone holds it. */
export class Program {
  constructor(
    private readonly host: Host,
    private readonly end: () => void,
  ) {}

  /** The shown page. */
  get page(): Page {
    return this.host.stack.top;
  }

  /** Routes of the open pages, lowest first. */
  get routes(): string[] {
    return this.host.stack.pages.map(({ route }) => route);
  }

  get meter(): SetDataMeter {
    return this.host.meter;
  }

  get device(): Readonly<DeviceState> {
    return this.host.device;
  }

  /** What went wrong in the program since its launch. */
  get errors(): readonly unknown[] {
    return this.host.errors;
  }

  /** The whole screen: page, tab bar and what lies over them. */
  get screen(): HTMLElement {
    return this.host.screen.root;
  }

  /** The phone's back gesture; leaves the program where there is nothing to go back to. */
  back(): void {
    try {
      this.host.stack.navigateBack(1);
    } catch (error) {
      if (!(error instanceof NavigationRefused)) throw error;
      this.hide();
    }
  }

  /** The house in WeChat's bar: from a page opened by a card to the first page. */
  goHome(): void {
    this.host.stack.reLaunch(`/${this.host.build.app.pages[0] ?? ''}`);
  }

  /** Opens a page of the running program, as a card in a chat does. */
  open(path: string): void {
    this.host.enter(path, CARD);
    this.host.stack.reLaunch(path);
  }

  /** The person looks away: another program, the lock screen. */
  hide(): void {
    this.page.call('onHide');
    this.host.callApp('onHide', {});
  }

  /** The person comes back. */
  show(): void {
    this.host.callApp('onShow', { ...this.host.lastEntry });
    this.page.call('onShow');
  }

  /** Bytes of a temporary file, a card's picture for one; undefined when it is not there. */
  temporaryFile(path: string): Uint8Array | undefined {
    return this.host.files.get(path);
  }

  pullDown(): void {
    this.page.pullDown();
  }

  /** Shares from the menu. @returns null where WeChat's menu would offer no sharing */
  share(): SharedCard | null {
    return shareShownPage(this.host, 'menu');
  }

  /** Shares to Moments; null where the page may not be. */
  shareToTimeline(): { title: string; query: string } | null {
    return shareShownPageToTimeline(this.host);
  }

  /** Goes on or off the network and tells the program. */
  setOnline(isOnline: boolean): void {
    this.host.device.isOnline = isOnline;
    const state = { isConnected: isOnline, networkType: networkType(isOnline) };
    this.host
      .listeners('onNetworkStatusChange')
      .forEach((listener) => this.host.guard(() => listener(state)));
  }

  /** Ends the program; what it stored stays on the device. */
  close(): void {
    this.end();
  }
}
