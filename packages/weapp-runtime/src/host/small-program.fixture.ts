import '../in-node';

import { afterEach } from 'vitest';

import { launchFiles } from '../driver/launch-files';
import type { Program } from './program';
import type { LaunchOptions } from './types';

const running: Program[] = [];

afterEach(() => {
  for (const started of running.splice(0)) started.close();
});

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

const FILES = {
  'app.json': JSON.stringify({
    pages: ['a', 'b'],
    subPackages: [{ root: 'more', pages: ['c'] }],
    __usePrivacyCheck__: true,
  }),
  'app.js': 'wx.cloud.init(); App({})',
  'a.js': PAGE,
  'a.wxml': WXML,
  'b.js': 'Page({})',
  'b.wxml': '<view>b</view>',
  'more/c.js': 'Page({})',
  'more/c.wxml': '<view>c</view>',
};

/** Launches a small mini program whose files can be replaced. It ends with the test. */
export function program(
  files: Record<string, string>,
  options: Partial<LaunchOptions> = {},
): Program {
  const started = launchFiles({ ...FILES, ...files }, options);
  running.push(started);
  return started;
}

/** Long enough for what is under way in a test. */
export const moment = (): Promise<void> => new Promise((done) => setTimeout(done, 40));
/** What the shown page has logged on its screen. */
export function log({ page }: Program): string {
  return page.view.querySelector('.log')?.textContent?.trim() ?? '';
}

/** A program whose first page runs some code once it is drawn; `show(text)` is on its screen then. */
export async function ran(
  code: string,
  parts: Partial<LaunchOptions> = {},
  files: Record<string, string> = {},
): Promise<Program> {
  const page = `Page({ data: { log: '' }, onReady() {
    const show = (log) => this.setData({ log });
    ${code}
  } })`;
  const started = program({ 'a.js': page, ...files }, parts);
  await moment();
  return started;
}
