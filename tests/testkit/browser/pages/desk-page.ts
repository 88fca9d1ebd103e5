import type { FrameLocator, Locator, Page } from 'playwright-core';

import type { PersonId } from '../../../../desk/page/people';

/** The desk: the phone, the switch of person and the chat. */
export class DeskPage {
  /** The app in the phone. */
  readonly app: FrameLocator;
  readonly cards: Locator;
  /** The short message on the phone. */
  readonly toast: Locator;
  readonly more: Locator;

  constructor(readonly page: Page) {
    this.app = page.frameLocator('iframe[name="app"]');
    this.cards = page.getByTestId('card');
    this.toast = page.locator('#toast');
    this.more = page.locator('#more');
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
  }

  /** Changes the person of the phone; the app starts again. */
  async become(person: PersonId): Promise<void> {
    await this.page.locator(`input[name="person"][value="${person}"]`).check({ force: true });
  }

  async switchLanguage(): Promise<void> {
    await this.page.getByTestId('desk-language').click();
  }

  /** Shares the current page from the capsule's menu. */
  async share(): Promise<void> {
    await this.more.click();
    await this.page.locator('#share').click();
  }

  /** Opens a card of the chat as the chosen person. @param index counted from the oldest, from 0 */
  async openCard(index: number): Promise<void> {
    await this.cards.nth(index).click();
  }

  /** Width and height of a card's picture, in its own pixels. */
  async pictureSize(index: number): Promise<{ width: number; height: number }> {
    const picture = this.cards.nth(index).locator('img');
    return picture.evaluate(async (image) => {
      const { naturalWidth, naturalHeight } = await decoded(image as HTMLImageElement);
      return { width: naturalWidth, height: naturalHeight };

      async function decoded(element: HTMLImageElement): Promise<HTMLImageElement> {
        await element.decode();
        return element;
      }
    });
  }

  /** The current address of the app. */
  async appAddress(): Promise<string> {
    return this.app.locator('html').evaluate(() => window.location.href);
  }
}
