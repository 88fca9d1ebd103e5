import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The four tabs, in order. */
const TABS = ['home', 'sessions', 'progress', 'me'] as const;

/** A tab. */
export type TabName = (typeof TABS)[number];

/** The common parts of all pages of the app, in the desk's phone or in a separate window. */
export class PhoneApp {
  constructor(readonly root: FrameLocator | Page) {}

  /** Elements of the top page; the pages below it stay in the document, hidden. */
  find(selector: string): Locator {
    return this.root.locator(selector).filter({ visible: true });
  }

  /** The smallest element of the top page that contains a text. */
  text(text: string | RegExp): Locator {
    return this.root.getByText(text).filter({ visible: true }).last();
  }

  async openTab(name: TabName): Promise<void> {
    await this.find('.weui-tabbar__item').nth(TABS.indexOf(name)).click();
  }

  /** Waits until the top page has loaded and its animations have ended. */
  async settle(): Promise<void> {
    await this.find('.hl-loading').first().waitFor({ state: 'detached' });
    await this.root.locator('body').evaluate(async () => {
      const isMoving = (animation: Animation): boolean =>
        animation.effect?.getTiming().iterations !== Infinity;
      await Promise.allSettled(
        document
          .getAnimations()
          .filter(isMoving)
          .map((animation) => animation.finished),
      );
    });
  }

  /** Every visible or spoken text: text, labels, placeholders, one string each. */
  async words(): Promise<string[]> {
    return this.root.locator('body').evaluate((body) => {
      const seen: string[] = [];
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const isCode = node.parentElement?.closest('script, style, template');
        const isVisible = node.parentElement?.checkVisibility({ visibilityProperty: true });
        if (!isCode && isVisible) seen.push(node.textContent ?? '');
      }
      for (const attribute of ['aria-label', 'placeholder', 'title', 'alt', 'value']) {
        for (const element of body.querySelectorAll(`[${attribute}]`)) {
          if (element.checkVisibility()) seen.push(element.getAttribute(attribute) ?? '');
        }
      }
      seen.push(document.title);
      return seen.map((text) => text.trim()).filter((text) => text !== '');
    });
  }
}
