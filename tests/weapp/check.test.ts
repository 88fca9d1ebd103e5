import { afterEach, describe, expect, it } from 'vitest';

import type { Phone } from 'weapp-runtime/testing';
import { callsTo, phoneOf } from '../testkit/weapp/phones';
import { openDemoPhone } from './support/demo-phone';

/** The scene of a card in a chat. */
const CARD = 1007;
const PATH = '/pages/precheck/index';
/** What is typed, in every form in which it is shown. */
const FIGURES = /1,?940|50万|50\.?\d*万|12345|还差|500,?000/;

describe('the check without login, on the built mini program', () => {
  const demo = openDemoPhone();
  const open: Phone[] = [];
  afterEach(() => open.splice(0).forEach((phone) => phone.close()));

  /** A stranger's phone that opened a path. */
  async function openAt(path: string, scene?: number): Promise<Phone> {
    const phone = phoneOf(demo().cloud);
    open.push(phone);
    await phone.open(path, scene);
    return phone;
  }

  /** The card that the menu shares, once it is drawn. */
  async function cardOf(phone: Phone) {
    await phone.until('a drawn card', () => /^wxfile:/.test(phone.program.share()?.imageUrl ?? ''));
    return phone.program.share();
  }

  it('says what to fill in, and asks nothing of the cloud, while a question is open', async () => {
    const phone = await openAt(PATH);
    await phone.tap('查看结果');
    await phone.see('填一个数字，或者点“不清楚”');
    expect(callsTo(phone, 'incentive.precheck')).toEqual([]);
  });

  it('takes "I do not know" as an answer, and says what is not filled in', async () => {
    const phone = await openAt(PATH);
    await phone.tap('不清楚');
    await phone.type('人', '60万');
    await phone.tap('查看结果');
    await phone.see('对照结果');
    await phone.see('这一项没有填，填了才能对照');
    expect(callsTo(phone, 'incentive.precheck')).toMatchObject([
      { event: { input: { netFen: null, followers: 600_000 } } },
    ]);
  });

  it('shares one scheme by its id: no figure in the path, the title or the picture', async () => {
    const phone = await openAt(`${PATH}?scheme=huadu-2020`);
    await phone.see('用我的数字查看');
    // Nothing is typed yet, so that this card and its picture have no figure of anybody.
    const before = await cardOf(phone);
    await phone.tap('用我的数字查看');
    await phone.type('元', '1940万');
    await phone.type('人', '50万');
    expect(await cardOf(phone)).toEqual(before);
    await phone.tap('查看结果');
    await phone.see('1,000万 档：还差 1 个粉丝');
    expect(phone.screen.text).toMatch(FIGURES);
    expect(await cardOf(phone)).toEqual(before);
    expect(before?.path).toBe(`${PATH}?scheme=huadu-2020`);
    expect(before?.title).not.toMatch(FIGURES);
    expect(before?.imageUrl).toMatch(/^wxfile:/);
  });

  it('shares from the answer against all schemes the first of them', async () => {
    const phone = await openAt(PATH);
    await phone.type('元', '1940万');
    await phone.type('人', '50万');
    await phone.tap('查看结果');
    await phone.see('1,000万 档：还差 1 个粉丝');
    expect((await cardOf(phone))?.path).toBe(`${PATH}?scheme=huadu-2020`);
  });

  it('opens cold from a card, without a login, on the tiers of the scheme', async () => {
    const phone = await openAt(`${PATH}?scheme=huadu-2020`, CARD);
    await phone.see('共 3 档');
    await phone.see('对方的数字没有带过来');
    expect(phone.screen.text).not.toMatch(/1,?940|还差/);
    expect(phone.calls.map(({ name }) => name)).toEqual(['public']);
    expect(phone.program.errors).toEqual([]);
  });

  it('leads from a scheme that is gone to all of them', async () => {
    const phone = await openAt(`${PATH}?scheme=gone-1999`, CARD);
    await phone.tap('对照所有办法');
    await phone.see('主要做什么');
    expect(phone.program.errors).toEqual([]);
  });

  it('reads the scheme once there is a network', async () => {
    const phone = phoneOf(demo().cloud);
    open.push(phone);
    await phone.setOnline(false);
    await phone.open(`${PATH}?scheme=huadu-2020`, CARD);
    await phone.setOnline(true);
    await phone.tap('重试');
    await phone.see('共 3 档');
  });
});
