import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The four tabs, in order. */
const TABS = ['home', 'sessions', 'progress', 'me'] as const;

/** Name of a tab. */
export type TabName = (typeof TABS)[number];

/** What all pages of the app have in common, in the desk's phone or in a window of its own. */
export class PhoneApp {
  constructor(readonly root: FrameLocator | Page) {}

  /** Elements of the page on top; the pages below it stay in the document, hidden. */
  find(selector: string): Locator {
    return this.root.locator(selector).filter({ visible: true });
  }

  /** The smallest element on top that holds a text. */
  text(text: string | RegExp): Locator {
    return this.root.getByText(text).filter({ visible: true }).last();
  }

  async openTab(name: TabName): Promise<void> {
    await this.find('.weui-tabbar__item').nth(TABS.indexOf(name)).click();
  }

  /** Waits until nothing on top is loading, and pages have slid into their place. */
  async settle(): Promise<void> {
    await this.find('.hl-loading').first().waitFor({ state: 'detached' });
    await this.root.locator('body').evaluate(async () => {
      const isMoving = (one: Animation): boolean => one.effect?.getTiming().iterations !== Infinity;
      await Promise.allSettled(
        document
          .getAnimations()
          .filter(isMoving)
          .map((one) => one.finished),
      );
    });
  }

  /** Everything a person can see or hear: text, labels, placeholders, one string each. */
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
