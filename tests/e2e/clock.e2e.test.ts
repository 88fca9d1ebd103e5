import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { takePicture } from '../testkit/browser/browser';
import { everyPage } from '../testkit/browser/every-page';
import { readNames } from '../testkit/browser/names';
import { PhoneApp } from '../testkit/browser/pages/phone-app';
import { openStory } from '../testkit/browser/story';

const DAY_MS = 86_400_000;
const CLOCK_TIME = /(?<!\d)([01]\d|2[0-3]):[0-5]\d(?!\d)/;
/** Pages whose words depend on the time. */
const TIMED = ['home', 'sessions', 'progress', 'store', 'public-session', 'plan', 'session-live'];

/** A phone beside the desk. */
interface PhoneParts {
  readonly offMs?: number;
  readonly timezoneId?: string;
}

/** Moves the present of a window's clock, as `window.offMs` says, and lets its intervals run fast. */
function moveClock(offMs: number): void {
  const own = window as unknown as { offMs: number; ticks: number };
  own.offMs = offMs;
  own.ticks = 0;
  const RealDate = Date;
  window.Date = class extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [RealDate.now() + own.offMs] : args) as [number]));
    }
    static override now(): number {
      return RealDate.now() + own.offMs;
    }
  } as DateConstructor;
  const realInterval = window.setInterval.bind(window);
  const fast = (run: () => void, ms = 0) =>
    realInterval(() => {
      own.ticks += 1;
      run();
    }, ms / 100);
  window.setInterval = fast as typeof window.setInterval;
}

/** As the browser says it when another window covers this one, or no longer does. */
function setVisibility(state: string): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}

describe('a phone', () => {
  const story = openStory('clock', 'h5');

  /** Opens a phone and runs `use` in it. */
  async function withPhone<Value>(
    { offMs = 0, timezoneId = 'Asia/Shanghai' }: PhoneParts,
    use: (page: Page, open: (path: string) => Promise<PhoneApp>) => Promise<Value>,
  ): Promise<Value> {
    const { started, context } = story();
    const own = await context.browser()?.newContext({
      viewport: { width: 375, height: 812 },
      reducedMotion: 'reduce',
      timezoneId,
    });
    if (!own) throw new Error('the browser is closed');
    const page = await own.newPage();
    await page.addInitScript(moveClock, offMs);
    let opened = 0;
    const open = async (path: string): Promise<PhoneApp> => {
      // A different query makes the app start again instead of navigating.
      const start = `person=streamer&at=${String((opened += 1))}`;
      await page.goto(`${started.url}/h5/index.html?${start}#${path}`);
      const app = new PhoneApp(page);
      await page.waitForLoadState('networkidle');
      await app.settle();
      return app;
    };
    try {
      return await use(page, open);
    } finally {
      await own.close();
    }
  }

  const timedPages = async () =>
    everyPage(await readNames(story().started.cloud)).filter(({ name }) => TIMED.includes(name));
  /** The words of a page, without the seconds of a running clock: two pages open one after the other. */
  const wordsOf = async (app: PhoneApp) =>
    (await app.words()).join('\n').replace(/(\d+:\d\d):\d\d/g, '$1');

  it.each([
    ['a day slow', -DAY_MS],
    ['three days fast', 3 * DAY_MS],
    ['a year slow', -365 * DAY_MS],
  ])('%s shows what a right one shows', async (_name, offMs) => {
    const pages = await timedPages();
    await withPhone({}, (_right, openRight) =>
      withPhone({ offMs }, async (_wrong, openWrong) => {
        for (const { name, path } of pages) {
          // A minute may pass between the two.
          const shown = async (): Promise<boolean> => {
            const right = await wordsOf(await openRight(path));
            return (await wordsOf(await openWrong(path))) === right;
          };
          await expect.poll(shown, { timeout: 20_000, message: name }).toBe(true);
        }
      }),
    );
  });

  it('stops its timers behind other windows and is right at once in front', async () => {
    await withPhone({}, async (page, open) => {
      const app = await open('/pages/sessions/index');
      const ticks = () => page.evaluate(() => (window as unknown as { ticks: number }).ticks);
      await expect.poll(ticks).toBeGreaterThan(2);
      await page.evaluate(setVisibility, 'hidden');
      const hidden = await ticks();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.postData() ?? ''));
      await page.evaluate(() => {
        (window as unknown as { offMs: number }).offMs = 3 * 86_400_000;
      });
      await page.waitForTimeout(600);
      expect(await ticks()).toBe(hidden);
      expect(asked).toEqual([]);
      const before = await wordsOf(app);
      await page.evaluate(setVisibility, 'visible');
      await expect.poll(ticks).toBeGreaterThan(hidden + 2);
      await expect.poll(() => wordsOf(app)).toBe(before);
    });
  });

  it('in New York shows China time beside every clock time', async () => {
    const pages = await timedPages();
    await withPhone({ timezoneId: 'America/New_York' }, async (page, open) => {
      for (const { name, path } of pages) {
        const app = await open(path);
        const words = await app.words();
        const times = words.filter((text) => CLOCK_TIME.test(text));
        if (times.length > 0) expect(words.join(), name).toContain('北京时间');
        await takePicture(page, `7-abroad-${name}`);
      }
    });
  });
});
