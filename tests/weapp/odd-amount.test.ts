import { callsTo, phoneOf } from '../testkit/weapp/phones';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { PATHS } from '../../src/paths';
import { buildPaid } from '../testkit/builders';
import { callAs, startTestCloud } from '../testkit/cloud';
import { NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';

/** What the sessions of the store sell, fen. */
const USUAL_FEN = 12_400_000;

describe('an odd amount on the built mini program', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let phone: Phone;
  let sessionId: string;
  const paid = async () =>
    (await store.owner.ok('liveSession.get', { sessionId })).session.figures.paidFen;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'merchant');
    const { owner, shopId, hostId, accountId } = store;
    for (const day of ['01', '02', '03', '04', '05']) {
      const when = { precision: 'day', day: `2026-10-${day}` } as const;
      const plain = { basis: 'self_reported', source: null, soldFor: null } as const;
      const figure = { kind: 'paid', amountFen: USUAL_FEN, ...plain } as const;
      const past = { shopId, hostIds: [hostId], accountId, title: `第 ${day} 场`, when, figure };
      await owner.ok('liveSession.backfill', past);
    }
    sessionId = (await sessionIn(store, 'ended')).id;
    phone = phoneOf(cloud, 'merchant', { clock: () => Date.parse(NOW) });
    await phone.open(PATHS.record.url({ shopId: store.shopId, sessionId }));
  });
  afterAll(async () => {
    phone.close();
    await cloud.close();
  });
  afterEach(() => expect(phone.program.errors).toEqual([]));

  const type = async (amount: string): Promise<void> => {
    for (const key of amount) await phone.tap(key);
    await phone.tapAt('.hl-pad__confirm');
  };

  it('far above the usual is asked about, and nothing is stored', async () => {
    await type('270万');
    await phone.see('比平时多很多，金额对吗？');
    await phone.see('最近 5 场的中间值是 12.4万，这笔约为 21 倍。');
    expect(await paid()).toBeNull();
    await phone.tap('回去改');
    await phone.see('¥2,700,000.00');
    expect(phone.screen.all('.mk-odd')).toHaveLength(0);
  });

  it('is changed to one zero less by one tap', async () => {
    await phone.tapAt('.hl-pad__confirm');
    await phone.tap('改成 ¥270,000');
    await phone.see('27万');
    await phone.tapAt('.hl-pad__confirm');
    await phone.until('it is saved', () => phone.screen.all('.record__saved-words').length > 0);
    expect(await paid()).toBe(27_000_000);
  });

  it('equal to one of another person is stored when it is confirmed', async () => {
    const amount = { amountFen: 8_320_000 };
    await callAs(cloud, 'merchant').ok('sales.record', buildPaid(store.shopId, sessionId, amount));
    await phone.open(PATHS.record.url({ shopId: store.shopId, sessionId }));
    await type('8.32万');
    await phone.see('刚记过一笔一样的，还要再记吗？');
    await phone.see('同一场 不到 1 分钟前刚记过一笔 ¥83,200。');
    const before = callsTo(phone, 'sales.record').length;
    await phone.tap('没错，保存 ¥83,200');
    await phone.until('it is saved', () => phone.screen.all('.record__saved-words').length > 0);
    expect(callsTo(phone, 'sales.record').length).toBe(before + 1);
    expect(await paid()).toBe(27_000_000 + 2 * 8_320_000);
  });

  it('of another kind is asked about after the first is confirmed, and both are stored', async () => {
    await phone.open(PATHS.record.url({ shopId: store.shopId, sessionId }));
    await phone.tap('退款');
    await type('300万');
    await phone.see('比平时多很多，金额对吗？');
    await phone.tap('没错，保存 ¥3,000,000');
    await phone.see('退款比收到的还多，金额对吗？');
    await phone.tap('没错，保存 ¥3,000,000');
    await phone.until('it is saved', () => phone.screen.all('.record__saved-words').length > 0);
    const { session } = await store.owner.ok('liveSession.get', { sessionId });
    expect(session.figures.refundedFen).toBe(300_000_000);
  });

  it('of a past session that was entered before is asked about', async () => {
    await phone.open(PATHS.backfill.url({ shopId: store.shopId }));
    const { owner, shopId, hostId, accountId } = store;
    const when = { precision: 'day', day: '2026-11-23' } as const;
    const past = { shopId, hostIds: [hostId], accountId, title: '清仓', when, figure: null };
    await owner.ok('liveSession.backfill', past);
    await phone.type('场次标题', '清仓');
    await phone.tap('补录');
    await phone.see('这一场好像补录过，还要再补吗？');
    await phone.see('同一天、同一账号已有“清仓”，还没有金额。');
    await phone.tap('没错，保存');
    await phone.until(
      'it is stored',
      () => cloud.database.find('live_sessions', { shopId, title: '清仓' }).length === 2,
    );
  });
});
