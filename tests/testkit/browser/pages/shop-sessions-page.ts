import type { Locator } from 'playwright-core';

import type { PhoneApp } from './phone-app';

/** The page of all sessions of a store, ahead or past, as viewers see it. */
export class ShopSessionsPage {
  /** The tab that is shown. */
  readonly current: Locator;
  readonly rows: Locator;

  constructor(private readonly app: PhoneApp) {
    this.current = app.find('.hl-tabs__tab--current');
    this.rows = app.find('.hl-session');
  }

  /** Opens it from the page of the store. */
  async openAll(): Promise<void> {
    await this.app.find('.hl-row').filter({ hasText: '查看全部' }).last().click();
    await this.current.waitFor();
  }

  async show(tab: '接下来' | '往期'): Promise<void> {
    await this.app.find('.hl-tabs__tab').getByText(tab, { exact: true }).click();
  }

  /** Reads page by page until all are shown. */
  async readAll(): Promise<void> {
    const more = this.app.find('.hl-button').getByText('加载更多');
    while ((await more.count()) > 0) {
      const shown = await this.rows.count();
      await more.click();
      await this.rows.nth(shown).waitFor();
    }
  }
}
