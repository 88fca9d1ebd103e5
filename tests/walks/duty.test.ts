// The record and the checklist of sessions, kept by several people at once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { DUTY_RECORDS_PER_PAGE, type Duty, type DutyItem } from '../../src/contract/duty';
import type { InputOf, OutputOf } from '../../src/contract/endpoints';
import { MAX_ITEMS, MAX_LISTS } from '../../src/domain/duty/checklist';
import { MAX_CORRECTIONS } from '../../src/domain/duty/record';
import { type Role, ROLES } from '../../src/domain/shop/shop';
import { buildPaid, buildPlan } from '../testkit/builders';
import { callAs, startTestCloud, type TestCaller } from '../testkit/cloud';
import { everythingIn, NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';
import { giveRole } from '../testkit/people';

const LATER = '2026-11-24T03:00:00.000Z';
/** An instant within the second after one to which the clock was set: it runs on. */
function soonAfter(instant: string): unknown {
  return expect.stringMatching(`^${instant.slice(0, 19)}\\.\\d{3}Z$`);
}
const OTHER_SELLER = { name: '狮岭源头厂', creditCode: null, permitNo: null };
const OTHER = { who: 'other' as const, ...OTHER_SELLER };

let cloud: LocalCloud;
let store: TestStore;
let opened = 0;

beforeAll(async () => {
  cloud = await startTestCloud();
});
beforeEach(async () => {
  cloud.setNow(NOW);
  opened += 1;
  store = await openStore(cloud, `owner-${String(opened)}`);
});
afterAll(() => cloud.close());

/** A person with a role in the store. */
async function join(role: Role, person = `${role}-${store.shopId}`): Promise<TestCaller> {
  const { shopId } = store;
  await giveRole(cloud, { shopId, person, role, joinedAt: NOW });
  return callAs(cloud, person);
}

function confirmation(
  sessionId: string,
  overrides: Partial<InputOf<'duty.confirm'>> = {},
): InputOf<'duty.confirm'> {
  return {
    sessionId,
    version: 0,
    seller: { who: 'store' },
    isAiPresenter: false,
    isIdentityChecked: true,
    isLicenceChecked: true,
    signature: null,
    ...overrides,
  };
}

function tick(
  sessionId: string,
  itemId: string,
  overrides: Partial<InputOf<'duty.tick'>> = {},
): InputOf<'duty.tick'> {
  return { sessionId, itemId, isDone: true, tickedAt: null, signature: null, ...overrides };
}

function correction(sessionId: string, at: string | null = null): InputOf<'duty.correct'> {
  return { sessionId, at, text: '更正：是牛津布，不是真皮', signature: null };
}

const dutyOf = (sessionId: string, caller = store.owner) => caller.ok('duty.get', { sessionId });

function itemOf(duty: Duty, itemId: string): DutyItem | undefined {
  return duty.items.find(({ id }) => id === itemId);
}

const done = ({ items }: Duty) => items.filter((item) => item.tick !== null).map(({ id }) => id);

describe('the record of a session', () => {
  it('is filled from what was stated last in the store, and confirmed with one call', async () => {
    const { owner } = store;
    const first = await sessionIn(store, 'scheduled', { title: '第一场' });
    expect(await dutyOf(first.id)).toMatchObject({ last: null, duty: { version: 0 } });
    const seller = { ...OTHER, creditCode: '92000000MADEMA0016', permitNo: '粤妆 2024001' };
    await owner.ok('duty.confirm', confirmation(first.id, { seller, signature: '林晓' }));
    const second = await sessionIn(store, 'scheduled', { title: '第二场' });
    const { duty, last } = await dutyOf(second.id);
    const { who: _who, ...kept } = seller;
    expect(last).toEqual({ title: '第一场', startAt: first.startAt, seller: kept });
    // Proposed, not stated: nothing is checked before a person confirms it.
    expect(duty).toMatchObject({ seller: null, confirmed: null, identity: null, licence: null });
    cloud.setNow(LATER);
    const { duty: confirmed } = await owner.ok('duty.confirm', confirmation(second.id, { seller }));
    const mark = { at: soonAfter(LATER), by: 'you', role: 'owner', name: null };
    expect(confirmed).toMatchObject({
      seller: kept,
      confirmed: mark,
      licence: mark,
      identity: { mark, hosts: [{ id: store.hostId }] },
      version: 1,
    });
    expect(done(confirmed)).toEqual(['presenter_identity', 'licence_valid']);
    expect((await dutyOf(second.id)).last).toBeNull();
  });

  it('is filled from the last record, whose plan can no longer be taken back', async () => {
    const { owner } = store;
    const first = await sessionIn(store, 'scheduled', { title: '第一场' });
    await owner.ok('duty.confirm', confirmation(first.id));
    const { id: sessionId, version } = await sessionIn(store, 'scheduled', { title: '第二场' });
    await owner.ok('duty.confirm', confirmation(sessionId, { seller: OTHER }));
    const error = await owner.refused('liveSession.undo', { sessionId, version });
    expect(error).toMatchObject({ code: 'not_undoable', info: { block: 'has_record' } });
    const next = await sessionIn(store, 'scheduled');
    expect((await dutyOf(next.id)).last).toMatchObject({ title: '第二场', seller: OTHER_SELLER });
  });

  it('keeps the time of an earlier check when it is changed, and takes none back', async () => {
    const { owner } = store;
    const { id } = await sessionIn(store, 'scheduled');
    await owner.ok('duty.confirm', confirmation(id));
    cloud.setNow(LATER);
    const change = { seller: OTHER, isIdentityChecked: false, isLicenceChecked: false };
    const manager = await join('floor_manager');
    const { duty } = await manager.ok('duty.confirm', confirmation(id, { ...change, version: 1 }));
    expect(duty.identity?.mark).toMatchObject({
      at: soonAfter(NOW),
      by: 'team',
      role: 'owner',
    });
    expect(duty.licence?.at).toEqual(soonAfter(NOW));
    expect(duty.confirmed).toMatchObject({
      at: soonAfter(LATER),
      by: 'you',
      role: 'floor_manager',
    });
    const { duty: kept } = await owner.ok('duty.confirm', confirmation(id, { version: 2 }));
    expect(kept.identity?.mark.at).toEqual(soonAfter(NOW));
  });

  it('holds no check that the person has not made', async () => {
    const { id } = await sessionIn(store, 'scheduled');
    const unchecked = { isIdentityChecked: false, isLicenceChecked: false };
    const { duty } = await store.owner.ok('duty.confirm', confirmation(id, unchecked));
    expect(duty).toMatchObject({ identity: null, licence: null, version: 1 });
  });

  it('is not overwritten by a second phone that has not seen the first one’s statement', async () => {
    const { owner } = store;
    const { id } = await sessionIn(store, 'scheduled');
    const both = await Promise.all([
      owner.raw('duty.confirm', confirmation(id, { seller: OTHER })),
      owner.raw('duty.confirm', confirmation(id)),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = await owner.refused('duty.confirm', confirmation(id));
    expect(refused).toEqual({ code: 'stale_version', info: { version: 1 } });
  });

  it('asks again for the identity of a host who came after the check', async () => {
    const { owner, shopId } = store;
    const { id } = await sessionIn(store, 'live');
    await owner.ok('duty.confirm', confirmation(id));
    const { host } = await owner.ok('host.add', { shopId, name: '陈小满', account: null });
    const target = { of: 'session', sessionId: id, hostId: host.id } as const;
    await owner.ok('sales.record', buildPaid(shopId, id, { target }));
    const { duty } = await dutyOf(id);
    expect(duty.uncheckedHosts).toEqual([{ id: host.id, name: '陈小满' }]);
    expect(done(duty)).toEqual(['licence_valid']);
    cloud.setNow(LATER);
    const { duty: after } = await owner.ok('duty.tick', tick(id, 'presenter_identity'));
    expect(after.uncheckedHosts).toEqual([]);
    expect(after.identity).toMatchObject({
      mark: { at: soonAfter(LATER) },
      hosts: [{}, { id: host.id }],
    });
  });

  it('is kept until three years after the end, which is not known before', async () => {
    const planned = await sessionIn(store, 'scheduled');
    expect((await dutyOf(planned.id)).duty.keptUntil).toBeNull();
    // It ended on 24 November 2026 in China.
    const ended = await sessionIn(store, 'ended');
    expect((await dutyOf(ended.id)).duty.keptUntil).toBe('2029-11-24');
  });

  it('warns of a credit code that does not add up, and keeps it', async () => {
    const { id } = await sessionIn(store, 'scheduled');
    const code = '92000000MADEMA0017';
    const seller = { ...OTHER, creditCode: code };
    const answer = await store.owner.full('duty.confirm', confirmation(id, { seller }));
    expect(answer).toMatchObject({
      data: { duty: { seller: { creditCode: code } } },
      warnings: [{ code: 'credit_code_unlikely', info: { code } }],
    });
  });

  it('refuses a cancelled session', async () => {
    const { owner } = store;
    const cancelled = await sessionIn(store, 'cancelled');
    const before = everythingIn(cloud);
    for (const [endpoint, input] of [
      ['duty.confirm', confirmation(cancelled.id)],
      ['duty.tick', tick(cancelled.id, 'equipment')],
      ['duty.correct', correction(cancelled.id)],
    ] as const) {
      expect((await owner.refused(endpoint, input)).code, endpoint).toBe('illegal_transition');
    }
    expect(everythingIn(cloud)).toEqual(before);
  });
});

describe('a correction made on air', () => {
  it('is noted with its time, and stays when it is withdrawn', async () => {
    const { owner } = store;
    const { id } = await sessionIn(store, 'live');
    cloud.setNow(LATER);
    const at = '2026-11-24T02:20:00.000Z';
    await owner.ok('duty.correct', correction(id, at));
    const { duty } = await owner.ok('duty.correct', correction(id));
    expect(duty.corrections.map((noted) => noted.at)).toEqual([at, soonAfter(LATER)]);
    const correctionId = duty.corrections[0]?.id ?? '';
    const withdrawal = { sessionId: id, correctionId, signature: null };
    const { duty: after } = await owner.ok('duty.withdraw', withdrawal);
    expect(after.corrections.map(({ withdrawn }) => withdrawn?.at ?? null)).toEqual([
      soonAfter(LATER),
      null,
    ]);
    expect(after.corrections[0]?.text).toBe(correction(id).text);
  });

  it('is accepted an hour around the session, and not a minute further', async () => {
    const { owner } = store;
    // Started and ended at NOW.
    const { id } = await sessionIn(store, 'ended');
    cloud.setNow('2026-11-24T06:00:00.000Z');
    for (const at of ['2026-11-24T01:01:00.000Z', '2026-11-24T03:00:00.000Z']) {
      await owner.ok('duty.correct', correction(id, at));
    }
    for (const [at, issue] of [
      ['2026-11-24T00:59:00.000Z', 'too_far_apart'],
      ['2026-11-24T03:01:00.000Z', 'too_far_apart'],
      ['2026-11-24T06:01:01.000Z', 'in_the_future'],
    ]) {
      const { fields } = await owner.refused('duty.correct', correction(id, at));
      expect(fields).toEqual({ at: issue });
    }
  });

  it('belongs to a session that took place', async () => {
    const { id } = await sessionIn(store, 'scheduled');
    const refused = await store.owner.refused('duty.correct', correction(id));
    expect(refused).toEqual({ code: 'illegal_transition', info: { state: 'scheduled' } });
  });

  it(`is refused above ${String(MAX_CORRECTIONS)}, withdrawn ones included`, async () => {
    const { owner } = store;
    const { id } = await sessionIn(store, 'live');
    for (let i = 0; i < 2; i += 1) await owner.ok('duty.correct', correction(id));
    const [record] = cloud.database.find('duty_records', { _id: id });
    const [noted] = record?.['corrections'] as object[];
    const others = Array.from({ length: MAX_CORRECTIONS - 2 }, (_, index) => ({
      ...noted,
      id: `${store.shopId}.cother${String(index)}`,
    }));
    const corrections = [...(record?.['corrections'] as object[]), ...others];
    await cloud.database.put('duty_records', id, { ...record, corrections });
    const [first] = (await dutyOf(id)).duty.corrections;
    const withdrawal = { sessionId: id, correctionId: first?.id ?? '', signature: null };
    await owner.ok('duty.withdraw', withdrawal);
    const before = everythingIn(cloud);
    const refused = await owner.refused('duty.correct', correction(id));
    expect(refused).toEqual({ code: 'limit_reached', info: { limit: MAX_CORRECTIONS } });
    expect(everythingIn(cloud)).toEqual(before);
  });
});

describe('the checklist of a session', () => {
  it('shows who did what and when, by name and role', async () => {
    const manager = await join('floor_manager');
    const { id } = await sessionIn(store, 'scheduled');
    await manager.ok('duty.tick', tick(id, 'equipment', { signature: '阿灯' }));
    const { duty } = await dutyOf(id);
    const mark = { at: soonAfter(NOW), by: 'team', role: 'floor_manager', name: '阿灯' };
    expect(itemOf(duty, 'equipment')?.tick).toEqual(mark);
    expect(duty.items.map(({ id: item }) => item)).toEqual([
      'presenter_identity',
      'licence_valid',
      'goods_prices',
      'equipment',
    ]);
    const text = JSON.stringify(duty);
    expect(text).not.toContain(`floor_manager-${store.shopId}`);
  });

  it('lets every role read it, and those who run sessions tick', async () => {
    const { id } = await sessionIn(store, 'live');
    const may = { tick: true, confirm: true, editLists: true, export: true };
    const none = { tick: false, confirm: false, editLists: false, export: false };
    const expected: Record<Role, object> = {
      owner: may,
      operator: may,
      host: { ...none, tick: true },
      floor_manager: { ...none, tick: true, confirm: true },
      finance: { ...none, export: true },
    };
    for (const role of ROLES) {
      const caller = role === 'owner' ? store.owner : await join(role);
      expect((await dutyOf(id, caller)).duty.may, role).toEqual(expected[role]);
    }
  });

  it('does not let hosts check their own identity', async () => {
    const host = await join('host');
    const { id } = await sessionIn(store, 'scheduled');
    await host.ok('duty.tick', tick(id, 'equipment'));
    const before = everythingIn(cloud);
    const refused = await host.refused('duty.tick', tick(id, 'presenter_identity'));
    expect(refused.code).toBe('not_allowed');
    expect(everythingIn(cloud)).toEqual(before);
  });

  it('is none for a session that was over before anything was ticked', async () => {
    const { id } = await sessionIn(store, 'ended');
    expect((await dutyOf(id)).duty).toMatchObject({ list: null, items: [] });
  });

  it('counts every change, so that a phone knows the later of two answers', async () => {
    const { owner } = store;
    const { id } = await sessionIn(store, 'scheduled');
    const counts: number[] = [];
    for (const item of ['equipment', 'equipment', 'goods_prices']) {
      counts.push((await owner.ok('duty.tick', tick(id, item))).duty.revision);
    }
    // The second changes nothing.
    expect(counts).toEqual([1, 1, 2]);
  });

  it('keeps all that several phones tick at once', async () => {
    const { id } = await sessionIn(store, 'scheduled');
    const phones = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => join('operator', `${name}-${store.shopId}`)),
    );
    const items = ['presenter_identity', 'licence_valid', 'goods_prices', 'equipment'];
    await Promise.all(phones.map((phone, i) => phone.ok('duty.tick', tick(id, items[i] ?? ''))));
    expect(done((await dutyOf(id)).duty)).toEqual(items);
  });

  it('leaves an item to the phone that ticked it first', async () => {
    const { id } = await sessionIn(store, 'scheduled');
    const [first, second] = await Promise.all([join('operator'), join('floor_manager')]);
    await first.ok('duty.tick', tick(id, 'equipment', { signature: '甲' }));
    cloud.setNow(LATER);
    const { duty } = await second.ok('duty.tick', tick(id, 'equipment', { signature: '乙' }));
    expect(itemOf(duty, 'equipment')?.tick).toMatchObject({
      at: soonAfter(NOW),
      name: '甲',
      by: 'team',
    });
  });

  it('opens an item again only for a person who has seen its tick', async () => {
    const { owner } = store;
    const manager = await join('floor_manager');
    const { id } = await sessionIn(store, 'scheduled');
    const tickedAt = ({ duty }: { duty: Duty }) => itemOf(duty, 'equipment')?.tick?.at ?? null;
    const seen = tickedAt(await owner.ok('duty.tick', tick(id, 'equipment')));
    const open = { isDone: false, tickedAt: seen };
    await manager.ok('duty.tick', tick(id, 'equipment', open));
    cloud.setNow(LATER);
    const again = tickedAt(await manager.ok('duty.tick', tick(id, 'equipment')));
    // The owner still sees the first tick.
    const refused = await owner.refused('duty.tick', tick(id, 'equipment', open));
    expect(refused.code).toBe('stale_version');
    const shown = { isDone: false, tickedAt: again };
    const { duty } = await owner.ok('duty.tick', tick(id, 'equipment', shown));
    expect(done(duty)).toEqual([]);
  });

  it('is the one with the label for a presenter made by AI', async () => {
    const { id } = await sessionIn(store, 'scheduled', { isAiPresenter: true });
    const { duty } = await dutyOf(id);
    expect(duty.list).toEqual({ id: 'ai_presenter', name: null });
    expect(duty).toMatchObject({ isAiPresenter: true, session: { isAiPresenter: true } });
  });

  it('keeps done items when another list is chosen', async () => {
    const { owner } = store;
    const { id } = await sessionIn(store, 'scheduled');
    const save = await lists([
      ['甲', ['equipment', '摆样品']],
      ['乙', ['摆样品', '备用机']],
    ]);
    const [first, second] = save.lists.map((list) => list.id);
    const sample = itemOf((await dutyOf(id)).duty, save.lists[0]?.items[1]?.id ?? '');
    await owner.ok('duty.tick', tick(id, 'equipment'));
    await owner.ok('duty.tick', tick(id, sample?.id ?? ''));
    const choice = { sessionId: id, listId: second ?? '', insteadOf: first ?? '' };
    const { duty } = await owner.ok('duty.choose', choice);
    const shown = duty.items.map(({ known, text, tick: by }) => [known ?? text, by !== null]);
    expect(shown).toEqual([
      ['摆样品', true],
      ['备用机', false],
      ['equipment', true],
    ]);
    expect((await owner.refused('duty.choose', choice)).code).toBe('stale_version');
  });

  it('stays as it is when the store’s lists change after the first tick', async () => {
    const { owner } = store;
    const [begun, untouched] = [
      await sessionIn(store, 'scheduled'),
      await sessionIn(store, 'scheduled'),
    ];
    await owner.ok('duty.tick', tick(begun.id, 'equipment'));
    await lists([['新', ['samples']]]);
    expect((await dutyOf(begun.id)).duty.items).toHaveLength(4);
    expect((await dutyOf(untouched.id)).duty.items.map(({ id }) => id)).toEqual(['samples']);
    const gone = await owner.refused('duty.tick', tick(untouched.id, 'equipment'));
    expect(gone.code).toBe('stale_version');
  });

  /** Saves lists of known items and own words. */
  async function lists(named: [name: string, items: string[]][], version = 0) {
    const known = (item: string) => (/^[a-z_]+$/.test(item) ? item : null);
    return store.owner.ok('duty.saveLists', {
      shopId: store.shopId,
      version,
      lists: named.map(([name, items]) => ({
        id: null,
        name,
        items: items.map((item) => ({
          known: known(item) as DutyItem['known'],
          text: known(item) === null ? item : null,
        })),
      })),
    });
  }
});

describe('the lists of a store', () => {
  type Lists = InputOf<'duty.saveLists'>['lists'];
  const listOf = (items: number, name = '开播前'): Lists[number] => ({
    id: null,
    name,
    items: Array.from({ length: items }, (_, i) => ({ known: null, text: `第 ${String(i)} 项` })),
  });
  const saveInput = (lists: Lists, version = 0) => ({ shopId: store.shopId, version, lists });

  it('begin with some to start from, and keep the ids of those that an edit names', async () => {
    const { owner, shopId } = store;
    const begin = await owner.ok('duty.lists', { shopId });
    expect(begin).toMatchObject({ version: 0, lists: [{ id: 'usual', name: null }, {}, {}] });
    const edited = [{ ...listOf(1), id: 'usual' }, listOf(2, '新的')];
    const saved = await owner.ok('duty.saveLists', saveInput(edited));
    expect(saved).toMatchObject({ version: 1, lists: [{ id: 'usual', name: '开播前' }, {}] });
    expect(await owner.ok('duty.lists', { shopId })).toEqual(saved);
    const refused = await owner.refused('duty.saveLists', saveInput(edited));
    expect(refused).toEqual({ code: 'stale_version', info: { version: 1 } });
  });

  it('are refused above their limits, and stored at them', async () => {
    const { owner } = store;
    const full = Array.from({ length: MAX_LISTS }, () => listOf(MAX_ITEMS));
    const before = everythingIn(cloud);
    const tooMany: Record<string, Lists> = {
      lists: [...full, listOf(1)],
      'lists.0.items': [listOf(MAX_ITEMS + 1)],
    };
    for (const [field, lists] of Object.entries(tooMany)) {
      const { fields } = await owner.refused('duty.saveLists', saveInput(lists));
      expect(fields).toEqual({ [field]: 'too_many' });
    }
    expect(everythingIn(cloud)).toEqual(before);
    const saved = await owner.ok('duty.saveLists', saveInput(full));
    expect(saved.lists.map(({ items }) => items.length)).toEqual(full.map(() => MAX_ITEMS));
    expect(new Set(saved.lists.map(({ id }) => id)).size).toBe(MAX_LISTS);
  });

  it('hold no item twice and none without words', async () => {
    const items = [
      { known: null, text: '摆样品' },
      { known: null, text: '摆样品' },
      { known: null, text: null },
      { known: 'equipment', text: null },
      { known: 'equipment', text: null },
      { known: 'samples', text: '样品' },
    ] as const;
    const input = saveInput([{ ...listOf(0), items: [...items] }, listOf(0)]);
    const { fields } = await store.owner.refused('duty.saveLists', input);
    expect(fields).toEqual({
      'lists.0.items.1.text': 'repeated',
      'lists.0.items.2.text': 'required',
      'lists.0.items.4.text': 'repeated',
      'lists.0.items.5.text': 'unknown_field',
      'lists.1.items': 'required',
    });
  });
});

describe('the export of a year', () => {
  const exported = async (year: number, caller = store.owner) => {
    const items: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const asked: InputOf<'duty.export'> = { shopId: store.shopId, year, cursor };
      const page: OutputOf<'duty.export'> = await caller.ok('duty.export', asked);
      items.push(...page.items.map(({ sessionId }) => sessionId));
      cursor = page.cursor;
      pages += 1;
    } while (cursor !== null);
    return { items, pages };
  };

  it('holds every session of the year over all pages, those without a record too', async () => {
    const { owner, shopId } = store;
    const ids: string[] = [];
    for (let i = 0; i <= DUTY_RECORDS_PER_PAGE; i += 1) {
      const minute = String(i % 60).padStart(2, '0');
      const startAt = `2026-12-24T12:${minute}:00.000Z`;
      const plan = buildPlan({ shopId, startAt, endAt: '2026-12-24T16:00:00.000Z' });
      ids.push((await owner.ok('liveSession.schedule', plan)).session.id);
    }
    expect(await exported(2026, await join('finance'))).toEqual({ items: ids, pages: 2 });
  });

  it('shows the record as it is, and a session in the year in which it started', async () => {
    const { owner, shopId } = store;
    const newYear = { startAt: '2026-12-31T16:10:00.000Z', endAt: '2026-12-31T18:00:00.000Z' };
    const plan = buildPlan({ shopId, ...newYear });
    const { session } = await owner.ok('liveSession.schedule', plan);
    await owner.ok('duty.confirm', confirmation(session.id));
    // Ten past midnight of 1 January 2027 in China.
    expect((await exported(2026)).items).toEqual([]);
    const { items } = await owner.ok('duty.export', { shopId, year: 2027, cursor: null });
    const { duty } = await dutyOf(session.id);
    const [row] = items;
    expect(row?.record).toMatchObject({ confirmed: duty.confirmed, items: duty.items });
    // Started early, on the last day of 2026: it moves with its record.
    cloud.setNow('2026-12-31T15:50:00.000Z');
    await owner.ok('liveSession.goLive', { sessionId: session.id, at: null });
    expect((await exported(2026)).items).toEqual([session.id]);
    expect((await exported(2027)).items).toEqual([]);
  });
});
