import '../in-node';

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, afterEach, describe, expect, it } from 'vitest';

import { compileBuild } from '../compile/compile';
import { tapElement } from '../driver/finger';
import { launch } from './launch';
import { memoryStorage } from './memory-storage';
import { STACK_LIMIT } from './page-stack';
import type { Program } from './program';
import type { LaunchOptions } from './types';

const folders: string[] = [];
let running: Program | null = null;

afterEach(() => running?.close());
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const PAGE = `Page({
  data: { log: '' },
  say(what) { this.setData({ log: this.data.log + what + ' ' }); },
  onLoad(query) { this.say('load:' + JSON.stringify(query)); },
  onShow() { this.say('show'); },
  onReady() { this.say('ready'); },
  onHide() { this.say('hide'); },
  tap(event) { this.say(event.type + ':' + event.currentTarget.dataset.id); },
  typed({ detail }) { this.say('typed:' + detail.value); },
});`;
const WXML = `<view data-id="7" bindtap="tap"><text class="log">{{log}}</text></view>
<input bindinput="typed"/>`;

/** A small mini program; later files win. */
function program(files: Record<string, string>, parts: Partial<LaunchOptions> = {}): Program {
  const folder = mkdtempSync(path.join(tmpdir(), 'program-'));
  folders.push(folder);
  const all = {
    'app.json': JSON.stringify({
      pages: ['a', 'b'],
      subPackages: [{ root: 'more', pages: ['c'] }],
      __usePrivacyCheck__: true,
    }),
    'app.js': 'App({})',
    ...{ 'a.js': PAGE, 'a.wxml': WXML, 'b.js': 'Page({})', 'b.wxml': '<view>b</view>' },
    ...{ 'more/c.js': 'Page({})', 'more/c.wxml': '<view>c</view>' },
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const container = document.createElement('div');
  document.body.append(container);
  running = launch({
    build: compileBuild(folder),
    ...{ container, styles: false, cloud: async () => ({ result: null }) },
    ...parts,
  });
  return running;
}

const moment = (): Promise<void> => new Promise((done) => setTimeout(done, 40));
const log = ({ page }: Program): string =>
  page.view.querySelector('.log')?.textContent?.trim() ?? '';

/** A program whose first page runs some code once it is drawn; `show(text)` is on its screen then. */
async function ran(code: string, parts: Partial<LaunchOptions> = {}): Promise<Program> {
  const page = `Page({ data: { log: '' }, onReady() {
    const show = (log) => this.setData({ log });
    ${code}
  } })`;
  const started = program({ 'a.js': page }, parts);
  await moment();
  return started;
}

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
    running?.close();
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
        ...{ scene: 1154, storage, onShare: (card) => cards.push(card) },
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

describe('scripts', () => {
  it('find no browser and no Node', async () => {
    const names = ['window', 'document', 'fetch', 'localStorage', 'process', 'Buffer'];
    const started = program({
      'a.js': `Page({ data: { log: '' }, onReady() {
        this.setData({ log: [${names.map((name) => `typeof ${name}`).join()}].join() });
      } })`,
    });
    await moment();
    expect(log(started)).toBe(names.map(() => 'undefined').join());
  });

  it('may not ask for a file of another subpackage', () => {
    expect(() => program({ 'a.js': "require('./more/c'); Page({})" })).toThrow(
      "a.js: 'more/c.js' lies in the subpackage more",
    );
  });

  it('that use an interface which is not here fail by its name', async () => {
    const { errors } = await ran('wx.scanCode({});');
    expect(errors.map(String)).toEqual(['Error: weapp-runtime has no wx.scanCode']);
    running?.close();
    const inside = await ran('wx.cloud.database();');
    expect(inside.errors.map(String)).toEqual(['Error: weapp-runtime has no wx.cloud.database']);
  });

  it('may ask first whether an interface is there', async () => {
    const code = "show([wx.canIUse('cloud.callFunction'), wx.canIUse('scanCode')].join());";
    expect(log(await ran(code))).toBe('true,false');
  });
});

describe('the device', () => {
  it('keeps storage between two launches', async () => {
    const storage = memoryStorage();
    (await ran("wx.setStorageSync('k', { a: [1] });", { storage })).close();
    const read = "show(JSON.stringify(wx.getStorageSync('k')) + wx.getStorageSync('none'));";
    const started = await ran(read, { storage });
    expect(log(started)).toBe('{"a":[1]}');
  });

  it('asks once before a private interface, and a refusal reaches the program', async () => {
    const started = program({
      'a.js': `Page({ data: { log: '' }, onReady() {
        wx.chooseMedia({ fail: ({ errMsg, errno }) => this.setData({ log: errMsg + errno }) });
      } })`,
    });
    await moment();
    const refuse = [...started.screen.querySelectorAll('button')].find(
      (one) => one.textContent === '拒绝',
    );
    tapElement(refuse as Element);
    await moment();
    expect(log(started)).toBe('chooseMedia:fail privacy permission is not authorized104');
  });

  it('gives a chosen file, which can be read and uploaded', async () => {
    const uploaded: string[] = [];
    const started = program(
      {
        'app.json': JSON.stringify({ pages: ['a', 'b'] }),
        'a.js': `Page({ data: { log: '' }, go() {
          wx.chooseMessageFile({ count: 1, success: ({ tempFiles: [{ path, name }] }) => {
            const { readFile } = wx.getFileSystemManager();
            readFile({ filePath: path, encoding: 'utf8', success: ({ data }) =>
              wx.cloud.uploadFile({ cloudPath: 'x/' + name, filePath: path,
                success: ({ fileID }) => this.setData({ log: data + ' ' + fileID }) }) });
          } });
        } })`,
        'a.wxml': '<view bindtap="go"><text class="log">{{log}}</text></view>',
      },
      {
        upload: async (cloudPath, bytes) => {
          uploaded.push(`${cloudPath} ${bytes.length}`);
          return 'cloud://x';
        },
      },
    );
    started.device.offeredFiles.push([
      { name: 'sales.csv', bytes: new TextEncoder().encode('日期') },
    ]);
    tapElement(started.page.view.querySelector('wx-view') as Element);
    await moment();
    expect(log(started)).toBe('日期 cloud://x');
    expect(uploaded).toEqual(['x/sales.csv 6']);
  });

  it('calls no function without a network, and tells when it comes back', async () => {
    const started = program(
      {
        'a.js': `Page({ data: { log: '' }, onReady() {
          wx.onNetworkStatusChange(({ networkType }) => this.setData({ log: this.data.log + networkType }));
          wx.cloud.callFunction({ name: 'f', fail: ({ errCode }) => this.setData({ log: errCode + ' ' }) });
        } })`,
      },
      { isOnline: false },
    );
    await moment();
    started.setOnline(true);
    expect(log(started)).toBe('-1 wifi');
  });

  it('keeps the screen on and the clipboard', async () => {
    const started = program({
      'app.json': JSON.stringify({ pages: ['a', 'b'] }),
      'a.js': `Page({ onReady() {
        wx.setKeepScreenOn({ keepScreenOn: true });
        wx.setClipboardData({ data: 'code' });
      } })`,
    });
    await moment();
    expect(started.device).toMatchObject({ isKeptOn: true, clipboard: 'code' });
  });
});

describe('what a person allows', () => {
  it('is asked of subscribe messages by template, three at most', async () => {
    const started = await ran(`this.go = () => wx.requestSubscribeMessage({ tmplIds: ['x', 'y'],
      success: ({ x, y }) => show(x + ' ' + y) });`);
    started.device.subscriptions.set('x', 'accept');
    (started.page.instance.go as () => void)();
    await moment();
    expect(log(started)).toBe('accept reject');
    running?.close();
    const many = `wx.requestSubscribeMessage({ tmplIds: ['1', '2', '3', '4'], fail: ({ errMsg }) => show(errMsg) });`;
    expect(log(await ran(many))).toContain('tmplIds length exceeds the limit');
  });

  it('lets a drawn picture into the album', async () => {
    const started = await ran(
      `const canvas = wx.createOffscreenCanvas({ type: '2d', width: 5, height: 4 });
      canvas.getContext('2d').fillRect(0, 0, 5, 4);
      wx.canvasToTempFilePath({ canvas, success: ({ tempFilePath: filePath }) =>
        wx.saveImageToPhotosAlbum({ filePath, success: () => show('saved') }) });`,
    );
    const agree = [...started.screen.querySelectorAll('button')].find(
      (one) => one.textContent === '同意',
    );
    tapElement(agree as Element);
    await moment();
    expect(log(started)).toBe('saved');
    expect(started.device.album).toHaveLength(1);
  });
});

describe('sharing', () => {
  it('asks the page, and only a page that has the hook', async () => {
    const started = program({
      'b.js': "Page({ onShareAppMessage: ({ from }) => ({ title: from, path: 'a?x=1' }) })",
    });
    expect(started.share()).toBeNull();
    started.open('/b?y=2');
    expect(started.share()).toEqual({ title: 'menu', path: '/a?x=1', imageUrl: null });
    expect(started.shareToTimeline()).toBeNull();
  });

  it('is not offered where the page hid the menu', async () => {
    const hooks = 'onShareAppMessage: () => ({}), onShareTimeline: () => ({})';
    const started = program({ 'a.js': `Page({ ${hooks}, onReady() { wx.hideShareMenu(); } })` });
    await moment();
    expect([started.share(), started.shareToTimeline()]).toEqual([null, null]);
  });
});

describe('a card that opens a running program', () => {
  it('is told to App with its page and scene, and then the page opens', async () => {
    const started = program({
      'app.js':
        'App({ onShow({ path, query, scene }) { this.seen = [path, query.y, scene].join(); } })',
      'b.js': `Page({ data: { log: '' }, onLoad() {
        this.setData({ log: getApp().seen + ' ' + wx.getEnterOptionsSync().scene + wx.getLaunchOptionsSync().scene });
      } })`,
      'b.wxml': '<text class="log">{{log}}</text>',
    });
    started.open('/b?y=2');
    expect(log(started)).toBe('b,2,1007 10071001');
  });
});

describe('pulling down', () => {
  const pulled =
    "Page({ data: { log: '' }, onPullDownRefresh() { this.setData({ log: 'pulled' }) } })";

  it('does something only where the page’s JSON lets it', async () => {
    program({ 'a.js': pulled }).pullDown();
    expect(log(running as Program)).toBe('');
    running?.close();
    const config = JSON.stringify({ enablePullDownRefresh: true });
    program({ 'a.js': pulled, 'a.json': config }).pullDown();
    expect(log(running as Program)).toBe('pulled');
  });
});
