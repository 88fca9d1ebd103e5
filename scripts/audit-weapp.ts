import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import type { Browser, Page } from 'playwright-core';

import { startDesk } from '../desk/desk';
import type { Desk } from '../desk/desk';
import { launchBrowser, watchTroubles } from '../tests/e2e/support/browser';
import { everyPage } from '../tests/e2e/support/english-pages';
import type { NamedPath } from '../tests/e2e/support/english-pages';
import { readNames } from '../tests/e2e/support/names';
import { ACCEPTED_FINDINGS } from './audit/accepted';
import { auditPage } from './audit/in-page';
import { judgePage, tableOf, withoutAccepted } from './audit/judge';
import type { JudgedPage } from './audit/judge';
import { runMain } from './run-main';

const USAGE = `npm run audit:weapp -- [--json] [--pictures <folder>]
opens every page of the built mini program in Chromium and counts what WeChat's 体验评分 counts`;

const PHONE = { width: 375, height: 812 };
const LANGUAGES = ['zh-CN', 'en-US'] as const;

/** Long enough for the slowest page of the demonstration; a still page is left at once. */
const SETTLE_MS = 400;

async function inLanguage(page: Page, url: string, language: string): Promise<void> {
  await page.goto(`${url}/weapp/index.html?person=streamer#/pages/me/index`);
  await page.waitForFunction(() => window.program !== undefined);
  if (language === 'zh-CN') return;
  await page.getByText('English', { exact: true }).click();
  await page.waitForTimeout(SETTLE_MS);
}

async function openPage(page: Page, url: string, { name, path: target }: NamedPath): Promise<void> {
  // A query of its own makes it a fresh start, not a step within the page before.
  await page.goto(`${url}/weapp/index.html?person=streamer&at=${name}#${target}`);
  await page.waitForFunction(() => window.program?.page.wasDrawn === true);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(SETTLE_MS);
}

async function auditAll(
  desk: Desk,
  browser: Browser,
  pictures: string | undefined,
): Promise<JudgedPage[]> {
  const names = await readNames(desk.cloud);
  const judged: JudgedPage[] = [];
  for (const language of LANGUAGES) {
    const context = await browser.newContext({ viewport: PHONE, timezoneId: 'Asia/Shanghai' });
    const page = await context.newPage();
    // The functions of this file are sent to the page, where esbuild's helper is missing.
    await page.addInitScript('window.__name = (value) => value');
    const troubles = watchTroubles(page, desk.url);
    await inLanguage(page, desk.url, language);
    for (const one of everyPage(names)) {
      await openPage(page, desk.url, one);
      const audit = await page.evaluate(auditPage);
      const name = `${one.name} ${language}`;
      judged.push(judgePage(name, audit, [...troubles]));
      if (pictures)
        await page.screenshot({ path: path.join(pictures, `${one.name}.${language}.png`) });
    }
    await context.close();
  }
  return judged;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, pictures: { type: 'string' } },
  });
  if (values.pictures) mkdirSync(values.pictures, { recursive: true });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'audit-'));
  const desk = await startDesk({ port: 0, face: 'weapp', dataDir, log: () => undefined });
  const browser = await launchBrowser();
  try {
    const judged = await auditAll(desk, browser, values.pictures);
    const { pages, stale } = withoutAccepted(judged, ACCEPTED_FINDINGS);
    console.log(values.json === true ? JSON.stringify(pages, null, 2) : tableOf(pages));
    stale.forEach((line) => console.error(line));
    if (stale.length > 0 || pages.some(({ findings }) => findings.length > 0)) process.exitCode = 1;
  } finally {
    await browser.close();
    await desk.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

void runMain(main, USAGE);
