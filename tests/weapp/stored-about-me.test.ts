// What Me tells a person is stored about them, item by item.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { PATHS } from '../../src/paths';
import { startTestCloud } from '../testkit/cloud';
import { buildEdit, NOW, openStore, type TestStore, versionOf } from '../testkit/stores';
import { joinAs } from '../testkit/teams';
import { phoneOf } from '../testkit/weapp/phones';

describe('what is stored about me', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let phone: Phone;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner', { phone: '13800001234' });
    await joinAs(cloud, store, 'operator', 'operator');
  });
  afterEach(() => {
    expect(phone.program.errors).toEqual([]);
    phone.close();
  });
  afterAll(() => cloud.close());

  async function itemsOf(person: string): Promise<string[]> {
    phone = phoneOf(cloud, person, { clock: () => Date.parse(NOW) });
    await phone.open(PATHS.stored.url());
    await phone.see('操作记录');
    return phone.screen.all('.hl-row').map(({ textContent }) => textContent ?? '');
  }

  it('names what a person of no store leaves by following and reporting', async () => {
    const items = await itemsOf('viewer');
    for (const what of ['微信身份标识', '交给运营方核对的内容、举报', '关注的店铺', '操作记录']) {
      expect(items.filter((item) => item.startsWith(what))).toHaveLength(1);
    }
    expect(items.join(' ')).not.toContain('销售记录');
  });

  it.each(['owner', 'operator'])(
    'says to the %s that both read the phone number',
    async (person) => {
      const item = (await itemsOf(person)).find((text) => text.startsWith('联系电话'));
      expect(item).toContain('谁能看：店主和运营');
      expect(item).not.toContain('13800001234');
    },
  );

  it('counts readings of the accounts of a store as well as those of its hosts', async () => {
    const { owner, shopId, accountId } = store;
    const account = { id: accountId, platform: 'douyin', name: '测试账号', hostId: null } as const;
    const edit = buildEdit(store, await versionOf(store), { accounts: [account] });
    await owner.ok('shop.update', edit);
    const reading = { shopId, accountId, count: 800_000, readOn: '2026-11-20' };
    await owner.ok('applicant.recordFollowers', reading);
    const item = (await itemsOf('owner')).find((text) => text.startsWith('粉丝读数'));
    expect(item).toContain('1 次');
  });
});
