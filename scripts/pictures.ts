import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Browser } from 'playwright-core';

import { startDesk } from '../desk/desk';
import type { Desk } from '../desk/desk';
import { DeskPage } from '../tests/e2e/pages/desk-page';
import { HomePage } from '../tests/e2e/pages/home-page';
import { PhoneApp } from '../tests/e2e/pages/phone-app';
import { launchBrowser } from '../tests/e2e/support/browser';

const OUT = 'docs/pictures';
const LOCALE = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' } as const;

/** One page of the app as the streamer, at a phone's size. */
const takePhone = async (
  browser: Browser,
  desk: Desk,
  page: string,
  name: string,
): Promise<void> => {
  const viewport = { width: 375, height: 812 };
  const context = await browser.newContext({ viewport, deviceScaleFactor: 2, ...LOCALE });
  const window = await context.newPage();
  await window.goto(`${desk.url}/h5/index.html?person=streamer#${page}`);
  await window.waitForLoadState('networkidle');
  await window.locator('.hl-loading').first().waitFor({ state: 'detached' });
  await window.screenshot({ path: path.join(OUT, `${name}.png`) });
  await context.close();
};

/** The desk with a card in the chat. */
const takeCard = async (browser: Browser, desk: Desk): Promise<void> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...LOCALE });
  const window = await context.newPage();
  const page = new DeskPage(window);
  await page.open(desk.url);
  await new HomePage(new PhoneApp(page.app)).share();
  await page.cards.first().locator('img').waitFor();
  await page.toast.waitFor({ state: 'hidden' });
  await window.screenshot({ path: path.join(OUT, 'card.png') });
  await context.close();
};

const latestRecorded = (desk: Desk): string => {
  const [session] = desk.cloud.database
    .find('live_sessions', { stage: 'recorded', title: '秋冬托特包上新' })
    .sort((a, b) => (String(a['sortKey']) < String(b['sortKey']) ? 1 : -1));
  return String(session?.['_id']);
};

/** Takes the README's pictures of the real app over a fresh demo: `npm run pictures`. */
const main = async (): Promise<void> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pictures-'));
  mkdirSync(OUT, { recursive: true });
  const desk = await startDesk({ port: 0, dataDir, log: console.log });
  const browser = await launchBrowser();
  try {
    await takePhone(browser, desk, '/pages/progress/index', 'road');
    const session = `/merchant/live-session/index?id=${latestRecorded(desk)}`;
    await takePhone(browser, desk, session, 'session');
    await takeCard(browser, desk);
  } finally {
    await browser.close();
    await desk.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

void main();
