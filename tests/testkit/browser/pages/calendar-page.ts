import type { Locator } from 'playwright-core';

import type { PhoneApp } from './phone-app';

/** The calendar of a store's sessions. */
export class CalendarPage {
  readonly title: Locator;
  /** What the month or the week adds up to. */
  readonly sums: Locator;
  /** Days of the month, six weeks at most. */
  readonly days: Locator;
  /** Sessions of the day that is chosen. */
  readonly rows: Locator;
  /** Sessions in the columns of a week. */
  readonly blocks: Locator;

  constructor(private readonly app: PhoneApp) {
    this.title = app.find('.calendar__title');
    this.sums = app.find('.calendar__sums');
    this.days = app.find('.calendar__day');
    this.rows = app.find('.hl-live');
    this.blocks = app.find('.calendar__block');
  }

  /** Opens the page from the list of sessions. */
  async open(): Promise<void> {
    await this.app.openTab('sessions');
    await this.app.find('.sessions__icon--calendar').click();
    await this.title.waitFor();
  }

  /** Shows the month before, or the week. */
  async back(): Promise<void> {
    await this.app.find('.calendar__step--back').click();
  }

  async show(view: '周' | '月'): Promise<void> {
    await this.app.find('.calendar__view').getByText(view, { exact: true }).click();
  }
}
