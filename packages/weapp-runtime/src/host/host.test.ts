import { log, moment, program, ran } from './small-program.fixture';

import { describe, expect, it } from 'vitest';

import { tapElement } from '../driver/finger';
import { memoryStorage } from './memory-storage';
import { STACK_LIMIT } from './page-stack';

describe('a page', () => {
  it('goes through its hooks in order, with the query as it was written', async () => {
    const started = program({}, { path: '/a?x=1%20&y' });
    await moment();
    expect(log(started)).toBe('load:{"x":"1%20","y":""} show ready');
    started.hide();
    started.show();
    expect(log(started)).toContain('ready hide show');
  });

  it('hears a tap with plain data, and what is typed', async () => {
    const started = program({});
    await moment();
    tapElement(started.page.view.querySelector('.log') as Element);
    const field = started.page.view.querySelector('wx-input input') as HTMLInputElement;
    field.value = '12';
    field.dispatchEvent(new window.Event('input', { bubbles: true }));
    expect(log(started)).toContain('tap:7 typed:12');
    expect(started.errors).toEqual([]);
  });
});

describe('a page that is gone before it was drawn', () => {
  it('is never ready', async () => {
    const started = program({
      'app.js': 'App({ hooks: [] })',
      'a.js': `const hooks = getApp().hooks; Page({ onShow() { wx.redirectTo({ url: '/b' }) },
        onUnload() { hooks.push('unload') }, onReady() { hooks.push('ready') } })`,
      'b.js':
        "Page({ data: { log: '' }, onReady() { this.setData({ log: getApp().hooks.join() }) } })",
      'b.wxml': '<text class="log">{{log}}</text>',
    });
    await moment();
    await moment();
    expect(log(started)).toBe('unload');
  });
});

describe('a launch that fails', () => {
  it('says why and leaves nothing on the screen', () => {
    expect(() => program({}, { path: '/gone' })).toThrow('page "gone" is not found');
    expect(document.querySelectorAll('.wx-screen')).toHaveLength(0);
  });
});

describe('a fault', () => {
  it('is kept, and told to App, to listeners and to who launched', async () => {
    const heard: unknown[] = [];
    const started = program(
      {
        'app.js':
          "App({ said: [], onError(text) { this.said.push('App ' + text.split('\\n')[0]) } })",
        'a.js': `Page({ data: { log: '' }, onReady() {
          wx.onError(({ message }) => getApp().said.push('wx ' + message.split('\\n')[0]));
          setTimeout(() => { throw new Error('oh') });
          setTimeout(() => this.setData({ log: getApp().said.join() }), 10);
        } })`,
      },
      { onError: (error) => heard.push(error) },
    );
    await moment();
    await moment();
    expect(log(started)).toBe('App Error: oh,wx Error: oh');
    expect(heard.map(String)).toEqual(['Error: oh']);
    expect(started.errors).toEqual(heard);
  });
});

describe('the tab bar', () => {
  const app = JSON.stringify({
    pages: ['a', 'b'],
    tabBar: { list: [{ pagePath: 'a', text: 'A' }] },
  });

  it('takes words only while a tab is shown', async () => {
    const code = "wx.setTabBarItem({ index: 0, text: 'X', fail: ({ errMsg }) => show(errMsg) });";
    const onTab = await ran(code, {}, { 'app.json': app });
    expect(onTab.screen.querySelector('.wx-tabs')?.textContent).toBe('X');
    const elsewhere = program(
      {
        'app.json': app,
        'b.js': `Page({ data: { log: '' }, onReady() { const show = (log) => this.setData({ log }); ${code} } })`,
        'b.wxml': '<text class="log">{{log}}</text>',
      },
      { path: '/b' },
    );
    await moment();
    expect(log(elsewhere)).toBe('setTabBarItem:fail not TabBar page');
  });
});

describe('the stack of pages', () => {
  it('holds ten', async () => {
    const started = program(
      { 'b.js': 'Page({ onShow() { wx.navigateTo({ url: "/b", fail() {} }) } })' },
      { path: '/b' },
    );
    await moment();
    expect(started.routes).toHaveLength(STACK_LIMIT);
  });

  it('refuses a page that app.json does not name, in WeChat’s words', async () => {
    const started = program({
      'a.js': `Page({ data: { log: '' }, onReady() {
        wx.navigateTo({ url: '/gone', fail: ({ errMsg }) => this.setData({ log: errMsg }) });
      } })`,
    });
    await moment();
    expect(log(started)).toBe('navigateTo:fail page "gone" is not found');
  });
});

describe('the single page of Moments', () => {
  it('leads nowhere, and says so', async () => {
    const code = "wx.navigateTo({ url: '/b', fail: ({ errMsg }) => show(errMsg) });";
    expect(log(await ran(code, { scene: 1154 }))).toBe(
      'navigateTo:fail not allowed in single page mode',
    );
    expect((await ran(code)).routes).toEqual(['a', 'b']);
  });

  it('has a storage of its own, no share button, and nobody is identified in it', async () => {
    const storage = memoryStorage();
    storage.set('k', '"kept"');
    const told: boolean[] = [];
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
          told.push(isIdentified);
          return { result: null };
        },
      },
    );
    await moment();
    tapElement(started.page.view.querySelector('wx-button') as Element);
    expect([log(started), told, cards]).toEqual(['', [false], []]);
  });
});

describe('pulling down', () => {
  const pulled =
    "Page({ data: { log: '' }, onPullDownRefresh() { this.setData({ log: 'pulled' }) } })";

  it('does something only where the page’s JSON lets it', async () => {
    const still = program({ 'a.js': pulled });
    still.pullDown();
    expect(log(still)).toBe('');
    const config = JSON.stringify({ enablePullDownRefresh: true });
    const moving = program({ 'a.js': pulled, 'a.json': config });
    moving.pullDown();
    expect(log(moving)).toBe('pulled');
  });
});

describe('what crosses to the screen', () => {
  it('is counted for the page, its components’ share with it', async () => {
    const started = program({
      'a.json': JSON.stringify({ usingComponents: { part: '/part' } }),
      'a.js': 'Page({ data: { x: 1 }, tap() { this.setData({ x: 2 }) } })',
      'a.wxml': '<view id="a" bindtap="tap">{{x}}</view><part/>',
      'part.json': JSON.stringify({ component: true }),
      'part.js': 'Component({ data: { y: 1 }, methods: { tap() { this.setData({ y: 22 }) } } })',
      'part.wxml': '<view class="b" bindtap="tap">{{y}}</view>',
    });
    await moment();
    started.meter.reset();
    tapElement(started.page.view.querySelector('wx-view') as Element);
    expect(started.meter.of('a')).toEqual({ calls: 1, bytes: 7, largest: 7 });
    tapElement(started.page.view.querySelectorAll('wx-view')[1] as Element);
    expect(started.meter.of('a')).toEqual({ calls: 2, bytes: 15, largest: 8 });
    expect(started.meter.of('b')).toMatchObject({ calls: 0 });
  });
});
