import type { Locator } from 'playwright-core';

import type { PhoneApp } from './phone-app';

/** The road of tiers on any page. */
export class RoadView {
  /** The year's net beside the road. */
  readonly me: Locator;
  /** What is missing to the next tier, on its sign. */
  readonly gap: Locator;

  constructor(app: PhoneApp) {
    this.me = app.find('.hl-road__me');
    this.gap = app.find('.hl-road__sign--current .hl-status');
  }

  /** Height of the marker on the road, px above 0, from its style. */
  async height(): Promise<number> {
    return Number.parseFloat(await this.me.evaluate((me) => me.style.bottom));
  }
}
