import type { Locator } from 'playwright-core';

import type { PhoneApp } from './phone-app';
import { RoadView } from './road-view';

/** The page that records an amount and shows the road. */
export class RecordPage {
  readonly title: Locator;
  /** The recorded amount, after it was sent. */
  readonly saved: Locator;
  readonly road: RoadView;

  constructor(private readonly app: PhoneApp) {
    this.title = app.find('.record .hl-row__title');
    this.saved = app.find('.record__saved-words');
    this.road = new RoadView(app);
  }

  /** Types on the number pad, one key for each character. */
  async type(amount: string): Promise<void> {
    const keys = this.app.find('.hl-pad__key');
    for (const key of amount) await keys.getByText(key, { exact: true }).click();
  }

  async confirm(): Promise<void> {
    await this.app.find('[class*="pad__confirm"]').click();
  }

  /** Returns to the previous page after recording. */
  async done(): Promise<void> {
    await this.app.find('.record__foot-main .hl-button').click();
  }
}
