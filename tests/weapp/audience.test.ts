// What the built mini program counts of public pages, and what the owner sees of it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { type DemoNames, readNames } from '../testkit/browser/names';
import { startDemoCloud } from '../testkit/weapp/demo-cloud';
import { callsTo, phoneOf } from '../testkit/weapp/phones';

/** Scenes: a card in a chat, a card in a group, the single page of Moments. */
const CHAT = 1007;
const GROUP = 1008;
const MOMENTS = 1154;

describe('openings of public pages', () => {
  let cloud: LocalCloud;
  let names: DemoNames;
  let sessionId: string;
  let viewer: Phone;

  beforeAll(async () => {
    cloud = await startDemoCloud();
    names = await readNames(cloud);
    sessionId = names.sessions.find(({ state }) => state === 'live')?.id ?? '';
  }, 60_000);
  afterAll(() => cloud.close());
  beforeEach(() => {
    viewer = phoneOf(cloud, 'a-viewer');
  });
  afterEach(() => {
    expect(viewer.program.errors).toEqual([]);
    viewer.close();
  });

  const counted = (phone: Phone) =>
    callsTo(phone, 'audience.count').map(
      ({ event }) => (event as { input: { event: string } }).input.event,
    );
  const page = (from = '') => `/pages/live-session/index?id=${sessionId}${from}`;

  it.each([
    ['a card in a chat', '&from=card', CHAT, 'chat'],
    ['a card in a group', '&from=card', GROUP, 'group'],
    ['Moments', '&from=moments', MOMENTS, 'moments'],
    ['a link without a tag', '', CHAT, 'other'],
  ])('are counted once as from %s, after the page is there', async (_words, tag, scene, event) => {
    await viewer.open(page(tag), scene);
    await viewer.see('双肩包专场');
    await viewer.until('the count', () => counted(viewer).length > 0);
    await viewer.settle();
    expect(counted(viewer)).toEqual([event]);
    const order = viewer.calls.map(({ event: sent }) => (sent as { endpoint: string }).endpoint);
    expect(order.indexOf('audience.count')).toBeGreaterThan(order.indexOf('liveSession.view'));
  });

  it('are shared on with the tag of a card', async () => {
    await viewer.open(page(), CHAT);
    await viewer.see('双肩包专场');
    expect(viewer.program.share()?.path).toBe(page('&from=card'));
  });
});
