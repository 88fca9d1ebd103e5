import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { auditPage } from '../../scripts/audit/in-page';
import { IN_PAGE } from '../../scripts/audit/in-page-colours';
import { auditTexts } from '../../scripts/audit/in-page-texts';
import { bundleProgramPage } from 'weapp-runtime/page';
import { launchBrowser } from '../testkit/browser/browser';

/** No server runs there; the test serves every file. */
const ORIGIN = 'http://weapp.invalid';

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="400" height="400"/></svg>';

const STYLE = `
.faint { color: #999 }
.large { color: #888; font-size: 24px }
.small { width: 100px; height: 40px }
.wide { width: 400px; height: 50px }
.cut { overflow: hidden }
.sign { width: 50px; height: 50px }
.squeezed { width: 360px; height: 500px }
.box { width: 60px; height: 30px; overflow: hidden }
.chip { width: 60px; height: 30px; background: #fff; white-space: nowrap }
.ellipsis { text-overflow: ellipsis; overflow: hidden }
.over { margin-top: -24px }
.mark { width: 10px; height: 10px; background: #ddd }
.mark--clear { background: #777 }`;

/** A page with a fault of each kind, beside sound elements that look alike. */
const FAULTY = `
<view class="faint">faint words</view><view class="large">large words</view>
<view class="small" bindtap="tap">small target</view>
<view bindtap="tap" style="height: 50px"></view>
<view bindtap="tap" style="height: 50px" aria-label="named"></view>
<input style="height: 50px"/><input style="height: 50px" placeholder="named"/>
<view class="wide">wide</view><view class="cut"><view class="wide">cut</view></view>
<image class="sign" src="/p.svg"/><image class="squeezed" src="/p.svg"/>
<image class="squeezed" mode="aspectFit" src="/p.svg"/>`;

/** Words without their place, and a faint mark, beside sound ones that look alike. */
const CROWDED = `
<view class="box">words that are cut</view><view class="box">whole</view>
<view class="chip">words beyond the chip</view><view class="chip ellipsis">words that end so</view>
<view>below</view><view class="over">above</view><view>beside</view>
<view class="mark"></view><view class="mark mark--clear"></view>`;

describe('the audit of a page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'faulty-'));
  let browser: Browser;

  async function audit<Found>(wxml: string, look: () => Found): Promise<Found> {
    const files = {
      'app.json': '{ "pages": ["a"] }',
      'app.js': 'App({})',
      'app.wxss': STYLE,
      'a.js': 'Page({ tap() {} })',
      'a.wxml': wxml,
      'p.svg': PICTURE,
    };
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
    const served = await bundleProgramPage(folder);
    const page = await browser.newPage({ viewport: { width: 375, height: 812 } });
    await page.addInitScript(IN_PAGE);
    await page.route(`${ORIGIN}/**`, (route) => {
      const file = served.get(new URL(route.request().url()).pathname);
      return file
        ? route.fulfill({ body: file.bytes, contentType: file.type })
        : route.fulfill({ status: 404 });
    });
    await page.goto(`${ORIGIN}/weapp/index.html`);
    await page.waitForFunction(() => window.program?.page.wasDrawn === true);
    const found = await page.evaluate(look);
    await page.close();
    return found;
  }

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('finds a fault of each kind and names its element', async () => {
    expect(await audit(FAULTY, auditPage)).toMatchObject({
      pictureCount: 3,
      pictures: ['sign ""', 'squeezed ""'],
      smallestTarget: 40,
      smallTargets: ['small "small target"'],
      overflowing: ['wide "wide"'],
      unnamed: ['wx-view ""', 'wx-input ""'],
      lowestContrast: 2.4,
      faint: ['faint "faint words"', 'wx-placeholder "named"'],
      errors: [],
    });
  });

  it('finds nothing on a sound page, and returns null when there is nothing to measure', async () => {
    expect(await audit('<view style="height: 10px"></view>', auditPage)).toMatchObject({
      pictures: [],
      smallTargets: [],
      overflowing: [],
      unnamed: [],
      faint: [],
      pictureCount: 0,
      smallestTarget: null,
      lowestContrast: null,
    });
  });

  it('names words that are cut off, spill or lie on others, and marks that are hard to see', async () => {
    expect(await audit(CROWDED, auditTexts)).toEqual({
      clipped: ['box "words that are cut"'],
      spilled: ['chip "words beyond the chip"'],
      overlapping: ['wx-view "below" and over "above"'],
      faintMarks: ['mark "" 1.16'],
    });
  });
});
