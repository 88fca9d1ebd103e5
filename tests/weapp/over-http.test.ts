import { launchFiles } from 'weapp-runtime/testing';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { type ProbeCloud, startProbeCloud } from 'local-cloud/testing';
import { cloudOverHttp } from 'weapp-runtime';

/** A page that asks the cloud for the caller, or uploads a chosen file. */
const PAGE = `Page({ data: { log: '' },
  who() {
    wx.cloud.callFunction({ name: 'probe', data: { body: 'async ({ cloud }) => cloud.getWXContext().OPENID' },
      success: ({ result }) => this.setData({ log: result.value }),
      fail: ({ errMsg }) => this.setData({ log: errMsg }) });
  },
  put() {
    wx.chooseMessageFile({ count: 1, success: ({ tempFiles: [{ path, name }] }) =>
      wx.cloud.uploadFile({ cloudPath: 'in/' + name, filePath: path,
        success: ({ fileID }) => this.setData({ log: fileID }),
        fail: ({ errMsg }) => this.setData({ log: errMsg }) }) });
  },
})`;

describe('cloudOverHttp with a local cloud', () => {
  let cloud: ProbeCloud;
  beforeAll(async () => {
    cloud = await startProbeCloud({ workers: 1 });
  });
  afterAll(() => cloud.close());

  /** Runs a method of the page on a person's phone. @returns the text of the page afterwards */
  async function shownAfter(person: string | null, method: string, scene = 1001): Promise<string> {
    const files = {
      'app.json': JSON.stringify({ pages: ['a'] }),
      'app.js': 'wx.cloud.init(); App({})',
      'a.js': PAGE,
      'a.wxml': '<text class="log">{{log}}</text>',
    };
    const started = launchFiles(files, { ...cloudOverHttp(cloud.url, person), scene });
    const log = (): string => started.screen.querySelector('.log')?.textContent ?? '';
    started.device.offeredFiles.push([
      { name: '十一月 report.csv', bytes: new TextEncoder().encode('日期,净额') },
    ]);
    (started.page.instance[method] as () => void).call(started.page.instance);
    await vi.waitFor(() => expect(log()).not.toBe(''), 5_000);
    const answer = log();
    started.close();
    return answer;
  }

  it('identifies the caller, except in Moments', async () => {
    expect(await shownAfter('ann', 'who')).toBe('ann');
    expect(await shownAfter('ann', 'who', 1154)).not.toContain('ann');
  });

  it('uploads a chosen file for an identified caller only', async () => {
    const fileId = await shownAfter('ann', 'put');
    expect(fileId).toMatch(/^cloud:\/\/.*report\.csv$/);
    const stored = await cloud.value(
      async ({ cloud: sdk, args }) =>
        (await sdk.downloadFile({ fileID: args })).fileContent.toString(),
      fileId,
    );
    expect(stored).toBe('日期,净额');
    expect(await shownAfter(null, 'put')).toContain('not identified');
  });
});
