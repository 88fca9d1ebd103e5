import { callsTo, phoneOf } from '../testkit/weapp/phones';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { type DemoNames, readNames } from '../testkit/browser/names';
import { startDemoCloud } from '../testkit/weapp/demo-cloud';

/** Scenes: a card in a chat, the single page of Moments. */
const CARD = 1007;
const MOMENTS = 1154;

const MONEY = /[¥￥万亿]|销售额|支付额|退款|净额/;

/** Largest transfer to the screen until a first store page shows its content, bytes. */
const MAX_BYTES = 12 * 1024;

describe('a viewer with the built mini program', () => {
  let cloud: LocalCloud;
  let names: DemoNames;
  const onAir = (): string => names.sessions.find(({ state }) => state === 'live')?.id ?? '';

  beforeAll(async () => {
    cloud = await startDemoCloud();
    names = await readNames(cloud);
  }, 60_000);
  afterAll(() => cloud.close());

  it('finds the store of a shared card, and no money', async () => {
    const merchant = phoneOf(cloud, 'streamer');
    await merchant.open(`/pages/shop/index?id=${names.shopId}`);
    const isDrawn = () => /^wxfile:/.test(merchant.program.share()?.imageUrl ?? '');
    await merchant.until('a drawn card', isDrawn);
    const card = merchant.program.share();
    expect(card?.path).toBe(`/pages/shop/index?id=${names.shopId}&from=card`);
    expect(card?.title).not.toMatch(MONEY);
    merchant.close();
    const viewer = phoneOf(cloud);
    await viewer.open(card?.path, CARD);
    await viewer.see('运营方已核对');
    await viewer.see('年终返场');
    expect(viewer.screen.text).not.toMatch(MONEY);
    expect(viewer.program.errors).toEqual([]);
    viewer.close();
  });

  it('waits for one call, and sends little to the screen', async () => {
    const viewer = phoneOf(cloud);
    await viewer.open(`/pages/shop/index?id=${names.shopId}`, CARD);
    await viewer.see('运营方已核对');
    const called = viewer.calls.map(({ name, event }) => [
      name,
      (event as { endpoint: string }).endpoint,
    ]);
    // The opening is counted once the page is there, and its answer is not waited for.
    expect(called.filter(([, endpoint]) => endpoint !== 'audience.count')).toEqual([
      ['public', 'shop.view'],
    ]);
    const { calls, bytes } = viewer.program.meter.sum;
    // One more for the drawn covers, which come together once the words are there.
    expect(calls).toBeLessThanOrEqual(3);
    expect(bytes).toBeLessThanOrEqual(MAX_BYTES);
    viewer.close();
  });

  it('opens the session on air and returns', async () => {
    const viewer = phoneOf(cloud);
    await viewer.open(`/pages/shop/index?id=${names.shopId}`, CARD);
    await viewer.tap('双肩包专场');
    expect(viewer.program.routes).toEqual(['pages/shop/index', 'pages/live-session/index']);
    await viewer.see('正在直播');
    viewer.program.back();
    await viewer.settle();
    await viewer.see('运营方已核对');
    expect(viewer.program.errors).toEqual([]);
    viewer.close();
  });

  it('reads the single page of Moments without an identity', async () => {
    const viewer = phoneOf(cloud, 'streamer');
    await viewer.open(`/pages/live-session/index?id=${onAir()}`, MOMENTS);
    await viewer.see('双肩包专场');
    expect(viewer.calls.every(({ name }) => name === 'public')).toBe(true);
    // It has no links; a tap on the store must not break it either.
    await viewer.tap('进店看看');
    expect(viewer.program.routes).toEqual(['pages/live-session/index']);
    const moments = viewer.program.shareToTimeline();
    expect(moments?.query).toBe(`id=${onAir()}&from=moments`);
    expect(viewer.program.errors).toEqual([]);
    viewer.close();
  });

  it('sees no tab bar and no own figures on a tab that Moments opened', async () => {
    const viewer = phoneOf(cloud, 'streamer');
    await viewer.open('/pages/progress/index', MOMENTS);
    expect(viewer.screen.all('.wx-tabs button')).toEqual([]);
    expect(viewer.screen.text).not.toContain('1,940万');
    expect(viewer.program.errors).toEqual([]);
    viewer.close();
  });

  it('sees that a store does not exist, and a link to the home page', async () => {
    const viewer = phoneOf(cloud);
    await viewer.open('/pages/shop/index?id=missing', CARD);
    await viewer.tapAt('.hl-button');
    expect(viewer.program.routes).toEqual(['pages/home/index']);
    await viewer.open('/pages/shop/index?id=missing', CARD);
    viewer.program.goHome();
    await viewer.settle();
    expect(viewer.program.routes).toEqual(['pages/home/index']);
    expect(viewer.program.errors).toEqual([]);
    viewer.close();
  });

  it('sees that there is no network, and reads the store once there is one', async () => {
    const viewer = phoneOf(cloud);
    await viewer.setOnline(false);
    await viewer.open(`/pages/shop/index?id=${names.shopId}`, CARD);
    await viewer.setOnline(true);
    await viewer.tap('重试');
    await viewer.see('运营方已核对');
    expect(callsTo(viewer, 'shop.view')).toHaveLength(1);
    viewer.close();
  });
});
