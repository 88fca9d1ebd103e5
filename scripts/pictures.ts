import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { type Desk, startDesk } from '../desk/desk';
import type { Lang } from '../src/domain/lang';
import { DeskPage } from '../tests/testkit/browser/pages/desk-page';
import { HomePage } from '../tests/testkit/browser/pages/home-page';
import { PhoneApp } from '../tests/testkit/browser/pages/phone-app';
import { launchBrowser } from '../tests/testkit/browser/browser';
import { type PictureState, prepareIncentives } from './pictures/incentive-states';
import { prepareMoney } from './pictures/money-states';
import { prepareSessions } from './pictures/session-states';
import { prepareVerifier } from './pictures/verifier-states';

const OUT = 'docs/pictures';
/** Longer than the app waits before it searches for what was typed. */
const TYPING_REST_MS = 700;
const LOCALE = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' } as const;

/** Makes the app in a window start in a language. */
async function showLanguage(window: Page, lang: Lang): Promise<void> {
  const kept = JSON.stringify({ data: lang });
  await window.addInitScript((text) => localStorage.setItem('setting/lang', text), kept);
}

/** Takes a picture of the desk: the tiers in the phone, and a card in the chat. */
async function takeDesk(browser: Browser, desk: Desk, lang: Lang, name: string): Promise<void> {
  const viewport = { width: 1280, height: 900 };
  const context = await browser.newContext({ viewport, ...LOCALE });
  const window = await context.newPage();
  await showLanguage(window, lang);
  const page = new DeskPage(window);
  await page.open(desk.url);
  if (lang === 'en-US') await page.switchLanguage();
  const app = new PhoneApp(page.app);
  await new HomePage(app).share();
  await page.cards.first().locator('img').waitFor();
  await page.toast.waitFor({ state: 'hidden' });
  await app.openTab('progress');
  await app.find('.hl-loading').first().waitFor({ state: 'detached' });
  await page.app.locator('body').evaluate(() => document.fonts.ready.then(() => undefined));
  await window.screenshot({ path: path.join(OUT, `${name}.png`) });
  await context.close();
}

/** Takes a picture of a page at a phone's width; in full length, unless the phone is small. */
async function takePage(
  browser: Browser,
  desk: Desk,
  folder: string,
  state: PictureState,
): Promise<void> {
  const viewport = state.isSmall ? { width: 320, height: 568 } : { width: 375, height: 812 };
  const { timezoneId = LOCALE.timezoneId, steps = [] } = state;
  const context = await browser.newContext({ viewport, ...LOCALE, timezoneId });
  const window = await context.newPage();
  await showLanguage(window, state.lang ?? 'zh-CN');
  await window.goto(`${desk.url}/h5/index.html?person=${state.person}#${state.path}`);
  await window.waitForLoadState('networkidle');
  await window.locator('.hl-loading').first().waitFor({ state: 'detached' });
  if (state.tap !== undefined) {
    await window.getByText(state.tap, { exact: true }).click();
    await settle(window);
  }
  for (const step of steps) await takeStep(window, step);
  if (!state.isSmall && !state.isScreen) await growToWholePage(window);
  await window.screenshot({ path: path.join(OUT, folder, `${state.name}.png`) });
  await context.close();
}

/** Presses an element of the top page, or types. */
async function takeStep(
  window: Page,
  step: NonNullable<PictureState['steps']>[number],
): Promise<void> {
  if ('type' in step) await window.keyboard.type(step.type);
  else await window.locator(step.press).filter({ visible: true }).first().click();
  await settle(window);
}

/** Waits for what the cloud answers to a tap or to typing. */
async function settle(window: Page): Promise<void> {
  await window.waitForTimeout(TYPING_REST_MS);
  await window.waitForLoadState('networkidle');
}

/** Makes a window as high as its page. */
async function growToWholePage(window: Page): Promise<void> {
  const height = await window.evaluate(() => {
    const pages = [...document.querySelectorAll('.taro_page')];
    return pages[pages.length - 1]?.scrollHeight ?? 0;
  });
  // The tab bar covers the end of a page.
  await window.setViewportSize({ width: 375, height: Math.min(Math.max(812, height + 60), 6000) });
}

/**
 * Takes a picture of every state of the incentives; the last ones after a second scheme is
 * published.
 */
async function takeIncentives(browser: Browser, desk: Desk): Promise<void> {
  mkdirSync(path.join(OUT, 'incentives'), { recursive: true });
  const { states, later, publish } = await prepareIncentives(desk.cloud, new Date().toISOString());
  for (const state of states) await takePage(browser, desk, 'incentives', state);
  await publish();
  for (const state of later) await takePage(browser, desk, 'incentives', state);
}

/** Takes a picture of every state of sessions. */
async function takeSessions(browser: Browser, desk: Desk): Promise<void> {
  mkdirSync(path.join(OUT, 'sessions'), { recursive: true });
  for (const state of await prepareSessions(desk.cloud, new Date().toISOString())) {
    await takePage(browser, desk, 'sessions', state);
  }
}

/** Takes a picture of every state of money, before a second scheme is published. */
async function takeMoney(browser: Browser, desk: Desk): Promise<void> {
  mkdirSync(path.join(OUT, 'money'), { recursive: true });
  for (const state of await prepareMoney(desk.cloud, new Date().toISOString())) {
    await takePage(browser, desk, 'money', state);
  }
}

/** Takes a picture of what the operator checks, and of a store's people. */
async function takeVerifier(browser: Browser, desk: Desk): Promise<void> {
  mkdirSync(path.join(OUT, 'verifier'), { recursive: true });
  for (const state of await prepareVerifier(desk.cloud, new Date().toISOString())) {
    await takePage(browser, desk, 'verifier', state);
  }
}

/**
 * Takes the pictures of the documents from the running app with fresh demonstration data: `npm run
 * pictures`; those of one folder alone: `npm run pictures -- sessions`.
 */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pictures-'));
  mkdirSync(OUT, { recursive: true });
  const desk = await startDesk({ port: 0, dataDir, log: console.log });
  const browser = await launchBrowser();
  try {
    const [only = null] = process.argv.slice(2);
    const isWanted = (folder: string): boolean => only === null || only === folder;
    if (isWanted('desk')) {
      await takeDesk(browser, desk, 'zh-CN', 'desk');
      await takeDesk(browser, desk, 'en-US', 'desk.en');
    }
    if (isWanted('verifier')) await takeVerifier(browser, desk);
    if (isWanted('sessions')) await takeSessions(browser, desk);
    if (isWanted('money')) await takeMoney(browser, desk);
    if (isWanted('incentives')) await takeIncentives(browser, desk);
  } finally {
    await browser.close();
    await desk.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

void main();
