// What screens offer to each role of a store, and what becomes of an open page when a role ends.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { type Capability, can } from '../../src/domain/shop/capabilities';
import { ROLES, type Role } from '../../src/domain/shop/shop';
import { PATHS } from '../../src/paths';
import { buildPaid } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { NOW, openStore, piecesIn, publish, sessionIn, type TestStore } from '../testkit/stores';
import { joinAs } from '../testkit/teams';
import { phoneOf } from '../testkit/weapp/phones';

const NOT_ALLOWED = '你在这家店的角色不能做这一步，请找店主处理';
/** All that is on a page that the person may not see. */
const NOT_FOUND = '! 没有找到，可能已不存在，或不对你公开';
/** The amount of the ended session. */
const AMOUNT = '98,765';

/** What can be tapped on a page by the roles that include a capability, and by no others. */
type Offer = readonly [page: string, words: string | RegExp, needs: Capability];

let cloud: LocalCloud;
let store: TestStore;
let ids: Record<'scheduled' | 'live' | 'ended' | 'piece', string>;
const members = new Map<string, string>();
const phones: Phone[] = [];

beforeAll(async () => {
  cloud = await startTestCloud();
  cloud.setNow(NOW);
  store = await openStore(cloud, 'owner');
  await publish(store);
  for (const role of ROLES.filter((name) => name !== 'owner')) {
    members.set(role, await joinAs(cloud, store, role, role));
  }
  const ended = (await sessionIn(store, 'ended')).id;
  const amountFen = 9_876_500;
  await store.owner.ok('sales.record', buildPaid(store.shopId, ended, { amountFen }));
  const [piece] = await piecesIn(store, 2);
  const scheduled = (await sessionIn(store, 'scheduled')).id;
  const live = (await sessionIn(store, 'live')).id;
  ids = { scheduled, live, ended, piece: piece?.id ?? '' };
});
afterEach(() => {
  for (const phone of phones.splice(0)) {
    expect(phone.program.errors).toEqual([]);
    phone.close();
  }
});
afterAll(() => cloud.close());

/** The phone of a person, opened at a page. */
async function phoneAt(path: string, person: string): Promise<Phone> {
  const phone = phoneOf(cloud, person, { clock: () => Date.parse(NOW) });
  phones.push(phone);
  await phone.open(path);
  return phone;
}

/** Every page with a gate, and what it offers. */
function offers(): Offer[] {
  const { shopId, hostId } = store;
  const session = (id: string): string => PATHS.session.url({ id });
  return [
    [PATHS.sessions.url(), '现在开播', 'session.plan'],
    [session(ids.scheduled), '改排期', 'session.plan'],
    [session(ids.scheduled), '取消场次', 'session.plan'],
    [session(ids.scheduled), '开播', 'session.run'],
    [session(ids.live), '控台', 'session.run'],
    [session(ids.ended), '再来一场', 'session.plan'],
    [session(ids.ended), '记一笔', 'sales.write'],
    [session(ids.piece), '合成一场', 'session.plan'],
    [PATHS.console.url({ id: ids.live }), '下播', 'session.run'],
    [PATHS.console.url({ id: ids.live }), '去添加', 'session.plan'],
    [PATHS.editShop.url({ shopId }), '停止公开', 'shop.edit'],
    [PATHS.hosts.url({ shopId }), '添加主播', 'shop.edit'],
    [PATHS.applicant.url({ shopId, hostId }), '记读数', 'applicant.write'],
    [PATHS.plan.url({ shopId }), '确认排期', 'session.plan'],
    [PATHS.record.url({ shopId, sessionId: ids.ended }), '保存', 'sales.write'],
    [PATHS.backfill.url({ shopId }), '补录', 'session.plan'],
    [PATHS.dutyExport.url({ shopId }), /^准备/, 'duty.export'],
  ];
}

/** Pages that are a form alone: they say to others that their role does not include it. */
const FORMS = ['plan', 'record', 'backfill', 'duty-export'].map((name) => `/merchant/${name}/`);

/** A long press on a row of the list; what comes next stands above it, in rows without one. */
async function holdRow(phone: Phone): Promise<void> {
  await phone.see('没有更多了');
  await phone.holdAt('.hl-live--last');
}

describe('screens offer what a role includes, and no more', () => {
  it.each(ROLES)('to a person who is %s', async (role: Role) => {
    const phone = await phoneAt(PATHS.home.url(), role);
    const wrong: string[] = [];
    for (const [page, words, needs] of offers()) {
      await phone.open(page);
      const may = can(role, needs);
      const isOffered = phone.screen.find(words).length > 0;
      if (isOffered !== may) wrong.push(`${String(words)} on ${page}`);
      const isForm = FORMS.some((form) => page.startsWith(form));
      if (isForm && phone.screen.text.includes(NOT_ALLOWED) === may) wrong.push(`${page} says why`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(ROLES)(
    'and a person who is %s sees the store’s money where it is theirs',
    async (role) => {
      const phone = await phoneAt(PATHS.session.url({ id: ids.ended }), role);
      expect(phone.screen.text.includes(AMOUNT)).toBe(can(role, 'sales.read'));
      await phone.open(PATHS.sessions.url());
      expect(phone.screen.text.includes(AMOUNT)).toBe(can(role, 'sales.read'));
    },
  );

  it.each(['host', 'floor_manager'] as const)('nothing on a long press to %s', async (role) => {
    const phone = await phoneAt(PATHS.sessions.url(), role);
    await holdRow(phone);
    expect(phone.screen.find('再来一场')).toEqual([]);
  });

  it('all of it on a long press to an operator', async () => {
    const phone = await phoneAt(PATHS.sessions.url(), 'operator');
    await holdRow(phone);
    await phone.see('再来一场');
  });
});

describe('a role that ends while a page is open', () => {
  it('turns a form into the reason, when it was changed to one that does not include it', async () => {
    const { owner, shopId } = store;
    const memberId = await joinAs(cloud, store, 'changed', 'operator');
    const phone = await phoneAt(PATHS.plan.url({ shopId }), 'changed');
    await phone.type('例如：双肩包专场', '秋冬专场');
    await owner.ok('team.changeRole', { shopId, memberId, role: 'finance' });
    await phone.tap('确认排期');
    expect(phone.screen.text).toContain(NOT_ALLOWED);
    expect(cloud.database.find('live_sessions', { title: '秋冬专场' })).toEqual([]);
  });

  it.each([
    ['the list of sessions', () => PATHS.sessions.url()],
    ['progress', () => PATHS.progress.url()],
    ['a session', () => PATHS.session.url({ id: ids.ended })],
    ['the statement', () => PATHS.statement.url({ shopId: store.shopId })],
  ])('takes the store’s figures off %s at the next reading', async (page, pathOf) => {
    const { owner, shopId } = store;
    const person = `leaves ${page}`;
    const memberId = await joinAs(cloud, store, person, 'finance');
    const phone = await phoneAt(pathOf(), person);
    await phone.see(/98,765|9\.8/);
    await owner.ok('team.remove', { shopId, memberId });
    phone.program.hide();
    phone.program.show();
    await phone.settle();
    if (/98,765|9\.8/.test(phone.screen.text)) {
      phone.program.pullDown();
      await phone.settle();
    }
    expect(phone.screen.text).not.toMatch(/98,765|9\.8/);
  });

  it('refuses a form that is sent afterwards, and names the reason', async () => {
    const { owner, shopId } = store;
    const memberId = await joinAs(cloud, store, 'sends late', 'operator');
    const phone = await phoneAt(PATHS.plan.url({ shopId }), 'sends late');
    await phone.type('例如：双肩包专场', '晚了的专场');
    await owner.ok('team.remove', { shopId, memberId });
    await phone.tap('确认排期');
    expect(phone.screen.text).toBe(NOT_FOUND);
    expect(cloud.database.find('live_sessions', { title: '晚了的专场' })).toEqual([]);
  });
});
