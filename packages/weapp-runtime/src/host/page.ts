import type { AssociatedBackend, CodeSpace } from 'glass-easel-miniprogram-adapter';

import type { ComponentJson } from '../compile/build';
import type { Screen } from './screen';

type Root = ReturnType<AssociatedBackend['createRoot']>;

/** The page object of the program (`this` in its hooks). */
export interface PageInstance {
  route: string;
  options: Record<string, string>;
  data: Record<string, unknown>;
  [member: string]: unknown;
}

/** What a page needs to open. */
export interface PageParts {
  readonly backend: AssociatedBackend;
  readonly space: CodeSpace;
  readonly screen: Screen;
  readonly config: ComponentJson;
  /** The page's own CSS; '' for none. */
  readonly style: string;
  readonly guard: (run: () => void) => void;
  readonly nextFrame: (run: () => void) => void;
  /** Counts an event that crosses to the program. */
  readonly countEvent: () => void;
}

/** Distance from the end at which a page has reached its bottom, px. */
const REACH_BOTTOM_DISTANCE = 50;

/** A page of the stack, from onLoad to onUnload. */
export class Page {
  readonly instance: PageInstance;
  /** The element that scrolls. */
  readonly view: HTMLElement;
  title: string;
  /** False after `wx.hideShareMenu`. */
  isShareMenuShown = true;
  private readonly root: Root;
  private readonly styleElement: HTMLStyleElement | null;
  private isReady = false;
  private isClosed = false;
  private reachedAt: number | null = null;

  constructor(
    readonly route: string,
    readonly query: Readonly<Record<string, string>>,
    private readonly parts: PageParts,
  ) {
    const { screen, config } = parts;
    this.title = config.navigationBarTitleText ?? '';
    this.styleElement = screen.addStyle(parts.style);
    this.view = screen.pages.ownerDocument.createElement('div');
    this.view.className = 'wx-page-view';
    this.view.dataset.route = route;
    screen.pages.append(this.view);
    this.root = parts.backend.createRoot('wx-page', parts.space, route);
    this.instance = this.root.get() as unknown as PageInstance;
    this.instance.route = route;
    this.instance.options = { ...query };
  }

  /** Loads and draws the page, then shows it. */
  open(): void {
    this.call('onLoad', { ...this.query });
    const placeholder = this.view.ownerDocument.createElement('div');
    this.view.append(placeholder);
    this.root.attach(this.view as never, placeholder as never);
    this.view.addEventListener('scroll', () => this.handleScroll());
    this.show();
    this.parts.nextFrame(() => {
      if (this.isClosed) return;
      this.isReady = true;
      this.call('onReady');
    });
  }

  show(): void {
    this.view.hidden = false;
    if (this.styleElement) this.styleElement.media = 'all';
    this.call('onShow');
  }

  hide(): void {
    this.view.hidden = true;
    if (this.styleElement) this.styleElement.media = 'not all';
    this.call('onHide');
  }

  close(): void {
    this.call('onUnload');
    this.isClosed = true;
    this.root.release();
    this.view.remove();
    this.styleElement?.remove();
  }

  /** Pulls the page down; this has an effect only if its JSON enables it. */
  pullDown(): void {
    if (this.parts.config.enablePullDownRefresh === true) this.call('onPullDownRefresh');
  }

  /** Whether the first frame of the page was drawn. */
  get wasDrawn(): boolean {
    return this.isReady;
  }

  /** Whether the page has a hook. */
  has(hook: string): boolean {
    return typeof this.instance[hook] === 'function';
  }

  /** Calls a hook, if the page has it. @returns its result */
  call(hook: string, ...args: unknown[]): unknown {
    const method = this.instance[hook];
    if (typeof method !== 'function') return undefined;
    let result: unknown;
    this.parts.guard(() => {
      result = (method as (...all: unknown[]) => unknown).apply(this.instance, args);
    });
    return result;
  }

  /** `/route?query`, which opens the page again. */
  get path(): string {
    const pairs = Object.entries(this.query).map(([key, value]) => `${key}=${value}`);
    return `/${this.route}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
  }

  private handleScroll(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.view;
    // A page without the hook is not called.
    if (this.has('onPageScroll')) this.parts.countEvent();
    this.call('onPageScroll', { scrollTop });
    const reach = this.parts.config.onReachBottomDistance ?? REACH_BOTTOM_DISTANCE;
    const isAtBottom = scrollTop + clientHeight >= scrollHeight - reach;
    // The hook runs once for each height: a page that has grown has a new bottom.
    if (isAtBottom && this.reachedAt !== scrollHeight) this.call('onReachBottom');
    this.reachedAt = isAtBottom ? scrollHeight : null;
  }
}
