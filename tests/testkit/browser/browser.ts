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

/** Starts Chromium: CHROMIUM_PATH, or the one of Debian. */
export async function launchBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`No Chromium at ${CHROMIUM}; set CHROMIUM_PATH`);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}

/** Opens a window of the desk's size. */
export async function openWindow(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
}

/**
 * Listens for troubles in a page or its frames.
 * @returns a growing list of console errors and warnings, exceptions, failed requests, error
 *   answers and requests to other hosts
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
    // A replaced frame aborts its open requests.
    if (why !== 'net::ERR_ABORTED') troubles.push(`failed request: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`answer ${response.status()}: ${response.url()}`);
  });
  return troubles;
}

/** An answer of the cloud, and the person of the request. */
export interface HeardAnswer {
  readonly person: string | undefined;
  readonly body: string;
}

/** Records the cloud's answers to a page and its frames until it is stopped. */
export async function overhear(page: Page): Promise<{ stop(): Promise<HeardAnswer[]> }> {
  const answers: HeardAnswer[] = [];
  // The body is read at once, because the browser discards it when the page is left.
  const listen = async (route: Route): Promise<void> => {
    const response = await route.fetch();
    const person = route.request().headers()['x-person'];
    answers.push({ person, body: await response.text() });
    // The answer to a page that was left meanwhile is not needed.
    await route.fulfill({ response }).catch(() => undefined);
  };
  await page.route('**/fn/**', listen);
  return {
    stop: async () => {
      await page.unroute('**/fn/**', listen);
      return answers;
    },
  };
}

/** Takes a picture of the window into test-results/. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}
