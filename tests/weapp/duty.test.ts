import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { PATHS } from '../../src/paths';
import { callAs, startTestCloud, type TestCaller } from '../testkit/cloud';
import { NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';
import { callsTo, phoneOf } from '../testkit/weapp/phones';
import { giveRole } from '../testkit/people';

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
  expect(phone.program.errors).toEqual([]);
  phone.close();
  await cloud.close();
});

/** Another person of the store. */
async function manager(): Promise<TestCaller> {
  const { shopId } = store;
  await giveRole(cloud, { shopId, person: 'deng', role: 'floor_manager', joinedAt: NOW });
  return callAs(cloud, 'deng');
}

const dutyOf = async (sessionId: string) => (await store.owner.ok('duty.get', { sessionId })).duty;
const tick = { isDone: true, tickedAt: null, signature: '阿灯' };

describe('the checklist on the page of a session', () => {
  it('is ticked item by item, open ones first, and leads to the record', async () => {
    const { id } = await sessionIn(store, 'scheduled');
    await phone.open(PATHS.session.url({ id }));
    await phone.see('4 项做完 0 项');
    await phone.tap('核对主播身份');
    await phone.see('4 项做完 1 项');
    await phone.see('身份已核对');
    const titles = phone.screen.all('.mk-item__title').map(({ textContent }) => textContent);
    expect(titles).toEqual([
      '许可与执照有效',
      '商品与价格核对',
      '手机、灯光、网络',
      '核对主播身份',
    ]);
    expect((await dutyOf(id)).identity?.hosts).toHaveLength(1);
  });

  it('keeps the tick of the phone that was first, and says whose it is', async () => {
    const { id } = await sessionIn(store, 'scheduled');
    await phone.open(PATHS.session.url({ id }));
    await phone.see('4 项做完 0 项');
    const other = await manager();
    await other.ok('duty.tick', { sessionId: id, itemId: 'equipment', ...tick });
    await phone.tap('手机、灯光、网络');
    expect(phone.screen.toast).toBe('阿灯已经做了');
    expect((await dutyOf(id)).items.find((item) => item.id === 'equipment')?.tick?.name).toBe(
      '阿灯',
    );
  });

  it('asks before a check of the record is taken back', async () => {
    const { id } = await sessionIn(store, 'scheduled');
    await phone.open(PATHS.session.url({ id }));
    await phone.tap('许可与执照有效');
    await phone.see('4 项做完 1 项');
    await phone.tap('许可与执照有效');
    await phone.see('撤回这次核对？');
    expect((await dutyOf(id)).licence).not.toBeNull();
    await phone.tap('撤回核对');
    await phone.see('4 项做完 0 项');
    expect((await dutyOf(id)).licence).toBeNull();
  });
});

describe('the record of a session', () => {
  it('is confirmed with one tap once there was one before', async () => {
    const earlier = await sessionIn(store, 'ended', { title: '早场' });
    await store.owner.ok('duty.confirm', {
      sessionId: earlier.id,
      version: 0,
      seller: { who: 'other', name: '狮岭源头厂', creditCode: null, permitNo: null },
      isAiPresenter: false,
      isIdentityChecked: true,
      isLicenceChecked: true,
      signature: null,
    });
    const { id } = await sessionIn(store, 'live');
    await phone.open(PATHS.duty.url({ id }));
    await phone.see('已按上次（早场');
    await phone.tap('都核对过，保存');
    expect(phone.screen.toast).toBe('已保存');
    expect(await dutyOf(id)).toMatchObject({
      seller: { name: '狮岭源头厂' },
      identity: { mark: { by: 'you' } },
      version: 1,
    });
    expect(callsTo(phone, 'duty.confirm')).toHaveLength(1);
  });

  it('claims no check that the person has not ticked', async () => {
    const { id } = await sessionIn(store, 'live');
    await phone.open(PATHS.duty.url({ id }));
    await phone.see('第一次填');
    expect(phone.screen.text).not.toContain('都核对过');
    await phone.tapAt('.hl-page__footer .hl-button');
    expect(phone.screen.toast).toBe('已保存');
    expect(await dutyOf(id)).toMatchObject({ identity: null, licence: null, version: 1 });
  });

  it('shows a person who may only read what is on record', async () => {
    const { id } = await sessionIn(store, 'ended');
    const finance = { shopId: store.shopId, person: 'cai', role: 'finance' } as const;
    await giveRole(cloud, { ...finance, joinedAt: NOW });
    phone.close();
    phone = phoneOf(cloud, 'cai', { clock: () => Date.parse(NOW) });
    await phone.open(PATHS.duty.url({ id }));
    await phone.see('你的角色可以看，不能改');
    await phone.see('导出一年的记录');
    expect(phone.screen.text).toContain('至少保存到 2029年11月24日');
    expect(phone.screen.text).not.toContain('清单设置');
  });
});

describe('the lists of a store', () => {
  it('are edited, and the next session gets the first', async () => {
    await phone.open(PATHS.checklists.url({ shopId: store.shopId }));
    await phone.see('清单 1');
    await phone.tap('从常用项里选');
    await phone.tap('样品到位');
    await phone.see('5 / 20 项');
    await phone.tap('保存');
    expect(phone.screen.toast).toBe('已保存');
    const { id } = await sessionIn(store, 'scheduled');
    expect((await dutyOf(id)).items.map((item) => item.known)).toContain('samples');
  });
});

describe('the export of a year', () => {
  it('is a file that a tap sends into a chat', async () => {
    await sessionIn(store, 'ended', { title: '=1+1' });
    await phone.open(PATHS.dutyExport.url({ shopId: store.shopId }));
    await phone.tap('准备2026年的表');
    await phone.tap('存为 csv 文件');
    expect(phone.screen.toast).toBe('已交出文件');
    const [sent] = phone.program.device.sentFiles;
    expect(sent?.name).toBe('直播记录-测试店铺-2026.csv');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(sent?.bytes);
    const lines = text.split('\r\n');
    expect(lines[0]).toMatch(/^\ufeff"场次","开始（北京时间）"/);
    expect(lines[1]).toMatch(/^"'=1\+1","2026-11-24 10:00"/);
    expect(lines).toHaveLength(3);
  });
});
