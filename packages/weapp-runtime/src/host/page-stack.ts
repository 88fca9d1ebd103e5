import { type AppJson, pagesOf } from '../compile/build';
import type { Page } from './page';

/** The number of pages that WeChat keeps open. */
const MAX_OPEN_PAGES = 10;

/** A refusal with WeChat's text, without the name of the call. */
export class NavigationRefused extends Error {}

/** Splits `pages/item/index?id=1`. As in WeChat, values are not decoded. */
export function splitUrl(
  url: string,
  from: string | null,
): { route: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split(/\?(.*)/s);
  const parts = path.startsWith('/') || from === null ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const pairs = search
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    });
  return { route: parts.join('/'), query: Object.fromEntries(pairs) as Record<string, string> };
}

/** What the stack needs of the host. */
export interface StackServices {
  readonly create: (route: string, query: Record<string, string>) => Page;
  /** Called when another page is shown. */
  readonly changed: (page: Page) => void;
}

/** The open pages, with WeChat's rules for them. */
export class PageStack {
  readonly pages: Page[] = [];
  /** As in WeChat, a tab that was opened once stays open while another is shown. */
  private readonly tabs = new Map<string, Page>();
  private readonly routes: ReadonlySet<string>;
  private readonly tabRoutes: ReadonlySet<string>;

  constructor(
    app: AppJson,
    private readonly services: StackServices,
  ) {
    this.routes = new Set(pagesOf(app));
    this.tabRoutes = new Set(app.tabBar?.list.map(({ pagePath }) => pagePath));
  }

  get top(): Page {
    const page = this.pages[this.pages.length - 1];
    if (!page) throw new Error('no page is open');
    return page;
  }

  isTab(route: string): boolean {
    return this.tabRoutes.has(route);
  }

  /** Opens the first page. */
  start(url: string): void {
    const { route, query } = this.target(url, null);
    this.openNew(route, query);
  }

  navigateTo(url: string): void {
    const { route, query } = this.target(url, this.top.route);
    if (this.isTab(route)) throw new NavigationRefused('can not navigateTo a tabbar page');
    if (this.pages.length >= MAX_OPEN_PAGES) {
      throw new NavigationRefused(`webview count limit exceed: ${MAX_OPEN_PAGES} pages are open`);
    }
    this.top.hide();
    this.openNew(route, query);
  }

  redirectTo(url: string): void {
    const { route, query } = this.target(url, this.top.route);
    if (this.isTab(route)) throw new NavigationRefused('can not redirectTo a tabbar page');
    this.closeTop();
    this.openNew(route, query);
  }

  navigateBack(delta: number): void {
    if (this.pages.length <= 1) throw new NavigationRefused('cannot navigate back at first page');
    const count = Math.min(Math.max(1, delta), this.pages.length - 1);
    for (let closed = 0; closed < count; closed += 1) this.closeTop();
    this.top.show();
    this.services.changed(this.top);
  }

  switchTab(url: string): void {
    const { route } = this.target(url, this.top.route);
    if (!this.isTab(route)) throw new NavigationRefused('can not switch to no-tabBar page');
    if (this.top.route === route) return;
    if (this.isTab(this.top.route)) {
      this.top.hide();
      this.pages.pop();
    }
    while (this.pages.length > 0 && !this.isTab(this.top.route)) this.closeTop();
    if (this.pages.length > 0 && this.top.route !== route) this.pages.pop();
    this.openTab(route);
  }

  reLaunch(url: string): void {
    const { route, query } = this.target(url, this.top.route);
    this.closeAll();
    this.openNew(route, query);
  }

  /** Closes every page, including hidden tabs. */
  closeAll(): void {
    while (this.pages.length > 0) this.closeTop();
    for (const page of this.tabs.values()) page.close();
    this.tabs.clear();
  }

  private target(
    url: string,
    from: string | null,
  ): { route: string; query: Record<string, string> } {
    const { route, query } = splitUrl(url, from);
    if (!this.routes.has(route)) throw new NavigationRefused(`page "${route}" is not found`);
    return { route, query };
  }

  private openTab(route: string): void {
    const opened = this.tabs.get(route);
    if (!opened) return this.openNew(route, {});
    if (!this.pages.includes(opened)) this.pages.push(opened);
    opened.show();
    this.services.changed(opened);
  }

  private openNew(route: string, query: Record<string, string>): void {
    const page = this.services.create(route, query);
    this.pages.push(page);
    if (this.isTab(route)) this.tabs.set(route, page);
    page.open();
    this.services.changed(page);
  }

  private closeTop(): void {
    const page = this.pages.pop();
    if (!page) return;
    if (this.tabs.get(page.route) === page) this.tabs.delete(page.route);
    page.close();
  }
}
