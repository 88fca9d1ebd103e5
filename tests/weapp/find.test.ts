import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { PATHS } from '../../src/paths';
import { buildPaid, buildPlan } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { NOW, openStore, type TestStore } from '../testkit/stores';
import { phoneOf } from '../testkit/weapp/phones';

/** Past sessions by day, with what they sold in yuan; null: nothing is recorded. */
const PAST: readonly (readonly [day: string, title: string, yuan: number | null])[] = [
  ['2026-11-20', '双肩包专场', 1_200],
  ['2026-11-03', '会员返场', 300],
  ['2026-10-30', '双肩包清仓', 75],
  ['2026-10-02', '周日清仓', null],
];

describe('finding sessions with the built mini program', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let phone: Phone;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'merchant');
    const { owner, shopId } = store;
    for (const [day, title, yuan] of PAST) {
      const { session } = await owner.ok('liveSession.backfill', {
        shopId,
        title,
        hostIds: [],
        accountId: null,
        when: { precision: 'day', day },
        figure: null,
      });
      if (yuan === null) continue;
      await owner.ok('sales.record', buildPaid(shopId, session.id, { amountFen: yuan * 100 }));
    }
    for (const day of ['25', '26', '27']) {
      const startAt = `2026-11-${day}T12:00:00.000Z`;
      const endAt = `2026-11-${day}T16:00:00.000Z`;
      const title = `第 ${day} 场`;
      await owner.ok('liveSession.schedule', buildPlan({ shopId, title, startAt, endAt }));
    }
    phone = phoneOf(cloud, 'merchant', { clock: () => Date.parse(NOW) });
  });
  afterEach(() => expect(phone.program.errors).toEqual([]));
  afterAll(async () => {
    phone.close();
    await cloud.close();
  });

  const textsOf = (selector: string): string[] =>
    phone.screen.all(selector).map(({ textContent }) => textContent ?? '');
  const titles = (): string[] =>
    textsOf('.hl-live:not(.hl-live--gone) > :nth-child(2)').map(
      (text) => text.split('\n')[0] ?? '',
    );

  it('shows two that come next, how many more, and months with exact sums', async () => {
    await phone.open(PATHS.sessions.url());
    await phone.see('还有 1 场');
    await phone.see('已记 2 场');
    expect(titles().slice(0, 2)).toEqual(['第 25 场', '第 26 场']);
    expect(textsOf('.hl-month')).toEqual(['11月已记 2 场¥1,500', '10月已记 1 场¥75']);
    // The one that waits for its amount stands above, and nowhere else.
    expect(titles()).not.toContain('周日清仓');
    expect(textsOf('.sessions__task')).toEqual(['周日清仓待记录']);
    expect(textsOf('.hl-tabs__tab')).toContain('未开始3');
    await phone.tap('还有 1 场');
    await phone.see('第 27 场');
  });

  it('searches by initials, and says what it did not find', async () => {
    await phone.open(PATHS.findSessions.url({ shopId: store.shopId }));
    const type = (text: string): Promise<void> => phone.type('标题里的字，或拼音首字母', text);
    await type('sjb');
    await phone.until('what was found', () => titles().join() === '双肩包专场,双肩包清仓');
    await type('男包');
    await phone.see('标题里没有“男包”');
    await type('。。');
    await phone.see('请输入字、字母或数字');
  });

  it('filters, and takes a filter away with one tap', async () => {
    await phone.open(PATHS.findSessions.url({ shopId: store.shopId, filter: 1 }));
    await phone.tapAt('.hl-choice', 4);
    await phone.tap('完成');
    await phone.until('the one that waits', () => titles().join() === '周日清仓');
    expect(textsOf('.hl-month')).toEqual(['10月']);
    await phone.tap('待记录 ✕');
    await phone.until('all of them', () => titles().length === 7);
    expect(textsOf('.hl-month')).toContain('11月已记 2 场¥1,500');
  });

  it('shows a month and a week, with the sessions of the day that is tapped', async () => {
    await phone.open(PATHS.calendar.url({ shopId: store.shopId }));
    await phone.see('净 ¥1,500，已记 2 场');
    expect(phone.screen.all('.calendar__mark--scheduled')).toHaveLength(3);
    expect(textsOf('.calendar__net')).toEqual(['75', '300', '1,200']);
    const days = textsOf('.calendar__number');
    await phone.tapAt('.calendar__day', days.indexOf('20'));
    await phone.until('the session of the day', () => titles().join() === '双肩包专场');
    await phone.tap('周');
    await phone.see('净 ¥1,200');
    await phone.tapAt('.calendar__step', 1);
    await phone.until('the next week', () => textsOf('.calendar__block-title').length === 3);
  });

  it('adds up months of every listed year, and again after an amount', async () => {
    const { owner, shopId } = store;
    const { session } = await owner.ok('liveSession.backfill', {
      shopId,
      title: '去年的专场',
      hostIds: [],
      accountId: null,
      when: { precision: 'day', day: '2025-12-30' },
      figure: null,
    });
    const record = (amountFen: number) =>
      owner.ok('sales.record', buildPaid(shopId, session.id, { amountFen }));
    await record(5_000);
    await phone.open(PATHS.sessions.url());
    await phone.see('2025年12月 已记 1 场 ¥50');
    await phone.see('11月 已记 2 场 ¥1,500');
    phone.program.hide();
    await record(3_000);
    phone.program.show();
    await phone.see('2025年12月 已记 1 场 ¥80');
  });
});
