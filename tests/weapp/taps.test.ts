// How many taps the things done every day take, keys of the pad and of the keyboard apart.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { buildPaid } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';
import { callsTo, phoneOf } from '../testkit/weapp/phones';

let cloud: LocalCloud;
let phone: Phone;
let store: TestStore;
let taps = 0;

beforeEach(async () => {
  cloud = await startTestCloud();
  cloud.setNow(NOW);
  store = await openStore(cloud, 'lin');
  phone = phoneOf(cloud, 'lin', { clock: () => Date.parse(NOW) });
  taps = 0;
});
afterEach(async () => {
  expect(phone.program.errors).toEqual([]);
  phone.close();
  await cloud.close();
});

async function tap(words: string): Promise<void> {
  taps += 1;
  await phone.tap(words);
}

async function tapAt(selector: string, index = 0): Promise<void> {
  taps += 1;
  await phone.tapAt(selector, index);
}

async function type(amount: string): Promise<void> {
  for (const key of amount) await phone.tap(key);
}

async function saved(): Promise<void> {
  await phone.until('the saved amount', () => phone.screen.all('.record__saved-words').length > 0);
}

const openList = (): Promise<void> => phone.open('/pages/sessions/index');

describe('the list of sessions', () => {
  it('is read in two calls beside those of the store', async () => {
    const { id, shopId } = await sessionIn(store, 'ended', { title: '双肩包专场' });
    await store.owner.ok('sales.record', buildPaid(shopId, id));
    await sessionIn(store, 'scheduled', { title: '会员返场' });
    await openList();
    await phone.see('已记 1 场');
    const reads = ['todo', 'list', 'months', 'series'] as const;
    expect(reads.map((name) => callsTo(phone, `liveSession.${name}`).length)).toEqual([1, 1, 0, 0]);
  });
});

describe('taps', () => {
  it('from the list to a recorded amount are two', async () => {
    await sessionIn(store, 'ended', { title: '双肩包专场' });
    await openList();
    await tap('补金额');
    await type('12.5万');
    await tapAt('.hl-pad__confirm');
    await saved();
    expect(taps).toBe(2);
  });

  it('from the list to a corrected amount are three before the keys and one after', async () => {
    const { id, shopId } = await sessionIn(store, 'ended', { title: '双肩包专场' });
    await store.owner.ok('sales.record', buildPaid(shopId, id));
    await openList();
    await tap('双肩包专场');
    await tapAt('.mk-entry__amount');
    await tap('更正');
    expect(taps).toBe(3);
    await type('8万');
    await tapAt('.hl-pad__confirm');
    await saved();
    expect(taps).toBe(4);
  });

  it('from the list to the end of a session on air are two', async () => {
    await sessionIn(store, 'live', { title: '双肩包专场' });
    cloud.setNow('2026-11-24T14:00:00.000Z');
    await openList();
    await tap('双肩包专场');
    await tap('下播');
    await phone.see('已下播，可以记销售额了');
    expect(taps).toBe(2);
  });

  it('from the list to a session that starts now are two', async () => {
    await openList();
    await tap('现在开播');
    await tapAt('.hl-button--primary');
    await phone.see('已开播，粉丝看得到');
    expect(taps).toBe(2);
  });

  it('from the list to the answer that a plan did not take place is one, on the list', async () => {
    await sessionIn(store, 'unconfirmed', { title: '双肩包专场' });
    await openList();
    await tap('没播');
    await phone.see('已记为没播');
    expect([taps, phone.program.routes]).toEqual([1, ['pages/sessions/index']]);
  });

  it('from home to a recorded amount are two', async () => {
    await sessionIn(store, 'live', { title: '双肩包专场' });
    await phone.open();
    await tapAt('.home-actions__record .hl-button');
    await type('12.5万');
    await tapAt('.hl-pad__confirm');
    await saved();
    expect(taps).toBe(2);
  });

  it('from home to the end of a session on air are two', async () => {
    await sessionIn(store, 'live', { title: '双肩包专场' });
    cloud.setNow('2026-11-24T14:00:00.000Z');
    await phone.open();
    await tap('双肩包专场');
    await tap('下播');
    await phone.see('已下播，可以记销售额了');
    expect(taps).toBe(2);
  });

  it('from home to a session that starts now are two', async () => {
    await phone.open();
    await tap('现在开播');
    await tapAt('.hl-button--primary');
    await phone.see('已开播，粉丝看得到');
    expect(taps).toBe(2);
  });

  it('hold a session to plan it again, to record and to correct its time', async () => {
    const { id, shopId } = await sessionIn(store, 'ended', { title: '双肩包专场' });
    await store.owner.ok('sales.record', buildPaid(shopId, id));
    await openList();
    await phone.see('双肩包专场');
    await phone.holdAt('.hl-live');
    for (const words of ['记一笔', '改时间', '再来一场']) await phone.see(words);
    await tap('再来一场');
    expect(phone.program.routes).toEqual(['pages/sessions/index', 'merchant/plan/index']);
    expect(phone.screen.field('场次标题')?.value).toBe('双肩包专场');
  });
});
