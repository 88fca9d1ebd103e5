import type { Locator } from 'playwright-core';

import type { PhoneApp } from './phone-app';

/** The home tab of a merchant. */
export class HomePage {
  /** Net of the year, abbreviated. */
  readonly net: Locator;
  /** Gap to the next tier. */
  readonly headline: Locator;

  constructor(private readonly app: PhoneApp) {
    this.net = app.find('.home-strip__progress .hl-money__figure');
    this.headline = app.find('.home-strip__headline');
  }

  async record(): Promise<void> {
    await this.app.find('.home-strip__actions .hl-button').first().click();
  }

  async share(): Promise<void> {
    await this.app.find('.home-strip__actions .hl-button').nth(1).click();
  }
}
