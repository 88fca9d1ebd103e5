import type { Locator } from 'playwright-core';

import type { PhoneApp } from './phone-app';

/** The page that finds sessions by words of their title, or by a filter. */
export class FindPage {
  /** Rows that were found; those outside the view have none. */
  readonly rows: Locator;
  /** What is filtered by, each with a tap that takes it away. */
  readonly chips: Locator;

  constructor(private readonly app: PhoneApp) {
    this.rows = app.find('.hl-live');
    this.chips = app.find('.find__chip');
  }

  /** Opens the page from the list of sessions. */
  async open(): Promise<void> {
    await this.app.openTab('sessions');
    await this.app.find('.sessions__icon--search').click();
    await this.app.find('.find__input').waitFor();
  }

  /** Types into the field; the search starts when typing rests. */
  async search(words: string): Promise<void> {
    await this.app.find('.find__input input').fill(words);
  }

  async clear(): Promise<void> {
    await this.app.find('.find__clear').click();
  }

  /** Chooses a state in the sheet, and closes it. */
  async filterBy(state: string): Promise<void> {
    await this.app.find('.find__filter').click();
    await this.app.find('.hl-choice').getByText(state, { exact: true }).click();
    await this.app.find('.hl-sheet__close').click();
  }

  /** The titles of the rows: each stands above the time. */
  async titles(): Promise<string[]> {
    const texts = await this.rows.locator(':scope > :nth-child(2)').allInnerTexts();
    return texts.map((text) => text.split('\n')[0] ?? '');
  }
}
