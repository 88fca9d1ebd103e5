import { log, settle, program, runInPage } from './small-program.fixture';

import { describe, expect, it, vi } from 'vitest';

import { holdElement, tapElement } from '../driver/finger';
import { memoryStorage } from './memory-storage';

describe('a page', () => {
  it('runs its hooks in order, with the query as it was written', async () => {
    const started = program({}, { path: '/a?x=1%20&y' });
    await settle();
    expect(log(started)).toBe('load:{"x":"1%20","y":""} show ready');
    started.hide();
    started.show();
    expect(log(started)).toContain('ready hide show');
  });

  it('receives taps and typed text as plain data', async () => {
    const started = program({});
    await settle();
    tapElement(started.page.view.querySelector('.log') as Element);
    const field = started.page.view.querySelector('wx-input input') as HTMLInputElement;
    field.value = '12';
    field.dispatchEvent(new window.Event('input', { bubbles: true }));
    expect(log(started)).toContain('tap:7 typed:12');
    expect(started.errors).toEqual([]);
  });
});

describe('a program that is launched again', () => {
  it('adds no listener to the body, which would keep the closed one in memory', async () => {
    program({}).close();
    const add = vi.spyOn(document.body, 'addEventListener');
    const started = program({});
    await settle();
    tapElement(started.page.view.querySelector('.log') as Element);
    expect(log(started)).toContain('tap:7');
    expect(add).not.toHaveBeenCalled();
  });
});

describe('an element that is held', () => {
  const show = (wxml: string) => program({ 'a.wxml': `${wxml}<text class="log">{{log}}</text>` });

  it('sends a long press and no tap when the program takes it', async () => {
    const started = show('<view class="key" data-id="7" bindtap="tap" bindlongpress="tap"/>');
    await settle();
    await holdElement(started.page.view.querySelector('.key') as Element);
    expect(log(started)).toContain('longpress:7');
    expect(log(started)).not.toContain('tap:7');
    tapElement(started.page.view.querySelector('.key') as Element);
    expect(log(started)).toContain('tap:7');
    expect(started.errors).toEqual([]);
  });

  it('sends a tap when nothing takes the long press', async () => {
    const started = show('<view class="key" data-id="7" bindtap="tap"/>');
    await settle();
    await holdElement(started.page.view.querySelector('.key') as Element);
    expect(log(started)).toContain('tap:7');
  });
});

describe('a page that closes before it is drawn', () => {
  it('does not run onReady', async () => {
    const started = program({
      'app.js': 'App({ hooks: [] })',
      'a.js': `const hooks = getApp().hooks; Page({ onShow() { wx.redirectTo({ url: '/b' }) },
        onUnload() { hooks.push('unload') }, onReady() { hooks.push('ready') } })`,
      'b.js':
        "Page({ data: { log: '' }, onReady() { this.setData({ log: getApp().hooks.join() }) } })",
      'b.wxml': '<text class="log">{{log}}</text>',
    });
    await settle();
    await settle();
    expect(log(started)).toBe('unload');
  });
});

describe('a launch that fails', () => {
  it('throws the reason and removes the screen', () => {
    expect(() => program({}, { path: '/gone' })).toThrow('page "gone" is not found');
    expect(document.querySelectorAll('.wx-screen')).toHaveLength(0);
  });
});

describe('an error of the program', () => {
  it('is recorded and passed to App, to listeners and to onError of the launch', async () => {
    const reported: unknown[] = [];
    const started = program(
      {
        'app.js':
          "App({ lines: [], onError(text) { this.lines.push('App ' + text.split('\\n')[0]) } })",
        'a.js': `Page({ data: { log: '' }, onReady() {
          wx.onError(({ message }) => getApp().lines.push('wx ' + message.split('\\n')[0]));
          setTimeout(() => { throw new Error('oh') });
          setTimeout(() => this.setData({ log: getApp().lines.join() }), 10);
        } })`,
      },
      { onError: (error) => reported.push(error) },
    );
    await settle();
    await settle();
    expect(log(started)).toBe('App Error: oh,wx Error: oh');
    expect(reported.map(String)).toEqual(['Error: oh']);
    expect(started.errors).toEqual(reported);
  });
});

describe('the tab bar', () => {
  const app = JSON.stringify({
    pages: ['a', 'b'],
    tabBar: { list: [{ pagePath: 'a', text: 'A' }] },
  });

  it('changes its text only while a tab is shown', async () => {
    const code = "wx.setTabBarItem({ index: 0, text: 'X', fail: ({ errMsg }) => show(errMsg) });";
    const onTab = await runInPage(code, {}, { 'app.json': app });
    expect(onTab.screen.querySelector('.wx-tabs')?.textContent).toBe('X');
    const elsewhere = program(
      {
        'app.json': app,
        'b.js': `Page({ data: { log: '' }, onReady() { const show = (log) => this.setData({ log }); ${code} } })`,
        'b.wxml': '<text class="log">{{log}}</text>',
      },
      { path: '/b' },
    );
    await settle();
    expect(log(elsewhere)).toBe('setTabBarItem:fail not TabBar page');
  });
});

describe('the page stack', () => {
  it('opens ten pages at most', async () => {
    const started = program(
      { 'b.js': 'Page({ onShow() { wx.navigateTo({ url: "/b", fail() {} }) } })' },
      { path: '/b' },
    );
    await settle();
    expect(started.routes).toHaveLength(10);
  });

  it('refuses a page that app.json does not list, with WeChat’s text', async () => {
    const started = program({
      'a.js': `Page({ data: { log: '' }, onReady() {
        wx.navigateTo({ url: '/gone', fail: ({ errMsg }) => this.setData({ log: errMsg }) });
      } })`,
    });
    await settle();
    expect(log(started)).toBe('navigateTo:fail page "gone" is not found');
  });
});

describe('the single page of Moments', () => {
  it('refuses to navigate', async () => {
    const code = "wx.navigateTo({ url: '/b', fail: ({ errMsg }) => show(errMsg) });";
    expect(log(await runInPage(code, { scene: 1154 }))).toBe(
      'navigateTo:fail not allowed in single page mode',
    );
    expect((await runInPage(code)).routes).toEqual(['a', 'b']);
  });

  it('has a separate storage, no share button and no identified caller', async () => {
    const storage = memoryStorage();
    storage.set('k', '"kept"');
    const identified: boolean[] = [];
    const cards: unknown[] = [];
    const started = program(
      {
        'a.js': `Page({ data: { log: '' }, onShareAppMessage: () => ({}), onReady() {
          wx.cloud.callFunction({ name: 'f' });
          this.setData({ log: wx.getStorageSync('k') });
        } })`,
        'a.wxml': '<text class="log">{{log}}</text><button open-type="share">share</button>',
      },
      {
        scene: 1154,
        storage,
        onShare: (card) => cards.push(card),
        cloud: async (_name, _event, isIdentified) => {
          identified.push(isIdentified);
          return { result: null };
        },
      },
    );
    await settle();
    tapElement(started.page.view.querySelector('wx-button') as Element);
    expect([log(started), identified, cards]).toEqual(['', [false], []]);
  });
});

describe('pulling down', () => {
  const pulled =
    "Page({ data: { log: '' }, onPullDownRefresh() { this.setData({ log: 'pulled' }) } })";

  it('has an effect only if the JSON of the page enables it', async () => {
    const still = program({ 'a.js': pulled });
    still.pullDown();
    expect(log(still)).toBe('');
    const config = JSON.stringify({ enablePullDownRefresh: true });
    const moving = program({ 'a.js': pulled, 'a.json': config });
    moving.pullDown();
    expect(log(moving)).toBe('pulled');
  });
});

describe('the setData meter', () => {
  it('counts transfers to a page together with those to its components', async () => {
    const started = program({
      'a.json': JSON.stringify({ usingComponents: { part: '/part' } }),
      'a.js': 'Page({ data: { x: 1 }, tap() { this.setData({ x: 2 }) } })',
      'a.wxml': '<view id="a" bindtap="tap">{{x}}</view><part/>',
      'part.json': JSON.stringify({ component: true }),
      'part.js': 'Component({ data: { y: 1 }, methods: { tap() { this.setData({ y: 22 }) } } })',
      'part.wxml': '<view class="b" bindtap="tap">{{y}}</view>',
    });
    await settle();
    started.meter.reset();
    tapElement(started.page.view.querySelector('wx-view') as Element);
    expect(started.meter.of('a')).toEqual({ calls: 1, bytes: 7, largest: 7 });
    tapElement(started.page.view.querySelectorAll('wx-view')[1] as Element);
    expect(started.meter.of('a')).toEqual({ calls: 2, bytes: 15, largest: 8 });
    expect(started.meter.of('b')).toMatchObject({ calls: 0 });
  });

  it('counts events and queries of the screen, which cross the other way', async () => {
    const started = program({
      'a.js': `Page({
        tap() { this.createSelectorQuery().select('view').boundingClientRect().exec(); },
      })`,
      'a.wxml': '<view bindtap="tap">a</view>',
    });
    await settle();
    started.meter.reset();
    expect(started.meter.fromScreen).toEqual({ events: 0, queries: 0 });
    tapElement(started.page.view.querySelector('wx-view') as HTMLElement);
    expect(started.meter.fromScreen).toEqual({ events: 1, queries: 1 });
  });
});

describe('the time of a device', () => {
  const SHOWN = `Page({ data: { log: '' }, onLoad() {
    const now = new Date();
    this.setData({ log: [Date.now(), now.getTimezoneOffset(), now.getHours(), now.getDate(),
      now instanceof Date, new Date(0).toISOString()].join(' ') });
  } })`;
  const NOON = Date.parse('2026-11-24T12:30:00.000Z');

  it('is its own clock in its own zone', async () => {
    const started = program({ 'a.js': SHOWN }, { clock: () => NOON, zoneMinutes: -300 });
    await settle();
    expect(log(started)).toBe(`${String(NOON)} 300 7 24 true 1970-01-01T00:00:00.000Z`);
    const east = program({ 'a.js': SHOWN }, { clock: () => NOON, zoneMinutes: 13 * 60 });
    await settle();
    expect(log(east)).toBe(`${String(NOON)} -780 1 25 true 1970-01-01T00:00:00.000Z`);
  });

  it('is the machine’s clock where only the zone is given', async () => {
    const started = program({ 'a.js': SHOWN }, { zoneMinutes: 480 });
    await settle();
    const [now, offset] = log(started).split(' ').map(Number);
    expect(Math.abs((now ?? 0) - Date.now())).toBeLessThan(5_000);
    expect(offset).toBe(-480);
  });
});
