import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import type { Browser, Page } from 'playwright-core';

import { startDesk } from '../desk/desk';
import { launchBrowser } from '../tests/testkit/browser/browser';
import { ACCEPTED_FINDINGS } from './audit/accepted';
import { IN_PAGE } from './audit/in-page-colours';
import { auditTexts, type TextAudit } from './audit/in-page-texts';
import { runMain } from './run-main';
import { allScreens, type Screen } from './sheets/screens';
import { type Look, LOOKS, sheetOf, type Shot, THEMES } from './sheets/sheet';

const USAGE = `npm run sheets -- [--only <names, or parts of them>] [--worst]
draws each screen of the built mini program in both languages, both themes, at 375 and 320 px and with
type of 1 and 1.4 times the size: one picture a screen in test-results/sheets. --worst: 320 px, 1.4 only`;

const OUT = 'test-results/sheets';
const HEIGHT = { shown: 812, most: 2400 };
/** Long enough for what a page loads after it is drawn. */
const SETTLE_MS = 300;

/** Opens a screen in a fresh window, in one look. */
async function openScreen(page: Page, url: string, screen: Screen, look: Look): Promise<void> {
  const { person, presses } = screen;
  const query = `?type=${look.type}${person === null ? '' : `&person=${person}`}`;
  await page.goto(`${url}/weapp/index.html${query}#${screen.path}`);
  await page.waitForFunction(() => window.program?.page.wasDrawn === true);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(SETTLE_MS);
  for (const press of presses) {
    await page.locator(press).filter({ visible: true }).first().click();
    await page.waitForTimeout(SETTLE_MS);
  }
}

/** Makes the window as high as what it shows, within bounds. */
async function growToContent(page: Page, width: number): Promise<void> {
  const height = await page.evaluate(() => {
    const { view } = window.program?.page ?? {};
    return (view?.scrollHeight ?? 0) + (window.innerHeight - (view?.clientHeight ?? 0));
  });
  const fitting = Math.min(HEIGHT.most, Math.max(HEIGHT.shown, height));
  await page.setViewportSize({ width, height: fitting });
}

function listed(name: string, words: string, found: TextAudit): string[] {
  return Object.entries(found).flatMap(([kind, faults]) =>
    (faults as readonly string[])
      .map((fault) => `${kind}: ${fault}`)
      .filter((fault) => !ACCEPTED_FINDINGS.some(({ finding }) => finding.test(fault)))
      .map((fault) => `${name}, ${words}: ${fault}`),
  );
}

/** Takes a screen in one look, in both themes. */
async function shoot(
  browser: Browser,
  url: string,
  screen: Screen,
  look: Look,
): Promise<{ shots: Shot[]; faults: string[] }> {
  const viewport = { width: look.width, height: HEIGHT.shown };
  const context = await browser.newContext({ viewport, timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  const key = `weapp/${screen.person ?? 'anonymous'}/setting/lang`;
  const lang = JSON.stringify(look.lang);
  await page.addInitScript(IN_PAGE);
  await page.addInitScript(`localStorage.setItem('${key}', '${lang}')`);
  const shots: Shot[] = [];
  const faults: string[] = [];
  try {
    await openScreen(page, url, screen, look);
    await growToContent(page, look.width);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      const words = `${look.lang} ${look.width} ${colorScheme} ×${look.type}`;
      faults.push(...listed(screen.name, words, await page.evaluate(auditTexts)));
      const picture = (await page.screenshot()).toString('base64');
      shots.push({ words, width: look.width, picture });
    }
  } finally {
    await context.close();
  }
  return { shots, faults };
}

/** Draws the sheet of a screen. @returns its faults */
async function drawSheet(
  browser: Browser,
  url: string,
  screen: Screen,
  looks: readonly Look[],
): Promise<string[]> {
  const taken: (Awaited<ReturnType<typeof shoot>> & { look: Look })[] = [];
  for (const look of looks) taken.push({ look, ...(await shoot(browser, url, screen, look)) });
  const rows = ['zh-CN', 'en-US'].map((lang) =>
    taken.filter(({ look }) => look.lang === lang).flatMap(({ shots }) => shots),
  );
  const page = await browser.newPage();
  await page.setContent(sheetOf(rows));
  await page.locator('body').screenshot({ path: path.join(OUT, `${screen.name}.png`) });
  await page.close();
  return taken.flatMap(({ faults }) => faults);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string', default: '' }, worst: { type: 'boolean', default: false } },
  });
  const looks = LOOKS.filter(({ width, type }) => !values.worst || (width === 320 && type > 1));
  const wanted = new RegExp(values.only.replaceAll(',', '|'));
  mkdirSync(OUT, { recursive: true });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'sheets-'));
  const desk = await startDesk({ port: 0, face: 'weapp', dataDir, log: () => undefined });
  const browser = await launchBrowser();
  try {
    const screens = await allScreens(desk.cloud);
    const faults: string[] = [];
    for (const screen of screens.filter(({ name }) => wanted.test(name))) {
      const found = await drawSheet(browser, desk.url, screen, looks);
      console.log(`${screen.name}: ${found.length === 0 ? 'no fault' : `${found.length} faults`}`);
      found.forEach((fault) => console.log(`  ${fault}`));
      faults.push(...found);
    }
    writeFileSync(path.join(OUT, 'faults.txt'), faults.join('\n'));
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    await desk.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

void runMain(main, USAGE);
