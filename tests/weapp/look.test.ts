import { afterEach, describe, expect, it } from 'vitest';

import type { Phone } from 'weapp-runtime/testing';
import { everyPage } from '../testkit/browser/every-page';
import { builtProgram, phoneOf } from '../testkit/weapp/phones';
import { openDemoPhone } from './support/demo-phone';

describe('the look of the built mini program', () => {
  const demo = openDemoPhone();
  const open: Phone[] = [];
  afterEach(() => open.splice(0).forEach((phone) => phone.close()));

  /** The size of type that a page's root sets; null where it sets none. */
  async function typeOf(path: string, fontScale: number): Promise<string | null> {
    const phone = phoneOf(demo().cloud, 'streamer', { fontScale });
    open.push(phone);
    await phone.open(path);
    await phone.until('a root', () => phone.program.page.view.querySelector('.hl-page') !== null);
    const root = phone.program.page.view.querySelector('.hl-page');
    return /--hl-type:\s*([\d.]+)/.exec(root?.getAttribute('style') ?? '')?.[1] ?? null;
  }

  it('has type as large as the person set it in WeChat, up to 1.4 times, on every page', async () => {
    for (const { name, path } of everyPage(demo().names)) {
      expect([name, await typeOf(path, 1.75)]).toEqual([name, '1.4']);
    }
  }, 120_000);

  it('sets no size where the person changed none', async () => {
    expect(await typeOf('/pages/home/index', 1)).toBeNull();
  });

  it('asks for dark mode, and carries both themes', () => {
    const { app, themes } = builtProgram();
    expect(app).toMatchObject({ darkmode: true, themeLocation: 'theme.json' });
    expect(themes?.dark).toMatchObject({ ground: '#111111', onGround: 'white' });
  });
});
