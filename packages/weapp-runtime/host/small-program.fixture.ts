import '../in-node';

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, afterEach } from 'vitest';

import { compileBuild } from '../compile/compile';
import { launch } from './launch';
import type { Program } from './program';
import type { LaunchOptions } from './types';

const folders: string[] = [];
const running: Program[] = [];

afterEach(() => running.splice(0).forEach((one) => one.close()));
afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

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

/** Launches a small mini program; later files win. It ends with the test. */
export function program(
  files: Record<string, string>,
  parts: Partial<LaunchOptions> = {},
): Program {
  const folder = mkdtempSync(path.join(tmpdir(), 'program-'));
  folders.push(folder);
  const all = {
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
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const container = document.createElement('div');
  document.body.append(container);
  const started = launch({
    build: compileBuild(folder),
    container,
    styles: false,
    cloud: async () => ({ result: null }),
    ...parts,
  });
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
