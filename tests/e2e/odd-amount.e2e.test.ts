// An amount that looks like a slip is asked about once, in the browser.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Desk, startDesk } from '../../desk/desk';
import { HomePage } from '../testkit/browser/pages/home-page';
import { PhoneApp } from '../testkit/browser/pages/phone-app';
import { RecordPage } from '../testkit/browser/pages/record-page';
import { launchBrowser, watchTroubles } from '../testkit/browser/browser';

const dataDir = mkdtempSync(path.join(tmpdir(), 'odd-amount-'));
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

describe('an amount far above the usual', () => {
  it('keeps the typed text until it is changed or confirmed', async () => {
    const context = await browser.newContext({ viewport: { width: 375, height: 812 } });
    const window = await context.newPage();
    const troubles = watchTroubles(window, desk.url);
    const app = new PhoneApp(window);
    const entries = () => desk.cloud.database.readAll('sales_entries').length;
    const before = entries();
    await window.goto(`${desk.url}/h5/index.html?person=streamer#/pages/home/index`);
    await new HomePage(app).record();
    const record = new RecordPage(app);
    await record.type('3000万');
    await record.confirm();
    await app.text('比平时多很多，金额对吗？').waitFor();
    await app.text('回去改').click();
    await app.text('¥30,000,000.00').waitFor();
    await record.confirm();
    await app.text('改成 ¥3,000,000').click();
    await app.text('300万').waitFor();
    expect(entries()).toBe(before);
    await record.confirm();
    await record.saved.waitFor();
    expect(entries()).toBe(before + 1);
    expect(troubles).toEqual([]);
    await context.close();
  }, 60_000);
});
