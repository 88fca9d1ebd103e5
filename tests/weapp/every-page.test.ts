import { builtProgram, phoneOf } from '../testkit/weapp/phones';

import { describe, expect, it } from 'vitest';

import { pagesOf } from 'weapp-runtime/compile';
import { everyPage } from '../testkit/browser/every-page';
import { pageStates } from '../testkit/browser/page-states';
import { openDemoPhone } from './support/demo-phone';
import { openSoundly, routeOf } from './support/open-soundly';

/** Pages that can be shared from the menu. */
const SHAREABLE = [
  'pages/home/index',
  'pages/shop/index',
  'pages/live-session/index',
  'pages/precheck/index',
  'merchant/live-session/index',
  // The team's page shares an invitation, and until one is made the start page.
  'merchant/team/index',
];

/** Pages that may be put into Moments. */
const FOR_MOMENTS = ['pages/shop/index', 'pages/live-session/index'];
const MOMENTS = 1154;

/** The only text of a page that the person may not see. */
const NOT_FOUND = '! 没有找到，可能已不存在，或不对你公开';

/** The merchant's pages that read no store. */
const FOR_EVERYBODY = ['merchant/register/index', 'merchant/own-sums/index', 'merchant/join/index'];

describe('every page of app.json, opened first', () => {
  const demo = openDemoPhone();
  const routes = pagesOf(builtProgram().app);

  it('is in the list of pages that these tests open', () => {
    const { names } = demo();
    const opened = new Set(everyPage(names).map(({ path }) => routeOf(path)));
    expect(routes.filter((route) => !opened.has(route))).toEqual([]);
  });

  it.each(routes)('%s shows its content', async (route) => {
    const { names, phone } = demo();
    for (const { path, says } of everyPage(names).filter((page) => routeOf(page.path) === route)) {
      const text = await openSoundly(phone, path);
      expect(phone.program.routes).toEqual([route]);
      expect(text).toContain(says);
      expect(phone.screen.all('.hl-error, .hl-loading')).toEqual([]);
    }
  });

  it('says what it has to in states that the demonstration does not have', async () => {
    const { cloud, phone } = demo();
    for (const { path, says } of await pageStates(cloud)) {
      expect(await openSoundly(phone, path), path).toContain(says);
    }
  });

  it.each(routes)('%s shows no money to a viewer without access', async (route) => {
    const { cloud, names } = demo();
    const viewer = phoneOf(cloud, 'viewer');
    for (const { path } of everyPage(names).filter((page) => routeOf(page.path) === route)) {
      await viewer.open(path);
      expect(viewer.program.errors, path).toEqual([]);
      if (route.startsWith('merchant/') && !FOR_EVERYBODY.includes(route))
        expect(viewer.screen.text, path).toBe(NOT_FOUND);
      else expect(viewer.screen.all('.hl-error'), path).toEqual([]);
      expect(viewer.screen.text, path).not.toMatch(/1,940万|还差 60万/);
    }
    viewer.close();
  });

  it('only the listed pages can be shared, each with a path that opens again', async () => {
    const { cloud, names, phone } = demo();
    for (const { path } of everyPage(names)) {
      await phone.open(path);
      const card = phone.program.share();
      expect(card !== null, path).toBe(SHAREABLE.includes(routeOf(path)));
      if (!card) continue;
      expect(card.title.length, path).toBeGreaterThan(0);
      const viewer = phoneOf(cloud);
      await viewer.open(card.path, 1007);
      expect(viewer.program.errors, card.path).toEqual([]);
      expect(viewer.screen.all('.hl-error'), card.path).toEqual([]);
      expect(viewer.screen.text.length, card.path).toBeGreaterThan(0);
      viewer.close();
    }
  });

  it('only the listed pages can be put into Moments, each with a query that opens it', async () => {
    const { names, phone } = demo();
    for (const { path } of everyPage(names)) {
      await phone.open(path);
      const moments = phone.program.shareToTimeline();
      const route = routeOf(path);
      expect(moments !== null, path).toBe(FOR_MOMENTS.includes(route));
      if (!moments) continue;
      expect(moments.title.length, path).toBeGreaterThan(0);
      await phone.open(`/${route}?${moments.query}`, MOMENTS);
      expect(phone.program.errors, path).toEqual([]);
      expect(phone.screen.all('.hl-error, .hl-loading'), path).toEqual([]);
      expect(phone.screen.text, path).toContain('正在直播');
    }
  });
});
