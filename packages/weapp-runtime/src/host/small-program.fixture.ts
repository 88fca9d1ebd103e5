import { tapElement } from '../driver/finger';
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
  add(text) { this.setData({ log: this.data.log + text + ' ' }); },
  onLoad(query) { this.add('load:' + JSON.stringify(query)); },
  onShow() { this.add('show'); },
  onReady() { this.add('ready'); },
  onHide() { this.add('hide'); },
  tap(event) { this.add(event.type + ':' + event.currentTarget.dataset.id); },
  typed({ detail }) { this.add('typed:' + detail.value); },
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

/** Launches a small mini program; `files` replace its own. It is closed after the test. */
export function program(
  files: Record<string, string>,
  options: Partial<LaunchOptions> = {},
): Program {
  const started = launchFiles({ ...FILES, ...files }, options);
  running.push(started);
  return started;
}

/** Waits until frames, calls and timers of a small program have had their turn. */
export async function settle(): Promise<void> {
  await new Promise((done) => setTimeout(done, 40));
}

/** The text that the shown page has in its log. */
export function log({ page }: Program): string {
  return page.view.querySelector('.log')?.textContent?.trim() ?? '';
}

/** Launches a program whose first page runs code after it is drawn; `show(text)` puts a text into its log. */
export async function runInPage(
  code: string,
  options: Partial<LaunchOptions> = {},
  files: Record<string, string> = {},
): Promise<Program> {
  const page = `Page({ data: { log: '' }, onReady() {
    const show = (log) => this.setData({ log });
    ${code}
  } })`;
  const started = program({ 'a.js': page, ...files }, options);
  await settle();
  return started;
}

/** Taps a button of a dialog. */
export function tapButton({ screen }: Program, text: string): void {
  const buttons = [...screen.querySelectorAll('button')];
  const button = buttons.find(({ textContent }) => textContent === text);
  tapElement(button as Element);
}
