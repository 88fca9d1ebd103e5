import { afterEach, describe, expect, it } from 'vitest';

import { PATHS } from '../../src/paths';
import { type Phone, tapElement } from 'weapp-runtime/testing';
import { phoneOf } from '../testkit/weapp/phones';
import { openDemoPhone } from './support/demo-phone';

const REFUSED = '没有复制成功';

/** Taps a button of WeChat's own dialog. */
function tapDialog({ program }: Phone, label: string): void {
  const buttons = [...program.screen.querySelectorAll('button')];
  const button = buttons.find(({ textContent }) => textContent === label);
  if (!button) throw new Error(`no dialog has a button ${label}`);
  tapElement(button);
}

describe('what WeChat looks at in a review', () => {
  const demo = openDemoPhone();
  const open: Phone[] = [];
  afterEach(() => open.splice(0).forEach((phone) => phone.close()));

  async function openAt(path: string, person?: string): Promise<Phone> {
    const phone = phoneOf(demo().cloud, person);
    open.push(phone);
    await phone.open(path);
    return phone;
  }

  function onAir(): string {
    const id = demo().names.sessions.find(({ state }) => state === 'live')?.id ?? '';
    return PATHS.publicSession.url({ id });
  }

  it('shows a text to be selected where copying is refused, and closes it', async () => {
    const phone = await openAt(onAir());
    await phone.tap('复制账号名');
    await phone.until('the question', () => phone.program.screen.textContent.includes('拒绝'));
    tapDialog(phone, '拒绝');
    await phone.see(REFUSED);
    const [shown] = phone.screen.all('.hl-sheet__body');
    expect(shown?.textContent.trim()).not.toBe('');
    expect(phone.screen.all('.hl-sheet__body wx-text')).toHaveLength(1);
    await phone.tap('关闭');
    expect(phone.screen.text).not.toContain(REFUSED);
    expect(phone.program.errors).toEqual([]);
  });

  it('copies where it is allowed, and shows no sheet', async () => {
    const phone = await openAt(onAir());
    await phone.tap('复制账号名');
    await phone.until('the question', () => phone.program.screen.textContent.includes('同意'));
    tapDialog(phone, '同意');
    await phone.until('the copy', () => phone.program.device.clipboard !== '');
    expect(phone.screen.text).not.toContain(REFUSED);
  });

  it.each(['store', 'session'])('sends no one from a %s on to another program', async (kind) => {
    const { names } = demo();
    const phone = await openAt(kind === 'store' ? PATHS.shop.url({ id: names.shopId }) : onAir());
    const main = phone.screen.all('.hl-button--primary').map(({ textContent }) => textContent);
    expect(main.map((text) => text.trim())).toEqual(['分享给朋友']);
    expect(phone.screen.text).not.toMatch(/搜索|打开抖音|前往/);
  });

  it('opens the privacy guide from Me', async () => {
    const phone = await openAt(PATHS.me.url(), 'streamer');
    await phone.tap('隐私保护指引');
    await phone.settle();
    expect(phone.screen.text).not.toContain('上面都列出来了');
    expect(phone.program.errors).toEqual([]);
  });
});
