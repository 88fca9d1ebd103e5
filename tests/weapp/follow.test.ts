// A viewer with the built mini program follows a store, and jumps to WeChat Channels where the build
// allows it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { ShopDoc } from '../../cloud/database/documents';
import { compileBuild } from 'weapp-runtime/compile';
import type { Phone } from 'weapp-runtime/testing';
import { type DemoNames, readNames } from '../testkit/browser/names';
import { startDemoCloud } from '../testkit/weapp/demo-cloud';
import { BUILD_FOLDER, callsTo, phoneOf } from '../testkit/weapp/phones';

/** Scenes: a card in a chat, the single page of Moments. */
const CARD = 1007;
const MOMENTS = 1154;

const FINDER = 'sphDemo123';

/** The build with another setting for jumps, as `CHANNELS_JUMP` makes it. */
function buildWith(jump: 'profile' | 'live') {
  const folder = mkdtempSync(path.join(tmpdir(), 'huadu-jump-'));
  cpSync(BUILD_FOLDER, folder, { recursive: true });
  const file = path.join(folder, 'app.js');
  const parts = readFileSync(file, 'utf8').split('{jump:"off",');
  expect(parts).toHaveLength(2);
  writeFileSync(file, parts.join(`{jump:"${jump}",`));
  const build = compileBuild(folder);
  rmSync(folder, { recursive: true });
  return build;
}

/** The session on air of the streamer's store. */
function onAirIn({ sessions }: DemoNames): string {
  return sessions.find(({ state }) => state === 'live')?.id ?? '';
}

/** Moves the first account of a store to Channels. */
async function putOnChannels({ database }: LocalCloud, shopId: string): Promise<void> {
  const [shop] = database.find('shops', { _id: shopId }) as unknown as ShopDoc[];
  const [first, ...rest] = shop?.accounts ?? [];
  const channel = { ...first, platform: 'channels', finderUserName: FINDER };
  await database.put('shops', shopId, { ...shop, accounts: [channel, ...rest] });
}

describe('a viewer', () => {
  let cloud: LocalCloud;
  let names: DemoNames;
  let viewer: Phone;
  /** The store is not followed any more. */
  const gone = () => viewer.until('关注', () => !viewer.screen.text.includes('已关注'));
  const sessionPage = (): string => `/pages/live-session/index?id=${onAirIn(names)}`;

  beforeAll(async () => {
    cloud = await startDemoCloud();
    names = await readNames(cloud);
    await putOnChannels(cloud, names.shopId);
  }, 60_000);
  afterAll(() => cloud.close());
  beforeEach(() => {
    viewer = phoneOf(cloud, 'a-viewer');
  });
  afterEach(() => {
    expect(viewer.program.errors).toEqual([]);
    viewer.close();
  });

  it('follows the store of a card, finds it in the list on air, and takes it back', async () => {
    await viewer.open(`/pages/shop/index?id=${names.shopId}`, CARD);
    await viewer.tap('关注');
    await viewer.see('已关注');
    expect(callsTo(viewer, 'follow.set')).toHaveLength(1);
    expect(callsTo(viewer, 'shop.view')).toHaveLength(1);
    await viewer.open('/pages/follows/index');
    await viewer.see('正在直播');
    await viewer.tap('双肩包专场');
    expect(viewer.program.routes.at(-1)).toBe('pages/live-session/index');
    await viewer.tap('已关注');
    await gone();
    viewer.program.back();
    await viewer.settle();
    await viewer.see('还没有关注的店铺');
  });

  it('sends one call for two quick taps', async () => {
    await viewer.open(sessionPage(), CARD);
    await viewer.tapTwice('关注');
    await viewer.see('已关注');
    expect(callsTo(viewer, 'follow.set')).toHaveLength(1);
    await viewer.tap('已关注');
    await gone();
  });

  it('finds nothing to follow or to share in the single page of Moments', async () => {
    await viewer.open(sessionPage(), MOMENTS);
    await viewer.see('双肩包专场');
    expect(viewer.screen.text).not.toMatch(/关注|分享/);
  });

  it('reads that there is no network, and follows once there is one', async () => {
    await viewer.open(sessionPage(), CARD);
    await viewer.see('双肩包专场');
    await viewer.setOnline(false);
    await viewer.tap('关注');
    expect(viewer.screen.text).not.toContain('已关注');
    await viewer.setOnline(true);
    await viewer.tap('关注');
    await viewer.see('已关注');
    await viewer.tap('已关注');
  });

  it('copies the name of an account on Channels where no jump leads there', async () => {
    await viewer.open(sessionPage(), CARD);
    await viewer.see('复制账号名');
    expect(viewer.screen.text).not.toContain('去视频号看直播');
    expect(viewer.program.device.openedChannels).toEqual([]);
  });
});

describe('a jump to Channels', () => {
  let cloud: LocalCloud;
  let page: string;

  beforeAll(async () => {
    cloud = await startDemoCloud();
    const names = await readNames(cloud);
    await putOnChannels(cloud, names.shopId);
    page = `/pages/live-session/index?id=${onAirIn(names)}`;
  }, 60_000);
  afterAll(() => cloud.close());

  it('opens the live room of a session on air, which may be declined in silence', async () => {
    const viewer = phoneOf(cloud, 'b-viewer', { build: buildWith('live') });
    await viewer.open(page, CARD);
    viewer.program.device.ownChannels.add(FINDER);
    await viewer.tap('去视频号看直播');
    await viewer.tap('取消');
    expect(viewer.screen.text).not.toContain('没能打开视频号');
    await viewer.tap('去视频号看直播');
    await viewer.tap('允许');
    expect(viewer.program.device.openedChannels).toEqual([{ finderUserName: FINDER, at: 'live' }]);
    expect(viewer.program.errors).toEqual([]);
    viewer.close();
  });

  it('copies the name of the account where the subject differs', async () => {
    const viewer = phoneOf(cloud, 'b-viewer', { build: buildWith('live') });
    await viewer.open(page, CARD);
    await viewer.tap('去视频号看直播');
    await viewer.tap('同意');
    await viewer.until('a copy', () => viewer.program.device.clipboard === '阿禾选好包');
    viewer.close();
  });

  it('opens the profile where no jump leads to live rooms', async () => {
    const viewer = phoneOf(cloud, 'b-viewer', { build: buildWith('profile') });
    await viewer.open(page, CARD);
    await viewer.tap('去视频号看直播');
    await viewer.tap('打开视频号');
    const opened = { finderUserName: FINDER, at: 'profile' };
    expect(viewer.program.device.openedChannels).toEqual([opened, opened]);
    viewer.close();
  });
});
