import { afterEach, describe, expect, it } from 'vitest';

import type { SharedCard } from 'weapp-runtime';
import type { Phone } from 'weapp-runtime/testing';
import { everyPage } from '../testkit/browser/every-page';
import { phoneOf, type PhoneParts } from '../testkit/weapp/phones';
import { openDemoPhone } from './support/demo-phone';

const NEUTRAL = '/assets/share/card.png';
const DRAWN = /^wxfile:/;

/** A card with all that WeChat would otherwise fill in from the screen. */
function expectWhole(card: SharedCard | null, path: string): void {
  expect(card?.title.trim(), path).toBeTruthy();
  expect(card?.path, path).toMatch(/^\/pages\//);
  expect(card?.imageUrl, path).toMatch(/^(?:wxfile:|\/assets\/share\/card\.png$)/);
}

describe('a shared card, which WeChat would give a picture of the screen', () => {
  const demo = openDemoPhone();
  const open: Phone[] = [];
  afterEach(() => open.splice(0).forEach((phone) => phone.close()));

  function phoneWith(parts: PhoneParts): Phone {
    const phone = phoneOf(demo().cloud, 'streamer', parts);
    open.push(phone);
    return phone;
  }

  /** Paths of the demonstration whose pages can be shared. */
  function sharedPaths(): string[] {
    const shares =
      /^\/(?:pages\/(?:home|shop|live-session|precheck)|merchant\/live-session)\/index/;
    return everyPage(demo().names)
      .map(({ path }) => path)
      .filter((path) => shares.test(path));
  }

  it('has a picture of its own once it is drawn', async () => {
    const phone = phoneWith({});
    for (const path of sharedPaths().filter((each) => !each.includes('/home/'))) {
      await phone.open(path);
      await phone.until('a drawn card', () => DRAWN.test(phone.program.share()?.imageUrl ?? ''));
      expectWhole(phone.program.share(), path);
    }
  });

  it('has title, path and a picture from the first screen on', async () => {
    const phone = phoneWith({});
    for (const path of sharedPaths()) {
      const opening = phone.open(path);
      // Before anything is drawn on the screen, no picture of it can be taken.
      await phone.until('a first screen', () => phone.screen.text !== '');
      expectWhole(phone.program.share(), path);
      await opening;
    }
  });

  it('has the picture of the package where the device cannot draw', async () => {
    const phone = phoneWith({ canDraw: false });
    for (const path of sharedPaths()) {
      await phone.open(path);
      const card = phone.program.share();
      expectWhole(card, path);
      expect(card?.imageUrl, path).toBe(NEUTRAL);
      expect(phone.program.errors, path).toEqual([]);
    }
  });

  it('is the only way to share a page that shows money', async () => {
    const { phone, names } = demo();
    for (const { path } of everyPage(names)) {
      await phone.open(path);
      const card = phone.program.share();
      if (card) expectWhole(card, path);
    }
  });
});
