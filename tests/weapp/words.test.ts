import { beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { PATHS } from '../../src/paths';
import { NOW, openStore, publish, sessionIn, type TestStore } from '../testkit/stores';
import { phoneOf } from '../testkit/weapp/phones';
import { openDeskList, openDeskPhones } from './support/desk-phones';

const NEUTRAL = '直播场次 · Live session';
const REFUSAL = '含有不适合公开的内容，请修改';
/** Words in brackets are those on which the check of the local cloud decides. */
describe('words that others will see, in the built mini program', () => {
  const desk = openDeskPhones();
  let cloud: LocalCloud;
  let store: TestStore;
  let owner: Phone;
  let verifier: Phone;
  let viewer: Phone;

  beforeAll(async () => {
    ({ cloud, owner, verifier, viewer } = desk());
    store = await openStore(cloud, 'owner');
    await publish(store);
  });

  const see = async (id: string, words: string): Promise<void> => {
    await viewer.open(PATHS.publicSession.url({ id }));
    await viewer.see(words);
  };

  it('are refused beside their field, and stay as they were typed', async () => {
    await owner.open(PATHS.plan.url({ shopId: store.shopId }));
    await owner.type('例如：双肩包专场', '秋冬[risky]专场');
    await owner.tap('确认排期');
    await owner.see(REFUSAL);
    expect(owner.screen.toast).toBe('还有内容需要补全，请看红字');
    expect(owner.screen.field('例如：双肩包专场')?.value).toBe('秋冬[risky]专场');
    const wrong = owner.screen.all('.hl-field--wrong');
    expect(wrong.map(({ textContent }) => textContent)).toHaveLength(1);
    expect(wrong[0]?.textContent).toContain('场次标题');
    expect(cloud.database.readAll('live_sessions')).toEqual([]);
    await owner.type('例如：双肩包专场', '秋冬专场');
    expect(owner.screen.text).not.toContain(REFUSAL);
    await owner.tap('确认排期');
    await owner.see('已排期，粉丝看得到');
  });

  it('of a store are refused in the form, and its page stays as it was', async () => {
    await owner.open(PATHS.editShop.url({ shopId: store.shopId }));
    await owner.type('一句话介绍', '好货[risky]');
    await owner.tap('保存');
    await owner.see(REFUSAL);
    expect(owner.screen.field('一句话介绍')?.value).toBe('好货[risky]');
    await viewer.open(PATHS.shop.url({ id: store.shopId }));
    await viewer.see('每晚八点');
    await owner.type('一句话介绍', '每晚九点');
    await owner.tap('保存');
    expect(owner.screen.toast).toBe('已保存');
  });

  it('that need a look are marked for their people, and are neutral for others until released', async () => {
    const { id } = await sessionIn(store, 'scheduled', { title: '周末[review]专场' });
    await owner.open(PATHS.session.url({ id }));
    await owner.see('周末[review]专场');
    await owner.see('审核中');
    await owner.see(`别人暂时看到的是“${NEUTRAL}”`);
    expect(owner.program.share()?.title).not.toContain('周末');
    await see(id, NEUTRAL);
    expect(viewer.screen.text).not.toContain('周末');
    expect(viewer.program.share()?.title).not.toContain('周末');

    await openDeskList(verifier, 'words');
    await verifier.see(/场次标题.*回执 HD-/);
    await verifier.tap('周末[review]专场');
    await verifier.see('场次标题');
    await verifier.tapTwice('通过');
    await verifier.see('小何 通过');
    verifier.program.back();
    await verifier.settle();
    await verifier.see('没有要核对的');
    expect(verifier.program.errors).toEqual([]);

    await see(id, '周末[review]专场');
    await owner.open(PATHS.session.url({ id }));
    await owner.see('周末[review]专场');
    expect(owner.screen.text).not.toContain('审核中');
  });

  it('that a verifier refuses are marked, and pass once they are changed', async () => {
    const teasers = [{ name: '手袋[review]', priceFen: 100, priceBasis: null }];
    const { id } = await sessionIn(store, 'scheduled', { title: '晚场', teasers });
    await see(id, '商品 · Goods');
    await openDeskList(verifier, 'words');
    await verifier.tap('手袋[review]');
    await verifier.see('商品名称');
    await verifier.tap('不对');
    await verifier.tap('退回 1 栏，写原因');
    await verifier.tap('其他');
    await verifier.type('补充说明（只有核对员看到）', '不要用这个词');
    await verifier.tap('不放行');
    await verifier.see('小何 退回');

    await owner.open(PATHS.session.url({ id }));
    await owner.see('未通过审核');
    await see(id, '商品 · Goods');
    await owner.open(PATHS.plan.url({ shopId: store.shopId, sessionId: id }));
    await owner.type('商品名称', '手袋');
    await owner.tap('保存');
    await owner.open(PATHS.session.url({ id }));
    await owner.see('晚场');
    expect(owner.screen.text).not.toContain('未通过审核');
    await see(id, '手袋');
  });

  it('are marked in the row of a list, and at the item of the goods that they belong to', async () => {
    const lin = await openStore(cloud, 'lin');
    const phone = phoneOf(cloud, 'lin', { clock: () => Date.parse(NOW) });
    const teasers = ['帆布包', '皮带[review]'].map((name) => {
      return { name, priceFen: 100, priceBasis: null };
    });
    const { id } = await sessionIn(lin, 'scheduled', { title: '早场', teasers });
    await sessionIn(lin, 'cancelled', { title: '午场' });
    await sessionIn(lin, 'live', { title: '夜场[review]' });
    await phone.open(PATHS.sessions.url());
    await phone.see('没有更多了');
    const rows = phone.screen.all('.hl-live').map(({ textContent }) => textContent ?? '');
    const rowOf = (title: string) => rows.find((row) => row.includes(title));
    expect(rowOf('早场')).toContain('◌ 文字审核中');
    expect(rowOf('午场')).not.toContain('审核');
    const [task] = phone.screen.all('.sessions__task');
    expect(task?.textContent).toContain('夜场[review]◌ 文字审核中');

    await phone.open(PATHS.session.url({ id }));
    await phone.see('皮带[review]');
    const goods = phone.screen.all('.hl-row').map(({ textContent }) => textContent ?? '');
    const itemOf = (name: string) => goods.find((item) => item.includes(name));
    expect(itemOf('皮带')).toContain('审核中');
    expect(itemOf('帆布包')).not.toContain('审核中');
    expect(phone.program.errors).toEqual([]);
    phone.close();
  });
});
