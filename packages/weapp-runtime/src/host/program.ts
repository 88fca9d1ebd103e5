import type { DeviceState, Host } from './host';
import type { Page } from './page';
import { NavigationRefused } from './page-stack';
import type { SetDataMeter } from './set-data-meter';
import { shareShownPage, shareShownPageToTimeline } from './share';
import { drawTabs } from './tab-bar';
import type { SharedCard } from './types';
import { networkType } from './wx/network';

/** Scene of a program that is opened by a card in a chat. */
const CARD_SCENE = 1007;

/** A launched mini program, with what a phone can do to it. */
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

  /** Counts what setData carries. */
  get meter(): SetDataMeter {
    return this.host.meter;
  }

  /** The state of the device, which a test may change. */
  get device(): Readonly<DeviceState> {
    return this.host.device;
  }

  /** Every error of the program since its launch. */
  get errors(): readonly unknown[] {
    return this.host.errors;
  }

  /** The whole screen: page, tab bar and overlays. */
  get screen(): HTMLElement {
    return this.host.screen.root;
  }

  /** The back gesture; on the first page it leaves the program. */
  back(): void {
    try {
      this.host.stack.navigateBack(1);
    } catch (error) {
      if (!(error instanceof NavigationRefused)) throw error;
      this.hide();
    }
  }

  /** The home button in WeChat's bar: opens the first page instead of all others. */
  goHome(): void {
    this.host.stack.reLaunch(`/${this.host.build.app.pages[0] ?? ''}`);
  }

  /** Opens a page of the running program, as a card in a chat does. */
  open(path: string): void {
    this.host.enter(path, CARD_SCENE);
    this.host.stack.reLaunch(path);
  }

  /** Puts the program into the background. */
  hide(): void {
    this.page.call('onHide');
    this.host.callApp('onHide', {});
  }

  /** Brings the program back. */
  show(): void {
    this.host.callApp('onShow', { ...this.host.lastEntry });
    this.page.call('onShow');
  }

  /** Bytes of a temporary file, such as the picture of a card; undefined when it does not exist. */
  temporaryFile(path: string): Uint8Array | undefined {
    return this.host.files.get(path);
  }

  /** Pulls the shown page down. */
  pullDown(): void {
    this.page.pullDown();
  }

  /** Shares from the menu. @returns null when WeChat's menu would not offer it */
  share(): SharedCard | null {
    return shareShownPage(this.host, 'menu');
  }

  /** Shares to Moments. @returns null when WeChat's menu would not offer it */
  shareToTimeline(): { title: string; query: string } | null {
    return shareShownPageToTimeline(this.host);
  }

  /** Connects or disconnects the network, and calls the program's listeners. */
  setOnline(isOnline: boolean): void {
    this.host.device.isOnline = isOnline;
    const state = { isConnected: isOnline, networkType: networkType(isOnline) };
    this.host
      .listeners('onNetworkStatusChange')
      .forEach((listener) => this.host.guard(() => listener(state)));
  }

  /** Makes WeChat look so; a program with `darkmode` follows, and its style sheets ask the browser. */
  setTheme(theme: DeviceState['theme']): void {
    this.host.device.theme = theme;
    drawTabs(this.host);
  }

  /** Whether no frame is pending and no timeout of the program is due within so many ms. */
  isQuietFor(ms: number): boolean {
    return this.host.isQuietFor(ms);
  }

  /** Ends the program; its storage stays on the device. */
  close(): void {
    this.end();
  }
}
