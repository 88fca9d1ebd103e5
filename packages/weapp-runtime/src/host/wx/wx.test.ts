import { log, settle, program, runInPage, tapButton } from '../small-program.fixture';

import { describe, expect, it } from 'vitest';

import { tapElement } from '../../driver/finger';
import { memoryStorage } from '../memory-storage';

describe('wx and the device', () => {
  it('keep the storage between two launches', async () => {
    const storage = memoryStorage();
    (await runInPage("wx.setStorageSync('k', { a: [1] });", { storage })).close();
    const read = "show(JSON.stringify(wx.getStorageSync('k')) + wx.getStorageSync('none'));";
    const started = await runInPage(read, { storage });
    expect(log(started)).toBe('{"a":[1]}');
  });

  it('refuse a value when all values would pass 10 MB, and take it once there is room', async () => {
    const code = `
      const text = '0'.repeat(1000 * 1000);
      for (let n = 0; n < 10; n += 1) wx.setStorageSync('k' + n, text);
      let refused = '';
      try { wx.setStorageSync('last', text); } catch (cause) { refused = String(cause.errMsg || cause); }
      wx.removeStorageSync('k0');
      wx.setStorageSync('last', text);
      show(refused + ' ' + wx.getStorageSync('last').length);`;
    expect(log(await runInPage(code))).toMatch(/exceed storage max size 10Mb.* 1000000$/);
  });

  it('ask before a private interface, and pass a refusal to the program', async () => {
    const started = program({
      'a.js': `Page({ data: { log: '' }, onReady() {
        wx.chooseMedia({ fail: ({ errMsg, errno }) => this.setData({ log: errMsg + errno }) });
      } })`,
    });
    await settle();
    tapButton(started, '拒绝');
    await settle();
    expect(log(started)).toBe('chooseMedia:fail privacy permission is not authorized104');
  });

  it('let a program read and upload a chosen file', async () => {
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
      { name: 'report.csv', bytes: new TextEncoder().encode('日期') },
    ]);
    tapElement(started.page.view.querySelector('wx-view') as Element);
    await settle();
    expect(log(started)).toBe('日期 cloud://x');
    expect(uploaded).toEqual(['x/report.csv 6']);
  });

  it('send a file that the program wrote into a chat, from a tap only', async () => {
    const started = program({
      'a.js': `Page({ data: { log: '' }, onReady() { this.send(); }, send() {
        const filePath = wx.env.USER_DATA_PATH + '/a.csv';
        wx.getFileSystemManager().writeFileSync(filePath, '日期', 'utf8');
        wx.shareFileMessage({ filePath, fileName: 'a.csv',
          success: () => this.setData({ log: this.data.log + ' sent' }),
          fail: ({ errMsg }) => this.setData({ log: errMsg }) });
      } })`,
      'a.wxml': '<view bindtap="send"><text class="log">{{log}}</text></view>',
    });
    await settle();
    expect(log(started)).toContain('TAP gesture');
    expect(started.device.sentFiles).toEqual([]);
    tapElement(started.page.view.querySelector('wx-view') as Element);
    await settle();
    expect(log(started)).toMatch(/ sent$/);
    const [sent] = started.device.sentFiles;
    expect([sent?.name, new TextDecoder().decode(sent?.bytes)]).toEqual(['a.csv', '日期']);
  });

  it('let a program write in its own folder only', async () => {
    const write = `let refused = ''; try {
      wx.getFileSystemManager().writeFileSync('/etc/a', 'x', 'utf8');
    } catch (cause) { refused = cause.message; } show(refused);`;
    expect(log(await runInPage(write))).toContain('permission denied');
  });

  it('call no function before wx.cloud.init', async () => {
    const code = "wx.cloud.callFunction({ name: 'f', fail: ({ errMsg }) => show(errMsg) });";
    const started = await runInPage(code, {}, { 'app.js': 'App({})' });
    expect(log(started)).toContain('please call init first');
  });

  it('keep the consent separate from the program’s storage', async () => {
    const code = `wx.setStorageSync('k', 1); wx.clearStorageSync();
      show(wx.getStorageInfoSync().keys.length + ' '); wx.requirePrivacyAuthorize({
      success: () => show(JSON.stringify(wx.getStorageInfoSync().keys)) });`;
    const started = await runInPage(code);
    tapButton(started, '同意');
    await settle();
    expect(log(started)).toBe('[]');
  });

  it('call no function without a network, and report when it is back', async () => {
    const started = program(
      {
        'a.js': `Page({ data: { log: '' }, onReady() {
          wx.onNetworkStatusChange(({ networkType }) => this.setData({ log: this.data.log + networkType }));
          wx.cloud.callFunction({ name: 'f', fail: ({ errCode }) => this.setData({ log: errCode + ' ' }) });
        } })`,
      },
      { isOnline: false },
    );
    await settle();
    started.setOnline(true);
    expect(log(started)).toBe('-1 wifi');
  });

  it('keep the screen on and fill the clipboard', async () => {
    const started = program({
      'app.json': JSON.stringify({ pages: ['a', 'b'] }),
      'a.js': `Page({ onReady() {
        wx.setKeepScreenOn({ keepScreenOn: true });
        wx.setClipboardData({ data: 'code' });
      } })`,
    });
    await settle();
    expect(started.device).toMatchObject({ isKeptOn: true, clipboard: 'code' });
  });
});

describe('permissions', () => {
  it('are asked for subscribe messages by template, for three at most', async () => {
    const started =
      await runInPage(`this.go = () => wx.requestSubscribeMessage({ tmplIds: ['x', 'y'],
      success: ({ x, y }) => show(x + ' ' + y) });`);
    started.device.subscriptions.set('x', 'accept');
    (started.page.instance.go as () => void)();
    await settle();
    expect(log(started)).toBe('accept reject');
    const many = `wx.requestSubscribeMessage({ tmplIds: ['1', '2', '3', '4'], fail: ({ errMsg }) => show(errMsg) });`;
    expect(log(await runInPage(many))).toContain('tmplIds length exceeds the limit');
  });

  const CANVAS = { 'a.wxml': '<text class="log">{{log}}</text><canvas type="2d" id="picture"/>' };
  const ON_CANVAS = `wx.createSelectorQuery().select('#picture').fields({ node: true }).exec(([{ node }]) => {
    Object.assign(node, { width: 5, height: 4 });
    node.getContext('2d').fillRect(0, 0, 5, 4);`;

  it('are asked before a drawn picture is saved to the album', async () => {
    const started = await runInPage(
      `${ON_CANVAS}
        wx.canvasToTempFilePath({ canvas: node, success: ({ tempFilePath: filePath }) =>
          wx.saveImageToPhotosAlbum({ filePath, success: () => show('saved') }) }); });`,
      {},
      CANVAS,
    );
    await settle();
    tapButton(started, '同意');
    await settle();
    expect(log(started)).toBe('saved');
    expect(started.device.album).toHaveLength(1);
  });

  it('get no file of a canvas that is on no page', async () => {
    const started = await runInPage(
      `const canvas = wx.createOffscreenCanvas({ type: '2d', width: 5, height: 4 });
      canvas.getContext('2d').fillRect(0, 0, 5, 4);
      wx.canvasToTempFilePath({ canvas, fail: ({ errMsg }) => show(errMsg) });`,
    );
    expect(log(started)).toBe('canvasToTempFilePath:fail invalid viewId');
  });

  it('get no file where the device cannot make one', async () => {
    const started = await runInPage(
      `${ON_CANVAS}
        wx.canvasToTempFilePath({ canvas: node, fail: ({ errMsg }) => show(errMsg) }); });`,
      { canDraw: false },
      CANVAS,
    );
    await settle();
    expect(log(started)).toBe('canvasToTempFilePath:fail invalid viewId');
  });
});
