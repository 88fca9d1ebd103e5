import { describe, expect, it } from 'vitest';

import { PATHS } from '../../src/paths';
import { takePicture } from '../testkit/browser/browser';
import { readNames } from '../testkit/browser/names';
import { CalendarPage } from '../testkit/browser/pages/calendar-page';
import { FindPage } from '../testkit/browser/pages/find-page';
import { PhoneApp } from '../testkit/browser/pages/phone-app';
import { ShopSessionsPage } from '../testkit/browser/pages/shop-sessions-page';
import { openStory } from '../testkit/browser/story';

/** One browser and one story: each step continues where the previous one ended. */
describe('finding a session', () => {
  const story = openStory('find', 'h5');

  it('searches titles by their pinyin initials, and says that nothing was found', async () => {
    const { started, desk, app } = story();
    await desk.open(started.url);
    const find = new FindPage(app);
    await find.open();
    await find.search('lxx');
    await expect.poll(async () => new Set(await find.titles())).toEqual(new Set(['旅行箱清仓']));
    expect(await find.rows.count()).toBeGreaterThan(3);
    await takePicture(desk.page, '8-search');
    await find.search('没有这个词');
    await app.text('标题里没有“没有这个词”').waitFor();
    expect(await find.rows.count()).toBe(0);
    await find.clear();
  });

  it('filters by state, and shows all again when the filter is taken away', async () => {
    const { desk, app } = story();
    const find = new FindPage(app);
    await find.filterBy('待记录');
    await expect.poll(() => find.titles()).toEqual(['会员返场']);
    expect(await find.chips.allInnerTexts()).toEqual(['待记录 ✕']);
    await takePicture(desk.page, '8-filter');
    await find.chips.first().click();
    await expect.poll(() => find.rows.count()).toBeGreaterThan(10);
    expect(await find.chips.count()).toBe(0);
  });

  it('opens a session that was found, and finds the place again afterwards', async () => {
    const { app } = story();
    const find = new FindPage(app);
    await find.search('年终');
    await expect.poll(() => find.titles()).toEqual(['年终返场']);
    await find.rows.first().click();
    await app.find('.session__title').waitFor();
    expect(await app.find('.session__title').innerText()).toBe('年终返场');
    await app.root.locator('html').evaluate(() => window.history.back());
    await expect.poll(() => find.titles()).toEqual(['年终返场']);
  });
});

describe('the calendar', () => {
  const story = openStory('calendar', 'h5');

  it('shows the sessions of a day of the month before, with its sum', async () => {
    const { started, desk, app } = story();
    await desk.open(started.url);
    const calendar = new CalendarPage(app);
    await calendar.open();
    await calendar.back();
    await expect.poll(() => calendar.sums.innerText()).toMatch(/^净 ¥[\d,]+，已记 \d+ 场$/);
    const held = calendar.days.filter({ hasText: '万' }).first();
    await held.click();
    await expect.poll(() => calendar.rows.count()).toBe(1);
    await takePicture(desk.page, '8-calendar-month');
  });

  it('shows the weeks of the calendar with their sessions in columns', async () => {
    const { desk, app } = story();
    const calendar = new CalendarPage(app);
    await calendar.show('周');
    await expect.poll(() => calendar.title.innerText()).toContain('–');
    await expect.poll(() => calendar.blocks.count()).toBeGreaterThan(0);
    await takePicture(desk.page, '8-calendar-week');
    await calendar.show('月');
    await expect.poll(() => calendar.blocks.count()).toBe(0);
  });
});

describe("a store's sessions", () => {
  const story = openStory('shop-sessions', 'h5');

  it('are all reached from the page of the store, without a login', async () => {
    const { started, context } = story();
    const { shopId } = await readNames(started.cloud);
    const page = await context.newPage();
    const address = PATHS.shop.url({ id: shopId });
    await page.goto(`${started.url}/h5/index.html#${address}`);
    const app = new PhoneApp(page);
    const sessions = new ShopSessionsPage(app);
    await sessions.openAll();
    await expect.poll(() => sessions.current.innerText()).toBe('往期');
    await expect.poll(() => sessions.rows.count()).toBeGreaterThan(3);
    const first = await sessions.rows.count();
    await sessions.readAll();
    // Money is never shown to viewers.
    const words = (await app.words()).join('\n');
    expect(words).not.toMatch(/[¥￥]/);
    expect(await sessions.rows.count()).toBeGreaterThan(first);
    await takePicture(page, '8-store-sessions');
    await sessions.show('接下来');
    await app.text('年终返场').waitFor();
    await page.close();
  });
});
