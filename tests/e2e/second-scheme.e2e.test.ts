// A scheme that is published into the running cloud appears in the app as it was built.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Desk, startDesk } from '../../desk/desk';
import { toPublished } from '../../src/contract/published-rule-set';
import fiction from '../testkit/fixtures/fiction-2026.v1.json';
import { PhoneApp } from '../testkit/browser/pages/phone-app';
import { launchBrowser, watchTroubles } from '../testkit/browser/browser';

const dataDir = mkdtempSync(path.join(tmpdir(), 'second-scheme-'));
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk({ port: 0, dataDir, log: console.log });
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await desk?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a second scheme', () => {
  it('is shown with its own tiers beside the first, without a new build', async () => {
    const context = await browser.newContext({ viewport: { width: 375, height: 812 } });
    const window = await context.newPage();
    const troubles = watchTroubles(window, desk.url);
    const app = new PhoneApp(window);
    await window.goto(`${desk.url}/h5/index.html?person=streamer#/pages/progress/index`);
    await app.settle();
    expect(await app.text('2,000万 档').isVisible()).toBe(true);
    expect(await window.getByText('虚构').count()).toBe(0);
    const now = new Date().toISOString();
    await desk.cloud.database.insert('rule_sets', [{ ...toPublished(fiction, now) }]);
    await app.openTab('home');
    await app.openTab('progress');
    await app.text('虚构 2026–2027').waitFor();
    expect(await app.text('虚构第 2 档').isVisible()).toBe(true);
    await app.text('花都 2020–2022').click();
    expect(await app.text('2,000万 档').isVisible()).toBe(true);
    expect(troubles).toEqual([]);
    await context.close();
  }, 60_000);
});
