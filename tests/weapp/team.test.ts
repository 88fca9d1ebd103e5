// A team on real phones: invited by a card, joined, given another role, handed over, removed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { PATHS } from '../../src/paths';
import { callAs, startTestCloud } from '../testkit/cloud';
import { NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';
import { inviteTo, joinAs } from '../testkit/teams';
import { phoneOf } from '../testkit/weapp/phones';

/** Opened from a card in a chat. */
const FROM_CARD = 1007;
/** The single page that WeChat shows of a card in Moments, to persons it does not identify. */
const MOMENTS = 1154;

/** All that is on a page that the person may not see. */
const NOT_FOUND = '! 没有找到，可能已不存在，或不对你公开';

let cloud: LocalCloud;
let store: TestStore;
const phones: Phone[] = [];

beforeEach(async () => {
  cloud = await startTestCloud();
  cloud.setNow(NOW);
  store = await openStore(cloud, 'lin');
});
afterEach(async () => {
  for (const phone of phones.splice(0)) {
    expect(phone.program.errors).toEqual([]);
    phone.close();
  }
  await cloud.close();
});

/** The phone of a person, opened at a page. */
async function phoneAt(path: string, person?: string, scene?: number): Promise<Phone> {
  const phone = phoneOf(cloud, person, { clock: () => Date.parse(NOW) });
  phones.push(phone);
  await phone.open(path, scene);
  return phone;
}

/** The path of the card that the owner's screen passes on. */
function cardPath(owner: Phone): string {
  const card = owner.program.share();
  expect(card?.imageUrl).toBeTruthy();
  return card?.path ?? '';
}

/** The roles of a person in their stores. */
async function rolesOf(person: string): Promise<string[]> {
  const { shops } = await callAs(cloud, person).ok('shop.mine', {});
  return shops.map(({ shop }) => shop.role);
}

describe('a person who works for a store', () => {
  it('joins by a card, is given a role, takes the store over and removes who had it', async () => {
    const owner = await phoneAt(PATHS.team.url({ shopId: store.shopId }), 'lin');
    await owner.see('还没有变更');
    await owner.tap('邀请成员');
    await owner.type('怎么称呼', '小王');
    await owner.tap('生成邀请');
    await owner.see('邀请已生成');
    const path = cardPath(owner);
    expect(path).toMatch(/^\/merchant\/join\/index\?code=[a-z0-9]{12}$/);

    const wang = await phoneAt(path, 'wang', FROM_CARD);
    await wang.see(/邀请你做运营/);
    await wang.see('店里称呼你 小王');
    await wang.tap('加入');
    await wang.see(/我是运营/);
    expect(await rolesOf('wang')).toEqual(['operator']);

    const late = await phoneAt(path, 'late', FROM_CARD);
    await late.see('邀请已失效');

    await owner.open(PATHS.team.url({ shopId: store.shopId }));
    await owner.tap('小王');
    await owner.tap('财务');
    expect(owner.screen.toast).toBe('已改');
    expect(await rolesOf('wang')).toEqual(['finance']);

    await owner.tap('把店铺移交给这位成员');
    await owner.tap('生成移交卡片');
    await owner.see('移交卡片已生成');
    await wang.open(cardPath(owner), FROM_CARD);
    await wang.see(/要移交给你/);
    await wang.tap('接受移交');
    await wang.see('成为这家店的店主？');
    expect(await rolesOf('wang')).toEqual(['finance']);
    await wang.tapAt('.hl-sheet .hl-button');
    await wang.see(/我是店主/);
    expect([await rolesOf('wang'), await rolesOf('lin')]).toEqual([['owner'], ['operator']]);

    const { id } = await sessionIn({ ...store, owner: callAs(cloud, 'wang') }, 'scheduled');
    await owner.open(PATHS.session.url({ id }));
    await owner.see('4 项做完 0 项');
    await wang.open(PATHS.team.url({ shopId: store.shopId }));
    await wang.tap('登记店铺的人');
    await wang.tap('移出团队');
    await wang.tap('移出');
    expect(wang.screen.toast).toBe('已移出');
    await owner.tap('核对主播身份');
    // The page that was open goes with the next tap, not only when it is opened again.
    expect(owner.screen.text).toBe(NOT_FOUND);
    await owner.open(PATHS.session.url({ id }));
    expect(owner.screen.text).toBe(NOT_FOUND);
    expect(await rolesOf('lin')).toEqual([]);
  });
});

describe('an invitation', () => {
  it('is used by its code where the card cannot be opened', async () => {
    const { code } = await inviteTo(store, 'floor_manager');
    const deng = await phoneAt(PATHS.join.url(), 'deng');
    await deng.type('邀请码', 'short');
    await deng.tap('查看邀请');
    await deng.see('邀请码是 12 位小写字母或数字');
    await deng.type('邀请码', ` ${code.toUpperCase()} `);
    await deng.tap('查看邀请');
    await deng.see(/邀请你做场控/);
    await deng.tap('加入');
    await deng.see(/我是场控/);
  });

  it('names the host whom it is for, and makes that host a member', async () => {
    const { host } = await store.owner.ok('host.add', {
      shopId: store.shopId,
      name: '阿禾',
      account: null,
    });
    const owner = await phoneAt(PATHS.team.url({ shopId: store.shopId, hostId: host.id }), 'lin');
    await owner.tap('生成邀请');
    await owner.see('邀请已生成');
    const he = await phoneAt(cardPath(owner), 'he', FROM_CARD);
    await he.see(/邀请你做主播/);
    await he.tap('加入');
    await he.see(/我是主播/);
    await owner.open(PATHS.team.url({ shopId: store.shopId }));
    await owner.see(/主播“阿禾”/);
  });

  it('that is taken back opens no store', async () => {
    const owner = await phoneAt(PATHS.team.url({ shopId: store.shopId }), 'lin');
    await owner.tap('邀请成员');
    await owner.type('怎么称呼', '小王');
    await owner.tap('生成邀请');
    await owner.see('邀请已生成');
    const path = cardPath(owner);
    await owner.open(PATHS.team.url({ shopId: store.shopId }));
    await owner.tap('小王');
    await owner.tap('撤回');
    expect(owner.screen.toast).toBe('已撤回');
    const wang = await phoneAt(path, 'wang', FROM_CARD);
    await wang.see('邀请已失效');
    expect(await rolesOf('wang')).toEqual([]);
  });

  it('asks a person without identity to open it in WeChat', async () => {
    const { code } = await inviteTo(store, 'finance');
    const anonymous = await phoneAt(PATHS.join.url({ code }), undefined, MOMENTS);
    await anonymous.see('请在微信里打开这张卡片，才能加入');
  });
});

describe('the page of the team', () => {
  it('is for the owner alone', async () => {
    await joinAs(cloud, store, 'yun', 'operator');
    const operator = await phoneAt(PATHS.team.url({ shopId: store.shopId }), 'yun');
    expect(operator.screen.all('.hl-error')).toHaveLength(1);
    expect(operator.screen.text).not.toContain('邀请成员');
  });
});
