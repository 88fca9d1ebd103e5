import { describe, expect, it } from 'vitest';

import { tapElement } from '../../driver/finger';
import { program, settle, tapButton } from '../small-program.fixture';

const PAGE = {
  'a.js': `Page({ data: { log: '' }, onReady() { this.live(); },
    live() { this.go(wx.openChannelsLive); },
    profile() { this.go(wx.openChannelsUserProfile); },
    go(open) { open({ finderUserName: 'sphA',
      success: ({ errMsg }) => this.setData({ log: errMsg }),
      fail: ({ errMsg, errCode }) => this.setData({ log: errMsg + ' ' + (errCode || '') }) }); } })`,
  'a.wxml':
    '<view class="live" bindtap="live"/><view class="profile" bindtap="profile"/><text class="log">{{log}}</text>',
};

describe('WeChat Channels', () => {
  async function open() {
    const started = program(PAGE);
    await settle();
    const tap = async (what: string) => {
      tapElement(started.page.view.querySelector(`.${what}`) as Element);
      await settle();
    };
    const log = () => started.page.view.querySelector('.log')?.textContent;
    return { started, tap, log };
  }

  it('open from a tap only', async () => {
    const { started, log } = await open();
    expect(log()).toContain('openChannelsLive:fail can only be invoked by user TAP gesture');
    expect(started.device.openedChannels).toEqual([]);
  });

  it('open a live room of the same subject, after a question that may be declined', async () => {
    const { started, tap, log } = await open();
    started.device.ownChannels.add('sphA');
    await tap('live');
    tapButton(started, '取消');
    await settle();
    expect(log()).toContain('openChannelsLive:fail cancel');
    await tap('live');
    tapButton(started, '允许');
    await settle();
    expect(started.device.openedChannels).toEqual([{ finderUserName: 'sphA', at: 'live' }]);
  });

  it('open no live room of another subject, and any profile', async () => {
    const { started, tap, log } = await open();
    await tap('live');
    expect(log()).toContain('100008');
    await tap('profile');
    expect(started.device.openedChannels).toEqual([{ finderUserName: 'sphA', at: 'profile' }]);
  });
});
