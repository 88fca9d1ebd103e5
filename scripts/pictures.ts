import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Browser } from 'playwright-core';

import { type Desk, startDesk } from '../desk/desk';
import { PATHS } from '../src/paths';
import { DeskPage } from '../tests/testkit/browser/pages/desk-page';
import { HomePage } from '../tests/testkit/browser/pages/home-page';
import { PhoneApp } from '../tests/testkit/browser/pages/phone-app';
import { launchBrowser } from '../tests/testkit/browser/browser';
import { type IncentiveState, prepareStates } from './pictures/incentive-states';

const OUT = 'docs/pictures';
const LOCALE = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' } as const;

/** Takes a picture of one page as the streamer sees it, at a phone's size. */
async function takePhone(browser: Browser, desk: Desk, page: string, name: string): Promise<void> {
  const viewport = { width: 375, height: 812 };
  const context = await browser.newContext({ viewport, deviceScaleFactor: 2, ...LOCALE });
  const window = await context.newPage();
  await window.goto(`${desk.url}/h5/index.html?person=streamer#${page}`);
  await window.waitForLoadState('networkidle');
  await window.locator('.hl-loading').first().waitFor({ state: 'detached' });
  await window.screenshot({ path: path.join(OUT, `${name}.png`) });
  await context.close();
}

/** Takes a picture of the desk with a card in the chat. */
async function takeCard(browser: Browser, desk: Desk): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...LOCALE });
  const window = await context.newPage();
  const page = new DeskPage(window);
  await page.open(desk.url);
  await new HomePage(new PhoneApp(page.app)).share();
  await page.cards.first().locator('img').waitFor();
  await page.toast.waitFor({ state: 'hidden' });
  await window.screenshot({ path: path.join(OUT, 'card.png') });
  await context.close();
}

/** Takes a picture of a page in full length, at a phone's width. */
async function takeWhole(browser: Browser, desk: Desk, state: IncentiveState): Promise<void> {
  const viewport = { width: 375, height: 812 };
  const context = await browser.newContext({ viewport, ...LOCALE });
  const window = await context.newPage();
  const kept = JSON.stringify({ data: state.lang ?? 'zh-CN' });
  await window.addInitScript((text) => localStorage.setItem('setting/lang', text), kept);
  await window.goto(`${desk.url}/h5/index.html?person=${state.person}#${state.path}`);
  await window.waitForLoadState('networkidle');
  await window.locator('.hl-loading').first().waitFor({ state: 'detached' });
  const height = await window.evaluate(() => {
    const pages = [...document.querySelectorAll('.taro_page')];
    return pages[pages.length - 1]?.scrollHeight ?? 0;
  });
  // The tab bar covers the end of a page.
  await window.setViewportSize({ width: 375, height: Math.min(Math.max(812, height + 60), 6000) });
  await window.screenshot({ path: path.join(OUT, 'incentives', `${state.name}.png`) });
  await context.close();
}

/**
 * Takes a picture of every state of the incentives; the last ones after a second scheme is
 * published.
 */
async function takeIncentives(browser: Browser, desk: Desk): Promise<void> {
  mkdirSync(path.join(OUT, 'incentives'), { recursive: true });
  const { states, later, publish } = await prepareStates(desk.cloud, new Date().toISOString());
  for (const state of states) await takeWhole(browser, desk, state);
  await publish();
  for (const state of later) await takeWhole(browser, desk, state);
}

function latestRecorded(desk: Desk): string {
  const [session] = desk.cloud.database
    .find('live_sessions', { stage: 'recorded', title: '秋冬托特包上新' })
    .sort((a, b) => (String(a['sortKey']) < String(b['sortKey']) ? 1 : -1));
  return String(session?.['_id']);
}

/**
 * Takes the pictures of README.md from the running app with fresh demonstration data: `npm run
 * pictures`.
 */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pictures-'));
  mkdirSync(OUT, { recursive: true });
  const desk = await startDesk({ port: 0, dataDir, log: console.log });
  const browser = await launchBrowser();
  try {
    await takePhone(browser, desk, PATHS.progress.url(), 'road');
    const session = PATHS.session.url({ id: latestRecorded(desk) });
    await takePhone(browser, desk, session, 'session');
    await takeCard(browser, desk);
    await takeIncentives(browser, desk);
  } finally {
    await browser.close();
    await desk.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

void main();
