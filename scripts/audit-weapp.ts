import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import type { Browser, Page } from 'playwright-core';

import { type Desk, startDesk } from '../desk/desk';
import type { Lang } from '../src/domain/lang';
import { PATHS } from '../src/paths';
import { launchBrowser, watchTroubles } from '../tests/testkit/browser/browser';
import { everyPage, type NamedPath } from '../tests/testkit/browser/every-page';
import { pageStates } from '../tests/testkit/browser/page-states';
import { readNames } from '../tests/testkit/browser/names';
import { ACCEPTED_FINDINGS } from './audit/accepted';
import { auditPage } from './audit/in-page';
import { IN_PAGE } from './audit/in-page-colours';
import { auditTexts } from './audit/in-page-texts';
import { findInStyles, readStyles } from './audit/styles';
import { type JudgedPage, judgePage, tableOf, withoutAccepted } from './audit/judge';
import { runMain } from './run-main';

const USAGE = `npm run audit:weapp -- [--json] [--pictures <folder>]
opens every page of the built mini program in Chromium and measures it as WeChat's 体验评分 does`;

/** How a phone is set: its width, the size of WeChat's type, and its theme. */
interface Setting {
  readonly width: number;
  readonly type: number;
  readonly theme: 'light' | 'dark';
}

const USUAL: Setting = { width: 375, type: 1, theme: 'light' };
/** The least room for the longest words, and dark. */
const TIGHT: Setting = { width: 320, type: 1.4, theme: 'dark' };
const HEIGHT = 812;

/** A round through pages with one language and one person. */
interface Round {
  readonly language: Lang;
  /**
   * The person who opens them (`desk/page/people.ts`); null: a visitor from Moments without an
   * identity.
   */
  readonly person: 'streamer' | 'company' | null;
  /** Names of the pages; null for all. */
  readonly only: readonly string[] | null;
  readonly setting: Setting;
}

const TABS = ['home', 'sessions', 'progress', 'me'];
const PUBLIC = [...TABS, 'precheck', 'store', 'public-session'];

/**
 * A store with a history, a store without records, and the single page of Moments, which keeps no
 * language.
 */
const ROUNDS: readonly Round[] = [
  { language: 'zh-CN', person: 'streamer', only: null, setting: USUAL },
  { language: 'en-US', person: 'streamer', only: null, setting: USUAL },
  { language: 'en-US', person: 'streamer', only: null, setting: TIGHT },
  { language: 'zh-CN', person: 'company', only: TABS, setting: USUAL },
  { language: 'en-US', person: 'company', only: TABS, setting: TIGHT },
  { language: 'zh-CN', person: null, only: PUBLIC, setting: USUAL },
];

/** Enough time for the slowest page of the demonstration. */
const SETTLE_MS = 400;

/** Address of the program; a different query makes it start again for each page. */
function addressOf(url: string, { person, setting }: Round, at: string, target: string): string {
  const query = `${person === null ? '' : `person=${person}&`}type=${setting.type}&at=${at}`;
  return `${url}/weapp/index.html?${query}#${target}`;
}

async function inLanguage(page: Page, url: string, round: Round): Promise<void> {
  await page.goto(addressOf(url, round, 'language', PATHS.me.url()));
  await page.waitForFunction(() => window.program !== undefined);
  if (round.language === 'zh-CN') return;
  await page.getByText('English', { exact: true }).click();
  await page.waitForTimeout(SETTLE_MS);
}

async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => window.program?.page.wasDrawn === true);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(SETTLE_MS);
}

/** Opens folded content, so that it is measured too. */
async function unfold(page: Page, { unfold: words }: NamedPath): Promise<void> {
  if (words === undefined) return;
  await page.getByText(words, { exact: true }).first().click();
  await page.waitForTimeout(SETTLE_MS);
}

/** Opens the explanation of the page's first figure. @returns whether there is a figure */
async function explainFigure(page: Page): Promise<boolean> {
  const figure = page.locator('.hl-money__figure').first();
  if ((await figure.count()) === 0) return false;
  await figure.click();
  await page.waitForTimeout(SETTLE_MS);
  return true;
}

/** `home`, `home company`, `home anonymous`, each with its language, and `tight` where it is. */
function labelOf(name: string, { person, language, setting }: Round): string {
  const size = setting === TIGHT ? 'tight' : '';
  return [name, person === 'streamer' ? '' : (person ?? 'anonymous'), language, size]
    .filter((part) => part !== '')
    .join(' ');
}

async function auditRound(
  { page, url, pictures }: { page: Page; url: string; pictures: string | undefined },
  round: Round,
  pages: readonly NamedPath[],
): Promise<JudgedPage[]> {
  await page.addInitScript(IN_PAGE);
  const troubles = watchTroubles(page, url);
  let calls = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/fn/')) calls += 1;
  });
  await inLanguage(page, url, round);
  const judged: JudgedPage[] = [];
  let knownTroubles = troubles.length;
  const measure = async (name: string): Promise<void> => {
    const label = labelOf(name, round);
    const figures = await page.evaluate(auditPage);
    const audit = { ...figures, ...(await page.evaluate(auditTexts)), calls };
    judged.push(judgePage(label, audit, troubles.slice(knownTroubles)));
    const file = `${label.replaceAll(' ', '.')}.png`;
    if (pictures) await page.screenshot({ path: path.join(pictures, file) });
  };
  for (const namedPath of pages) {
    knownTroubles = troubles.length;
    calls = 0;
    await openPage(page, addressOf(url, round, namedPath.name, namedPath.path));
    if (round.language === 'en-US' && round.person === 'streamer') await unfold(page, namedPath);
    await measure(namedPath.name);
    if (await explainFigure(page)) await measure(`${namedPath.name} explained`);
  }
  return judged;
}

async function auditAll(
  desk: Desk,
  browser: Browser,
  pictures: string | undefined,
): Promise<JudgedPage[]> {
  // The names are read first: discovery then shows the stores of the demonstration alone.
  const names = await readNames(desk.cloud);
  const all = [...everyPage(names), ...(await pageStates(desk.cloud))];
  const judged: JudgedPage[] = [];
  for (const round of ROUNDS) {
    const { width, theme: colorScheme } = round.setting;
    const viewport = { width, height: HEIGHT };
    const context = await browser.newContext({
      viewport,
      colorScheme,
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    const pages = all.filter(({ name }) => round.only?.includes(name) ?? true);
    judged.push(...(await auditRound({ page, url: desk.url, pictures }, round, pages)));
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
    const styles = findInStyles(readStyles('dist/weapp'));
    console.log(values.json === true ? JSON.stringify(pages, null, 2) : tableOf(pages));
    [...stale, ...styles].forEach((line) => console.error(line));
    if (stale.length + styles.length > 0 || pages.some(({ findings }) => findings.length > 0))
      process.exitCode = 1;
  } finally {
    await browser.close();
    await desk.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

void runMain(main, USAGE);
