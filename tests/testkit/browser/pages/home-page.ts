import type { Locator } from 'playwright-core';

import type { PhoneApp } from './phone-app';

/** The home tab of a merchant. */
export class HomePage {
  /** Net of the year, abbreviated. */
  readonly net: Locator;
  /** Gap to the next tier. */
  readonly headline: Locator;

  constructor(private readonly app: PhoneApp) {
    this.net = app.find('.home-progress .hl-money__figure');
    this.headline = app.find('.home-progress__headline');
  }

  async record(): Promise<void> {
    await this.app.find('.home-actions__record .hl-button').click();
  }

  async share(): Promise<void> {
    await this.app.find('.home-actions__share .hl-button').click();
  }
}
