import { callsTo, phoneOf } from '../testkit/weapp/phones';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { startTestCloud } from '../testkit/cloud';

const EVENING = '2026-11-24T12:40:00.000Z';

/** One evening of one merchant: each step continues where the previous one ended. */
describe('a merchant with the built mini program', () => {
  let cloud: LocalCloud;
  let phone: Phone;

  beforeAll(async () => {
    cloud = await startTestCloud();
    // Twenty minutes before the session that is planned below.
    cloud.setNow(EVENING);
    phone = phoneOf(cloud, 'merchant');
    await phone.open();
  });
  afterAll(async () => {
    phone.close();
    await cloud.close();
  });
  afterEach(() => expect(phone.program.errors).toEqual([]));

  it('gets from the home page to registration', async () => {
    await phone.tap('登记我的店铺');
    expect(phone.program.routes).toEqual(['pages/home/index', 'merchant/register/index']);
    await phone.type('店铺名称', '小花皮具直播间');
    await phone.tap('个体工商户');
    await phone.see('已答 2');
    expect(phone.screen.text).not.toContain('请补上这一项');
    await phone.tap('下一页');
    await phone.see('主要做什么：请补上这一项');
    await phone.see('经营地址：请补上这一项');
    expect(phone.screen.text).not.toContain('店铺名称：');
  });

  it('finds the draft again after WeChat ended the program', async () => {
    await phone.open('/merchant/register/index');
    expect(phone.screen.field('店铺名称')?.value).toBe('小花皮具直播间');
  });

  it('registers once, however often the button is tapped', async () => {
    for (const words of ['主播', '选镇街', '狮岭镇', '下一页']) await phone.tap(words);
    await phone.tap('登记');
    expect(phone.screen.toast).toBe('还有内容需要补全，请看红字');
    await phone.see('平台账号名称：请补上这一项');
    expect(callsTo(phone, 'shop.register')).toHaveLength(0);
    for (const words of ['已满 18 岁', '抖音']) await phone.tap(words);
    await phone.type('平台账号名称', '小花皮具');
    await phone.see('已答 7');
    await phone.tap('我已阅读上面的说明，同意为这些用途保存以上内容');
    await phone.tapTwice('登记');
    expect(phone.screen.toast).toBe('店铺已登记');
    expect(callsTo(phone, 'shop.register')).toHaveLength(1);
    expect(phone.program.routes).toEqual(['pages/sessions/index']);
    await phone.see('先排一场，或把播过的补录进来。');
  });

  it('plans a session at a time chosen from the picker', async () => {
    await phone.tap('排期');
    await phone.type('场次标题', '双肩包专场');
    await phone.tapAt('wx-picker[mode=time]', 0);
    await phone.pick('21:00');
    await phone.see('21:00');
    await phone.tap('确认排期');
    await phone.see('已排期，粉丝看得到');
    expect(phone.program.routes).toEqual(['pages/sessions/index', 'merchant/live-session/index']);
  });

  it('goes on air and ends', async () => {
    await phone.tap('开播');
    await phone.see('已开播，粉丝看得到');
    await phone.tapTwice('下播');
    await phone.see('刚开播不到 1 分钟，现在下播？');
    expect(callsTo(phone, 'liveSession.end')).toHaveLength(1);
    await phone.tapTwice('现在下播');
    await phone.see('已下播，可以记销售额了');
    expect(callsTo(phone, 'liveSession.end')).toHaveLength(2);
  });

  it('takes the end back, is on air again, and ends once more', async () => {
    await phone.tapTwice('撤销');
    await phone.see('直播中');
    expect(callsTo(phone, 'liveSession.undo')).toHaveLength(1);
    // The history names the same step.
    await phone.tapAt('.session__foot .hl-button', 1);
    await phone.tap('现在下播');
    await phone.see('已下播，可以记销售额了');
  });

  it('records 12.5万 on the number pad; a lost answer keeps the typed amount', async () => {
    await phone.tap('记一笔');
    for (const key of '12.5万') await phone.tap(key);
    await phone.see('¥125,000.00');
    phone.loseAnswers(true);
    await phone.tapAt('.hl-pad__confirm');
    phone.loseAnswers(false);
    await phone.see('12.5万');
    expect(callsTo(phone, 'sales.record').length).toBeGreaterThan(0);
  });

  it('stores the amount once when it is sent again after a restart', async () => {
    const { path } = phone.program.page;
    await phone.open(path);
    await phone.see('12.5万');
    await phone.tapAt('.hl-pad__confirm');
    await phone.until(
      'the saved amount',
      () => phone.screen.all('.record__saved-words').length > 0,
    );
    const keys = callsTo(phone, 'sales.record').map(
      (call) => (call as { event: { requestKey: string } }).event.requestKey,
    );
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
  });

  it('counts the amount in the year, also on a second phone', async () => {
    const second = phoneOf(cloud, 'merchant');
    await second.open('/pages/progress/index');
    await second.see('12.5万');
    expect(second.program.errors).toEqual([]);
    second.close();
    await phone.open('/pages/progress/index');
    await phone.see('12.5万');
  });

  it('reads the list again when the page is pulled down', async () => {
    await phone.open('/pages/sessions/index');
    const before = callsTo(phone, 'liveSession.list').length;
    phone.program.pullDown();
    await phone.settle();
    expect(callsTo(phone, 'liveSession.list').length).toBeGreaterThan(before);
    await phone.see('双肩包专场');
  });

  it('shows its copy and a note without a network', async () => {
    await phone.tapAt('.wx-tabs button', 1);
    await phone.see('双肩包专场');
    await phone.setOnline(false);
    await phone.open('/pages/sessions/index');
    await phone.see('现在没有网络，显示的是今天');
    await phone.see('双肩包专场');
    await phone.setOnline(true);
  });

  it('switches to English with the tab bar, and keeps the language', async () => {
    await phone.tapAt('.wx-tabs button', 3);
    await phone.tap('English');
    const tabs = (): string =>
      [...phone.program.screen.querySelectorAll('.wx-tabs span')]
        .map((tab) => tab.textContent)
        .join(' ');
    expect(tabs()).not.toMatch(/\p{Script=Han}/u);
    await phone.open();
    expect(tabs()).not.toMatch(/\p{Script=Han}/u);
    // A card opens a page without a tab bar; WeChat sets no words of a tab bar before it exists.
    await phone.open('/pages/precheck/index');
    phone.program.goHome();
    await phone.settle();
    expect(tabs()).not.toMatch(/\p{Script=Han}/u);
  });
});
