import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { buildPaid, buildRegistration } from '../testkit/builders';
import { callAs, startTestCloud } from '../testkit/cloud';
import { NOW, openStore, publish, sessionIn, type TestStore } from '../testkit/stores';
import { callsTo, phoneOf } from '../testkit/weapp/phones';

const HOME = 'pages/home/index';

let cloud: LocalCloud;
let phone: Phone;
let store: TestStore;

beforeEach(async () => {
  cloud = await startTestCloud();
  cloud.setNow(NOW);
  store = await openStore(cloud, 'lin');
  phone = phoneOf(cloud, 'lin', { clock: () => Date.parse(NOW) });
});
afterEach(async () => {
  if (phone.isOpen) expect(phone.program.errors).toEqual([]);
  phone.close();
  await cloud.close();
});

function called(): unknown[] {
  return phone.calls.map(({ event }) => (event as { endpoint?: unknown }).endpoint);
}

async function stateOf(sessionId: string): Promise<string> {
  return (await store.owner.ok('liveSession.get', { sessionId })).session.state;
}

/** An evening with something in every part of the page. */
async function fillStore(): Promise<void> {
  const { id, shopId } = await sessionIn(store, 'ended', { title: '双肩包专场' });
  await store.owner.ok('sales.record', buildPaid(shopId, id));
  await sessionIn(store, 'ended', { title: '会员返场' });
  await sessionIn(store, 'live', { title: '周中清仓' });
}

describe('what crosses to the home page', () => {
  it('is two calls and two transfers at the first start', async () => {
    await fillStore();
    await phone.open();
    await phone.see('周中清仓');
    expect(called()).toEqual(['shop.mine', 'incentive.home']);
    expect(phone.program.meter.of(HOME).calls).toBeLessThanOrEqual(2);
  });

  it('is one call and no transfer when a person comes back and nothing changed', async () => {
    await fillStore();
    await phone.open();
    await phone.see('周中清仓');
    await phone.tapAt('.wx-tabs button', 1);
    await phone.see('已记 1 场');
    phone.program.meter.reset();
    phone.calls.length = 0;
    await phone.tapAt('.wx-tabs button', 0);
    expect(phone.program.page.route).toBe(HOME);
    expect(called()).toEqual(['incentive.home']);
    expect(phone.program.meter.of(HOME).calls).toBe(0);
  });
});

describe('the most urgent session', () => {
  it('is the one on air, whose button records for it', async () => {
    await fillStore();
    await phone.open();
    expect(phone.screen.all('.home-urgent__title')[0]?.textContent).toBe('周中清仓');
    await phone.tapAt('.home-actions__record .hl-button');
    await phone.see('周中清仓');
    expect(phone.program.routes.at(-1)).toBe('merchant/record/index');
  });

  it('answers in place that a plan took place, and takes it back', async () => {
    const { id } = await sessionIn(store, 'unconfirmed', {
      title: '晨间一场',
      endAt: '2026-11-24T02:30:00.000Z',
    });
    cloud.setNow('2026-11-24T03:00:00.000Z');
    await phone.open();
    await phone.see('晨间一场，播了吗？');
    await phone.tap('播了');
    await phone.see('已记为播了');
    expect(await stateOf(id)).toBe('ended');
    await phone.see('补金额');
    await phone.tap('撤销');
    await phone.see('晨间一场，播了吗？');
    expect(await stateOf(id)).toBe('unconfirmed');
    expect(phone.program.routes).toEqual([HOME]);
  });

  it('answers that a plan did not take place, and takes it back', async () => {
    const { id } = await sessionIn(store, 'unconfirmed', { title: '晨间一场' });
    await phone.open();
    await phone.tap('没播');
    await phone.see('已记为没播');
    expect(await stateOf(id)).toBe('cancelled');
    await phone.tap('撤销');
    expect(await stateOf(id)).toBe('unconfirmed');
  });

  it('is not asked again at once when it has not begun, and can be started', async () => {
    const { id } = await sessionIn(store, 'unconfirmed', { title: '晨间一场' });
    await phone.open();
    await phone.tap('还没开始');
    await phone.see('半小时后再问');
    expect(callsTo(phone, 'liveSession.goLive')).toHaveLength(0);
    await phone.tap('开播');
    await phone.see('已开播，粉丝看得到');
    expect(await stateOf(id)).toBe('live');
  });

  it('asks of one left running whether it is over, and ends it at its planned end', async () => {
    const { id } = await sessionIn(store, 'live', { title: '昨晚一场' });
    cloud.setNow('2026-11-24T18:00:00.000Z');
    await phone.open();
    await phone.see('昨晚一场，还在播吗？');
    await phone.tap(/下播了$/);
    await phone.see('已按原定时间下播');
    const { session } = await store.owner.ok('liveSession.get', { sessionId: id });
    expect([session.state, session.endedAt]).toEqual(['ended', session.endAt]);
  });
});

describe('the first steps of a store', () => {
  it('are ticked one by one and gone when all are done', async () => {
    await phone.open();
    await phone.see('排第一场');
    expect(phone.screen.find('已完成')).toHaveLength(0);
    await sessionIn(store, 'scheduled');
    await phone.open();
    await phone.until('a tick', () => phone.screen.find('已完成').length === 1);
    const { shopId, accountId } = store;
    await store.owner.ok('applicant.recordFollowers', {
      shopId,
      accountId,
      count: 600_000,
      readOn: '2026-11-20',
    });
    await publish(store);
    await phone.open();
    await phone.see('本周');
    expect(phone.screen.text).not.toContain('排第一场');
  });
});

describe('the week', () => {
  it('is a sentence for a screen reader, and leads to the calendar', async () => {
    await fillStore();
    await phone.open();
    const [week] = phone.screen.all('.hl-week');
    const label = week?.getAttribute('aria-label') ?? '';
    expect(label).toContain('今天：已记 1 场');
    expect(label).toContain('没有场次');
    expect(week?.querySelectorAll('.hl-week__day')).toHaveLength(7);
    expect(week?.querySelectorAll('.hl-week__day--today')).toHaveLength(1);
    await phone.tapAt('.hl-week');
    expect(phone.program.routes.at(-1)).toBe('merchant/calendar/index');
  });
});

describe('without a network', () => {
  it('the page says from when its copy is, and reads again on a tap', async () => {
    await fillStore();
    await phone.open();
    await phone.see('周中清仓');
    await phone.setOnline(false);
    await phone.open();
    await phone.see('现在没有网络，显示的是今天');
    await phone.see('周中清仓');
    await phone.see('本周');
    await phone.setOnline(true);
  });
});

describe('a store with hosts', () => {
  it('sees how many of them have which next step', async () => {
    const owner = callAs(cloud, 'mcn');
    const { shop } = await owner.ok('shop.register', {
      ...buildRegistration(),
      lineOfBusiness: 'mcn',
    });
    for (const name of ['林知夏', '周以安']) {
      await owner.ok('host.add', { shopId: shop.id, name, account: null });
    }
    const theirs = phoneOf(cloud, 'mcn', { clock: () => Date.parse(NOW) });
    await theirs.open();
    await theirs.see('2 位主播，0 位已到档');
    await theirs.tap('2 位主播，0 位已到档');
    expect(theirs.program.routes.at(-1)).toBe('merchant/ladder/index');
    theirs.close();
  });
});

describe('the list of sessions', () => {
  it('asks of one left running whether it is over, and answers in place', async () => {
    await sessionIn(store, 'live', { title: '昨晚一场' });
    cloud.setNow('2026-11-24T18:00:00.000Z');
    await phone.open('/pages/sessions/index');
    await phone.see('还在播吗？');
    await phone.tap('刚下播');
    await phone.see('已下播，可以记销售额了');
    expect(phone.program.routes).toEqual(['pages/sessions/index']);
  });

  it('heads a month with the sum of its rows', async () => {
    const { shopId } = store;
    for (const amountFen of [1_234_500, 8_700_001]) {
      const { id } = await sessionIn(store, 'ended');
      await store.owner.ok('sales.record', buildPaid(shopId, id, { amountFen }));
    }
    await phone.open('/pages/sessions/index');
    await phone.see('已记 2 场');
    const figures = phone.screen.all('.hl-live__exact, .hl-live').map((row) => row.textContent);
    expect(figures.join(' ')).toContain('12,345');
    await phone.see('99,345.01');
  });
});
