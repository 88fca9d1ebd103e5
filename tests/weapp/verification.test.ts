import { beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { setVerifier } from '../../demo/verifier-role';
import { PATHS } from '../../src/paths';
import { COMPLETE_DISCLOSURE } from '../testkit/builders';
import { callAs } from '../testkit/cloud';
import { callsTo } from '../testkit/weapp/phones';
import { openDeskPhones } from './support/desk-phones';

const TYPED = {
  登记名称: COMPLETE_DISCLOSURE.legalName,
  经营者姓名: COMPLETE_DISCLOSURE.operatorName,
  统一社会信用代码: COMPLETE_DISCLOSURE.creditCode,
  经营地址: COMPLETE_DISCLOSURE.address,
  公开联系方式: COMPLETE_DISCLOSURE.contact,
};

/** From registration to the mark and to its loss: each step continues where the previous one ended. */
describe('a store and a verifier, each with a phone', () => {
  const desk = openDeskPhones();
  let cloud: LocalCloud;
  let owner: Phone;
  let verifier: Phone;
  let viewer: Phone;
  let shopId = '';

  beforeAll(() => {
    ({ cloud, owner, verifier, viewer } = desk());
  });

  const openStorePage = () => owner.open(PATHS.editShop.url({ shopId }));
  const openDesk = async () => {
    await verifier.open(PATHS.me.url());
    await verifier.tap('核对台');
  };
  const markOf = async (): Promise<string> => {
    await viewer.open(PATHS.shop.url({ id: shopId }));
    return viewer.screen.text;
  };

  it('registers, and hands in once the disclosure is complete', async () => {
    await owner.open(PATHS.register.url());
    await owner.type('店铺名称', '花都官方好包');
    for (const words of ['个体工商户', '主播', '选镇街', '狮岭镇', '下一页'])
      await owner.tap(words);
    for (const words of ['已满 18 岁', '抖音']) await owner.tap(words);
    await owner.type('平台账号名称', '小花皮具');
    await owner.tap('我已阅读上面的说明，同意为这些用途保存以上内容');
    await owner.tap('登记');
    expect(owner.screen.toast).toBe('店铺已登记');
    shopId = (await callAs(cloud, 'owner').ok('shop.mine', {})).shops[0]?.shop.id ?? '';
    await openStorePage();
    await owner.see('还不能提交，公示信息缺：登记名称、经营者姓名');
    await owner.tap('提交核对');
    expect(callsTo(owner, 'shop.submit')).toHaveLength(0);
    for (const [label, text] of Object.entries(TYPED)) await owner.type(label, text);
    await owner.tap('保存');
    await owner.tapTwice('提交核对');
    await owner.see('等待核对');
    await owner.see(/回执 HD-20261124-[2-9A-HJ-NP-Y]{6}/);
    expect(callsTo(owner, 'shop.submit')).toHaveLength(1);
  });

  it('is listed at the desk, and returned with a reason for a field', async () => {
    await openDesk();
    await verifier.see('第一次');
    await verifier.tap('花都官方好包');
    await verifier.see('没有核对过');
    await verifier.see('名单里有的词：');
    await verifier.see(COMPLETE_DISCLOSURE.address);
    await verifier.tap('不对');
    await verifier.tap('退回 1 栏，写原因');
    await verifier.tap('退回给店主');
    // Without a reason nothing is sent.
    expect(callsTo(verifier, 'review.decide')).toHaveLength(0);
    await verifier.tap('像是官方或单位');
    await verifier.type('补充说明（店主会看到）', '请去掉“官方”');
    await verifier.see('店主会看到');
    await verifier.see('像是官方或单位。请去掉“官方”');
    await verifier.tapTwice('退回给店主');
    expect(verifier.screen.toast).toBe('已记下');
    expect(callsTo(verifier, 'review.decide')).toHaveLength(1);
    await verifier.see('小何 退回');
    await verifier.see('不用再核对');
    verifier.program.back();
    await verifier.settle();
    await verifier.see('没有要核对的');
    expect(verifier.program.errors).toEqual([]);
  });

  it('tells the owner what to change, who hands it in again', async () => {
    await openStorePage();
    await owner.see('已退回');
    await owner.see('店铺名称：像是官方或单位。请去掉“官方”');
    await owner.type('店铺名称', '小花好包');
    await owner.tap('改好了，再交');
    expect(owner.screen.toast).toBe('有改动还没保存，请先保存');
    await owner.tap('保存');
    await owner.tap('改好了，再交');
    await owner.see('等待核对');
    expect(owner.screen.text).not.toContain('请去掉“官方”');
  });

  it('is approved the second time, and shows the mark to everyone', async () => {
    await openDesk();
    await verifier.see(/退回后再交.*第 2 次/);
    await verifier.tap('小花好包');
    await verifier.see('店铺名称 像是官方或单位 请去掉“官方”');
    await verifier.tap('通过');
    await verifier.see('小何 通过');
    await openStorePage();
    await owner.see('运营方已核对');
    await owner.tap('公开店铺主页');
    await owner.tap('同意公开');
    await owner.see('已公开');
    expect(await markOf()).toMatch(/小花好包.*运营方已核对/);
    await viewer.open(PATHS.home.url());
    await viewer.see('小花好包');
  });

  it('loses the mark with another name, on its page and in discovery', async () => {
    await openStorePage();
    await owner.type('店铺名称', '大花好包');
    await owner.tap('保存');
    await owner.see('上次核对后改过：店铺名称');
    const page = await markOf();
    expect(page).toContain('大花好包');
    expect(page).toContain('未核对');
    expect(page).not.toContain('运营方已核对');
    await viewer.open(PATHS.home.url());
    expect(viewer.screen.text).not.toMatch(/[大小]花好包/);
    expect(viewer.program.errors).toEqual([]);
    await owner.tap('提交核对');
    await openDesk();
    await verifier.see('改了店铺名称');
  });

  it('is closed to others, and to a verifier whose role is taken away', async () => {
    const only = '核对台只给运营方的核对员用';
    const role = '你在这家店的角色';
    for (const path of [PATHS.reviews.url(), PATHS.review.url({ id: `${shopId}.vmadeup000001` })]) {
      await owner.open(path);
      await owner.see(only);
      expect(owner.screen.text).not.toContain(role);
    }
    await verifier.tap('大花好包');
    await verifier.see('通过');
    await setVerifier(cloud, 'verifier', null);
    await verifier.tap('通过');
    expect(verifier.screen.toast).toBe(only);
    await verifier.see(only);
    expect(verifier.screen.text).not.toContain('大花好包');
    expect(await markOf()).toContain('未核对');
  });

  it('has no review without its parameter', async () => {
    await owner.open(PATHS.review.path);
    await owner.see('没有找到');
  });
});
