import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { bundlePage } from '../../desk/page-bundle';
import { type DeskServer, openDeskServer } from '../../desk/server';
import { DeskPage } from '../testkit/browser/pages/desk-page';
import { launchBrowser, openWindow, takePicture, watchTroubles } from '../testkit/browser/browser';

/** A stub of the app: it answers with `window.card`, and not at all when that is undefined. */
const STUB = `
  document.getElementById('where').textContent = location.search + location.hash;
  const canvas = document.createElement('canvas');
  canvas.width = 500; canvas.height = 400;
  const context = canvas.getContext('2d');
  context.fillStyle = '#a8522f'; context.fillRect(0, 0, 500, 400);
  window.card = {
    title: '阿禾选好包 · 今晚 20:00 双肩包专场，头层牛皮托特包与轻量通勤双肩包同场，再长一些也只占两行',
    path: '/pages/shop/index?id=shop_1', picture: canvas.toDataURL('image/png'),
  };
  addEventListener('message', (event) => {
    if (event.data.type !== 'huadu:share-request' || window.card === undefined) return;
    parent.postMessage({ type: 'huadu:share-card', card: window.card }, location.origin);
  });`;

const appDir = mkdtempSync(path.join(tmpdir(), 'desk-stub-'));
let browser: Browser;
let server: DeskServer;
let context: BrowserContext;
let desk: DeskPage;
let troubles: readonly string[];

beforeAll(async () => {
  const html =
    '<!doctype html><title>A page</title><p id="where"></p><script src="stub.js"></script>';
  writeFileSync(path.join(appDir, 'index.html'), html);
  writeFileSync(path.join(appDir, 'stub.js'), STUB);
  server = await openDeskServer(0, console.error);
  server.serve({
    page: await bundlePage('h5'),
    program: new Map(),
    appDir,
    handleCloud: async () => false,
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(appDir, { recursive: true, force: true });
});

beforeEach(async () => {
  context = await openWindow(browser);
  const page = await context.newPage();
  troubles = watchTroubles(page, server.url);
  desk = new DeskPage(page);
  await desk.open(server.url);
});

afterEach(async () => {
  await context.close();
  expect(troubles).toEqual([]);
});

const where = (): Promise<string> => desk.app.locator('#where:not(:empty)').innerText();

/** Sets the answer of the stub, inside the frame. */
async function answerWith(card: unknown): Promise<void> {
  await desk.app
    .locator('body')
    .evaluate((_, value) => Object.assign(window, { card: value }), card);
}

describe('the switch of person', () => {
  it('opens home as each person, and without an identity', async () => {
    expect(await where()).toBe('?person=streamer#/pages/home/index');
    for (const person of ['company', 'mcn', 'viewer'] as const) {
      await desk.become(person);
      await desk.app.getByText(`?person=${person}#/pages/home/index`).waitFor();
    }
    await desk.become('nobody');
    await desk.app.getByText(/^#\/pages\/home\/index$/).waitFor();
  });

  it('works with the keyboard', async () => {
    await desk.page.locator('input[value="streamer"]').focus();
    await desk.page.keyboard.press('ArrowRight');
    await desk.app.getByText('?person=company').waitFor();
  });
});

describe('sharing', () => {
  it('puts a card in the chat, which opens as the chosen person', async () => {
    await desk.share();
    await desk.cards.first().waitFor();
    expect(await desk.pictureSize(0)).toEqual({ width: 500, height: 400 });
    const title = desk.cards.first().locator('.card__title');
    const lineHeight = 16 * 1.4;
    expect((await title.boundingBox())?.height).toBeCloseTo(2 * lineHeight, 0);
    await desk.become('nobody');
    await takePicture(desk.page, 'desk-card');
    await desk.openCard(0);
    await desk.app.getByText(/^#\/pages\/shop\/index\?id=shop_1$/).waitFor();
  });

  it('keeps the chat until it is cleared', async () => {
    await desk.share();
    await desk.cards.first().waitFor();
    await desk.page.reload();
    expect(await desk.cards.count()).toBe(1);
    await desk.page.locator('#clear').click();
    await desk.page.reload();
    await desk.app.locator('#where:not(:empty)').waitFor();
    expect(await desk.cards.count()).toBe(0);
  });

  it.each([
    ['has no card', null],
    ['does not answer', undefined],
    ['answers with a page elsewhere', { title: 'x', path: 'https://evil.example', picture: 'x' }],
  ])('shows a message when the page %s', async (_, card) => {
    await desk.app.locator('#where:not(:empty)').waitFor();
    await answerWith(card);
    await desk.share();
    await desk.page.getByText('当前页面不可转发').waitFor();
    expect(await desk.cards.count()).toBe(0);
  });

  it('accepts a card from the phone only', async () => {
    await desk.app.locator('#where:not(:empty)').waitFor();
    const card = await desk.app
      .locator('body')
      .evaluate(() => Reflect.get(window, 'card') as unknown);
    await desk.page.evaluate((sent) => {
      window.postMessage({ type: 'huadu:share-card', card: sent }, window.location.origin);
    }, card);
    await desk.share();
    await desk.cards.first().waitFor();
    expect(await desk.cards.count()).toBe(1);
  });
});

describe('the bar', () => {
  it('shows the title of the page, and the home button after a card', async () => {
    await desk.page.locator('#page-title').getByText('A page').waitFor();
    expect(await desk.page.locator('#back').isVisible()).toBe(false);
    await desk.share();
    await desk.openCard(0);
    await desk.page.locator('#back[data-kind="home"]').click();
    await desk.page.locator('#back').waitFor({ state: 'hidden' });
    expect(await desk.appAddress()).toMatch(/#\/pages\/home\/index$/);
  });
});

describe('the capsule', () => {
  it('opens its menu with the keyboard, and returns the focus', async () => {
    await desk.more.focus();
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.press('ArrowDown');
    expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe('enter');
    await desk.page.keyboard.press('Escape');
    expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe('more');
    expect(await desk.page.locator('#sheet').isVisible()).toBe(false);
  });

  it('closes the app and opens it again', async () => {
    await desk.page.locator('#close').click();
    await desk.page.locator('#reopen').click();
    expect(await where()).toBe('?person=streamer#/pages/home/index');
  });
});

describe('the desk', () => {
  it('is all in English, except the switch to Chinese', async () => {
    await desk.switchLanguage();
    const text = await desk.page.locator('body').innerText();
    expect(text.replace('中文', '')).not.toMatch(/\p{Script=Han}/u);
    await desk.page.reload();
    await desk.page.getByText('Huadu Live group').waitFor();
  });

  it.each([1280, 800, 375])('fits a window %i wide without scrolling sideways', async (width) => {
    await desk.page.setViewportSize({ width, height: 900 });
    await desk.app.locator('#where:not(:empty)').waitFor();
    const overflow = await desk.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await takePicture(desk.page, `desk-${width}`);
  });

  it('shows the complete phone and chat at 1280 × 900', async () => {
    const height = await desk.page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThanOrEqual(900);
    const screen = await desk.page.locator('#screen').boundingBox();
    expect([screen?.width, screen?.height]).toEqual([375, 812]);
    const app = await desk.page.locator('iframe[name="app"]').boundingBox();
    expect([app?.width, app?.height]).toEqual([375, 812 - 44]);
  });
});
