import { describe, expect, it } from 'vitest';

import type { Duty, DutyExportRow, DutyItem, DutyMark } from '../contract/duty';
import { createDutyDraft, createOnAirDraft, dutyFields } from './drafts';
import { createDutyStore } from './duty-store';
import { FakeCloud, fakeAdapters, START } from './fake-adapters.fixture';
import { createRootStore } from './root-store';

const SESSION = 's000000000001.l0001';
const SHOP = 's000000000001';
const LIN = { id: `${SHOP}.h0001`, name: '林知夏' };
const MARK: DutyMark = { at: START, by: 'you', role: 'owner', name: null };
const SELLER = { name: '狮岭源头厂', creditCode: null, permitNo: null };
const open: DutyItem = { id: 'equipment', known: 'equipment', text: null, tick: null };

function duty(overrides: Partial<Duty> = {}): Duty {
  return {
    sessionId: SESSION,
    shopId: SHOP,
    session: {
      title: '双肩包专场',
      precision: 'instant',
      startAt: START,
      endAt: '2026-11-23T16:00:00.000Z',
      bookedOn: '2026-11-23',
      state: 'live',
      startedAt: START,
      endedAt: null,
      hosts: [LIN],
      isAiPresenter: false,
    },
    identity: null,
    licence: null,
    seller: null,
    isAiPresenter: false,
    confirmed: null,
    corrections: [],
    list: { id: 'usual', name: null },
    items: [open],
    keptUntil: null,
    uncheckedHosts: [LIN],
    may: { tick: true, confirm: true, editLists: true, export: true },
    version: 0,
    revision: 0,
    ...overrides,
  };
}

function row(sessionId: string): DutyExportRow {
  const { session } = duty();
  const { isAiPresenter: _flag, ...rest } = session;
  return { sessionId, ...rest, platform: null, accountName: null, record: null };
}

function start() {
  const cloud = new FakeCloud();
  const device = fakeAdapters(cloud);
  const root = createRootStore(device);
  return { cloud, device, root, store: root.lazy(createDutyStore) };
}

describe('ticks of a session', () => {
  it('show the later of two answers, whichever comes first', async () => {
    const { cloud, store } = start();
    const second = { ...open, id: 'samples' };
    const answerFirst = cloud.answerLater('duty.tick');
    const answerSecond = cloud.answerLater('duty.tick');
    const both = [store.tick(SESSION, open), store.tick(SESSION, second)];
    expect(store.isTicking(SESSION, 'equipment')).toBe(true);
    const ticked = [open, second].map((item) => ({ ...item, tick: MARK }));
    answerSecond({ duty: duty({ items: ticked, revision: 2 }) });
    await both[1];
    answerFirst({ duty: duty({ items: [ticked[0]!, second], revision: 1 }) });
    await both[0];
    expect(store.of(SESSION).value?.duty.items).toEqual(ticked);
    expect(store.isTicking(SESSION, 'equipment')).toBe(false);
  });

  it('send what the person saw, and read again when another person was first', async () => {
    const { cloud, store } = start();
    cloud.refuse('duty.tick', { code: 'stale_version' });
    cloud.answer('duty.get', { duty: duty({ revision: 3 }), last: null });
    const result = await store.tick(SESSION, { ...open, tick: MARK });
    expect(result.ok).toBe(false);
    const sent = { isDone: false, tickedAt: START, signature: null };
    expect(cloud.callsOf('duty.tick')[0]?.input).toMatchObject(sent);
    expect(store.of(SESSION).value?.duty.revision).toBe(3);
  });
});

describe('the form of a record', () => {
  const last = { title: '上一场', startAt: START, seller: SELLER };

  it('proposes what was stated last, and is confirmed without a change', async () => {
    const { cloud, root, store } = start();
    const known = { duty: duty(), last };
    const draft = root.openDraft((device) => createDutyDraft(device, store, known));
    draft.set({ signature: ' 林晓 ' });
    cloud.answer('duty.confirm', { duty: duty({ confirmed: MARK, version: 1, revision: 1 }) });
    expect((await draft.submit()).ok).toBe(true);
    expect(cloud.callsOf('duty.confirm')[0]?.input).toEqual({
      sessionId: SESSION,
      version: 0,
      seller: { who: 'other', ...SELLER },
      isAiPresenter: false,
      isIdentityChecked: true,
      isLicenceChecked: true,
      signature: '林晓',
    });
    // Later ticks and records are signed without typing.
    expect(store.signature).toBe('林晓');
    expect(dutyFields(known, store.signature).signature).toBe('林晓');
  });

  it('proposes no check the first time, nor again for a host who came later', () => {
    const first = dutyFields({ duty: duty(), last: null }, null);
    expect([first.isIdentityChecked, first.isLicenceChecked]).toEqual([false, false]);
    const identity = { mark: MARK, hosts: [] };
    const late = duty({ identity, confirmed: MARK, licence: MARK, version: 1 });
    const fields = dutyFields({ duty: late, last: null }, null);
    expect([fields.isIdentityChecked, fields.isLicenceChecked]).toEqual([false, true]);
  });

  it('sends no field of another seller for the store itself', async () => {
    const { cloud, root, store } = start();
    const known = { duty: duty(), last };
    const draft = root.openDraft((device) => createDutyDraft(device, store, known));
    draft.set({ seller: { who: 'store', creditCode: 'x' } });
    cloud.answer('duty.confirm', { duty: duty({ version: 1 }) });
    await draft.submit();
    expect(cloud.callsOf('duty.confirm')[0]?.input).toMatchObject({ seller: { who: 'store' } });
  });
});

describe('the form of a correction', () => {
  it('begins at the present minute, and is refused far from the session', () => {
    const { device, root, store } = start();
    device.setNow('2026-11-23T12:20:40.000Z');
    const draft = root.openDraft((it) => createOnAirDraft(it, store, duty()));
    draft.set({ text: '是牛津布' });
    expect(draft.fields.at).toBe('2026-11-23T12:20:00.000Z');
    expect(draft.isValid).toBe(true);
    draft.set({ at: '2026-11-23T10:59:00.000Z' });
    expect(draft.errors).toEqual({ at: 'too_far_apart' });
  });
});

describe('the export of a year', () => {
  const year = { shopId: SHOP, year: 2026 };

  it('reads to the end, and after a failure goes on where it stopped', async () => {
    const { cloud, store } = start();
    cloud.answer('duty.export', { items: [row(`${SHOP}.l0001`)], cursor: 'a' });
    cloud.refuse('duty.export', { code: 'no_answer' });
    await store.loadYear(year);
    expect(store.year(year)).toMatchObject({ status: 'error', isComplete: false });
    cloud.answer('duty.export', { items: [row(`${SHOP}.l0002`)], cursor: 'b' });
    cloud.answer('duty.export', { items: [row(`${SHOP}.l0003`)], cursor: null });
    await store.loadYear(year);
    const { items, isComplete } = store.year(year);
    expect([items.length, isComplete]).toEqual([3, true]);
    const cursors = cloud.callsOf('duty.export').map(({ input }) => input);
    expect(cursors).toMatchObject([
      { cursor: null },
      { cursor: 'a' },
      { cursor: 'a' },
      { cursor: 'b' },
    ]);
  });
});
