import { log, settle, program } from './small-program.fixture';

import { describe, expect, it } from 'vitest';

describe('Program.share', () => {
  it('asks a page with the hook, and gives null for one without', async () => {
    const started = program({
      'b.js': "Page({ onShareAppMessage: ({ from }) => ({ title: from, path: 'a?x=1' }) })",
    });
    expect(started.share()).toBeNull();
    started.open('/b?y=2');
    expect(started.share()).toEqual({ title: 'menu', path: '/a?x=1', imageUrl: null });
    expect(started.shareToTimeline()).toBeNull();
  });

  it('gives null when the page has hidden the menu', async () => {
    const hooks = 'onShareAppMessage: () => ({}), onShareTimeline: () => ({})';
    const started = program({ 'a.js': `Page({ ${hooks}, onReady() { wx.hideShareMenu(); } })` });
    await settle();
    expect([started.share(), started.shareToTimeline()]).toEqual([null, null]);
  });
});

describe('Program.open', () => {
  it('calls onShow of App with page and scene before the page opens', async () => {
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
