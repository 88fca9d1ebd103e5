import type { Locator } from 'playwright-core';

import type { PhoneApp } from './phone-app';

/** The road of tiers, wherever it is drawn. */
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

  /** How far up the road the pin stands, in percent, as the style says. */
  async height(): Promise<number> {
    return Number.parseFloat(await this.pin.evaluate((pin) => pin.style.bottom));
  }
}
