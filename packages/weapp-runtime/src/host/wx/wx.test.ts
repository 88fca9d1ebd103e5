import { log, moment, program, ran } from '../small-program.fixture';

import { describe, expect, it } from 'vitest';

import { tapElement } from '../../driver/finger';
import { memoryStorage } from '../memory-storage';
import type { Program } from '../program';

/** Taps a button of a dialog. */
function tapWords({ screen }: Program, words: string): void {
  const button = [...screen.querySelectorAll('button')].find((one) => one.textContent === words);
  tapElement(button as Element);
}

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
    tapWords(started, '拒绝');
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

  it('calls no function before wx.cloud.init', async () => {
    const code = "wx.cloud.callFunction({ name: 'f', fail: ({ errMsg }) => show(errMsg) });";
    const started = await ran(code, {}, { 'app.js': 'App({})' });
    expect(log(started)).toContain('please call init first');
  });

  it('keeps the consent apart from what the program stores', async () => {
    const code = `wx.setStorageSync('k', 1); wx.clearStorageSync();
      show(wx.getStorageInfoSync().keys.length + ' '); wx.requirePrivacyAuthorize({
      success: () => show(JSON.stringify(wx.getStorageInfoSync().keys)) });`;
    const started = await ran(code);
    tapWords(started, '同意');
    await moment();
    expect(log(started)).toBe('[]');
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
    tapWords(started, '同意');
    await moment();
    expect(log(started)).toBe('saved');
    expect(started.device.album).toHaveLength(1);
  });
});
