import { beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { PATHS } from '../../src/paths';
import { openStore, publishVerified, type TestStore } from '../testkit/stores';
import { callsTo } from '../testkit/weapp/phones';
import { openDeskList, openDeskPhones } from './support/desk-phones';

const WORDS = '店名像是别的品牌';
const WHY = '店名与他人的商标相同';
const REMOVED = '这家店暂停展示';

/** A problem on its way: each step continues where the previous one ended. */
describe('a problem with a public page, in the built mini program', () => {
  const desk = openDeskPhones();
  let cloud: LocalCloud;
  let owner: Phone;
  let verifier: Phone;
  let viewer: Phone;
  let store: TestStore;

  beforeAll(async () => {
    ({ cloud, owner, verifier, viewer } = desk());
    store = await openStore(cloud, 'owner', { name: '木棉皮具' });
    await publishVerified(cloud, store, { name: '木棉皮具' });
  });

  const openPublicPage = () => viewer.open(PATHS.shop.url({ id: store.shopId }));
  const reports = () => cloud.database.find('reviews', { kind: 'report' });

  it('is refused without a reason, and without words for another one', async () => {
    await openPublicPage();
    await viewer.tap('反映问题');
    await viewer.tap('提交');
    await viewer.see('先选一个原因');
    await viewer.tap('其他');
    await viewer.tap('提交');
    await viewer.see('选“其他”时，请写一句说明');
    expect(callsTo(viewer, 'report.send')).toHaveLength(0);
    expect(reports()).toEqual([]);
  });

  it('is stored once by a double tap, and leaves a receipt number', async () => {
    await viewer.tap('冒用名称或标志');
    await viewer.type('补充说明', WORDS);
    await viewer.tapTwice('提交');
    await viewer.see('已收到');
    await viewer.see(/回执 HD-20261124-[2-9A-HJ-NP-Y]{6}/);
    expect(reports()).toHaveLength(1);
  });

  it('is in the queue of the verifier, who takes the store down with words', async () => {
    await openDeskList(verifier, 'report');
    await verifier.see('木棉皮具');
    await verifier.tap('冒用名称或标志');
    await verifier.see(WORDS);
    await verifier.tap('暂停展示这家店');
    await verifier.see('暂停展示要写明原因');
    expect(callsTo(verifier, 'report.decide')).toHaveLength(0);
    await verifier.type('处理说明', WHY);
    await verifier.tapTwice('暂停展示这家店');
    await verifier.see('核对员 暂停展示');
    expect(callsTo(verifier, 'report.decide')).toHaveLength(1);
  });

  it('makes the public page name the suspension, with nothing of the store', async () => {
    await openPublicPage();
    await viewer.see(REMOVED);
    await viewer.see('资料没有删除');
    expect(viewer.screen.text).not.toContain('木棉皮具');
    expect(viewer.screen.text).not.toContain(WHY);
  });

  it('tells the owner why, who appeals once', async () => {
    await owner.open(PATHS.editShop.url({ shopId: store.shopId }));
    await owner.see(`原因：${WHY}`);
    expect(owner.screen.text).not.toContain(WORDS);
    await owner.type('申诉', '名称是本店注册的商标');
    await owner.tapTwice('提交申诉');
    await owner.see('等运营方再看');
    expect(reports()).toHaveLength(2);
  });

  it('ends with the appeal: the page is shown, and listed, as it was', async () => {
    await openDeskList(verifier, 'report');
    await verifier.tap('店主申诉');
    await verifier.see('名称是本店注册的商标');
    await verifier.tap('恢复展示');
    await verifier.see('核对员 恢复展示');
    await openPublicPage();
    await viewer.see('木棉皮具');
    expect(viewer.screen.text).not.toContain(REMOVED);
    await viewer.open(PATHS.home.url());
    await viewer.see('木棉皮具');
    await owner.open(PATHS.editShop.url({ shopId: store.shopId }));
    expect(owner.screen.text).not.toContain(WHY);
    await openDeskList(verifier, 'suspended');
    await verifier.see('没有要核对的');
  });
});
