import type { Locator } from 'playwright-core';

import type { PhoneApp } from './phone-app';

/** The road of tiers on any page. */
export class RoadView {
  /** The year's net beside the pin. */
  readonly me: Locator;
  readonly gap: Locator;
  private readonly pin: Locator;

  constructor(app: PhoneApp) {
    this.me = app.find('.hl-road__label--me');
    this.gap = app.find('.hl-road__label--gap');
    this.pin = app.find('.hl-road__pin');
  }

  /** Position of the pin on the road in percent, from its style. */
  async height(): Promise<number> {
    return Number.parseFloat(await this.pin.evaluate((pin) => pin.style.bottom));
  }
}
