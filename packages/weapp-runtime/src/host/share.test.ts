import { log, moment, program } from './small-program.fixture';

import { describe, expect, it } from 'vitest';

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
