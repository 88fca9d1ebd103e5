import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { PATHS } from '../../src/paths';
import { startTestCloud } from '../testkit/cloud';
import { NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';
import { phoneOf } from '../testkit/weapp/phones';

describe('a plan in the built mini program', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let phone: Phone;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'merchant');
    phone = phoneOf(cloud, 'merchant', { clock: () => Date.parse(NOW) });
  });
  afterEach(() => expect(phone.program.errors).toEqual([]));
  afterAll(async () => {
    phone.close();
    await cloud.close();
  });

  const stateOf = async (sessionId: string): Promise<string> =>
    (await store.owner.ok('liveSession.get', { sessionId })).session.state;

  it('is cancelled with one tap, and taken back with another', async () => {
    const { id } = await sessionIn(store, 'scheduled', { title: '早场' });
    await phone.open(PATHS.session.url({ id }));
    await phone.tap('取消场次');
    await phone.see('已取消，粉丝看得到');
    expect(await stateOf(id)).toBe('cancelled');
    await phone.tapAt('.undo-bar__action');
    await phone.see('未开始');
    expect(await stateOf(id)).toBe('scheduled');
  });

  it('that overlaps another one is saved, and leads to that one', async () => {
    await phone.open(PATHS.plan.url({ shopId: store.shopId }));
    await phone.type('例如：双肩包专场', '晚场');
    await phone.tap('确认排期');
    await phone.see('已保存，请留意');
    await phone.tap('看那一场');
    await phone.see('早场');
    expect(phone.program.page.path).toContain('merchant/live-session');
  });

  it('of a store does not offer to remove an account that is saved', async () => {
    await phone.open(PATHS.editShop.url({ shopId: store.shopId }));
    await phone.see('已保存的账号可以改名');
    await phone.tap('添加账号');
    await phone.see('账号 2');
    const removals = phone.screen
      .all('.hl-button')
      .filter(({ textContent }) => textContent === '移除');
    expect(removals).toHaveLength(1);
  });
});
