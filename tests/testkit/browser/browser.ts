import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type Route,
} from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const PICTURES = 'test-results';

/** Starts Chromium (CHROMIUM_PATH, else Debian's). */
export async function launchBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`No Chromium at ${CHROMIUM}; set CHROMIUM_PATH`);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}

/** A window at the desk's size. */
export async function openWindow(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
}

/**
 * Listens for everything that must not happen in a page or its frames.
 * @returns the list that grows: console errors and warnings, exceptions, failed requests, answers
 * that are errors, requests to other hosts
 */
export function watchTroubles(page: Page, origin: string): readonly string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      troubles.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => troubles.push(`exception: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn = url.origin === origin || ['data:', 'blob:', 'about:'].includes(url.protocol);
    if (!isOwn) troubles.push(`request to another host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A frame that is replaced ends what it was still asking for.
    if (why !== 'net::ERR_ABORTED') troubles.push(`failed request: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`answer ${response.status()}: ${response.url()}`);
  });
  return troubles;
}

/** An answer of the cloud, and as whom it was asked for. */
export interface HeardAnswer {
  readonly person: string | undefined;
  readonly body: string;
}

/** Listens to what the cloud answers a page and its frames, until stopped. */
export async function overhear(page: Page): Promise<{ stop(): Promise<HeardAnswer[]> }> {
  const heard: HeardAnswer[] = [];
  // Read on its way: the browser forgets a body as soon as the page that asked for it is left.
  const listen = async (route: Route): Promise<void> => {
    const response = await route.fetch();
    const person = route.request().headers()['x-person'];
    heard.push({ person, body: await response.text() });
    // Nobody waits for the answer of a page that was left meanwhile.
    await route.fulfill({ response }).catch(() => undefined);
  };
  await page.route('**/fn/**', listen);
  return {
    stop: async () => {
      await page.unroute('**/fn/**', listen);
      return heard;
    },
  };
}

/** Takes a picture of the whole window into test-results/. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}
