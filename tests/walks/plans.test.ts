import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud, WireCall } from 'local-cloud';
import type { InputOf } from '../../src/contract/endpoints';
import type { LiveSession } from '../../src/contract/live-session';
import {
  addDays,
  addMinutes,
  chinaDayOf,
  chinaTimeOf,
  instantInChina,
} from '../../src/domain/time';
import { buildPaid, buildPlan } from '../testkit/builders';
import { callAs, newKey, startTestCloud } from '../testkit/cloud';
import {
  everythingIn,
  NOW,
  openStore,
  publish,
  sessionIn,
  type TestStore,
} from '../testkit/stores';

type Edit = InputOf<'liveSession.edit'>;

/** An edit that changes nothing but what is given. */
function editOf(session: LiveSession, changes: Partial<Edit> = {}): Edit {
  const { id: sessionId, version, title, hosts, accountId, goalFen, teasers } = session;
  const { isAiPresenter, startAt, endAt } = session;
  const hostIds = hosts.map(({ id }) => id);
  const plan = { title, hostIds, accountId, goalFen, teasers, isAiPresenter, startAt, endAt };
  return { sessionId, version, ...plan, which: 'this', ...changes };
}

const TEASER = { name: '双肩包', priceFen: 19_900, priceBasis: '日常价 299 元' };

describe('plans', () => {
  const wire: WireCall[] = [];
  let cloud: LocalCloud;
  let store: TestStore;
  let stores = 0;

  beforeAll(async () => {
    cloud = await startTestCloud({ onWire: (call) => wire.push(call) });
  });
  beforeEach(async () => {
    cloud.setNow(NOW);
    store = await openStore(cloud, `owner-${String((stores += 1))}`);
  });
  afterAll(() => cloud.close());

  const get = async (sessionId: string) =>
    (await store.owner.ok('liveSession.get', { sessionId })).session;
  const planOf = (
    changes: Partial<InputOf<'liveSession.schedule'>> = {},
  ): InputOf<'liveSession.schedule'> => {
    const { shopId, hostId, accountId } = store;
    return buildPlan({ shopId, hostIds: [hostId], accountId, ...changes });
  };
  const stored = () =>
    cloud.database.readAll('live_sessions').filter(({ shopId }) => shopId === store.shopId);
  const rowsAhead = async () => {
    const page = { shopId: store.shopId, tab: 'upcoming' as const, cursor: null };
    return (await store.owner.ok('liveSession.list', page)).items;
  };
  const daysAhead = async () =>
    (await rowsAhead()).map(({ startAt }) => `${chinaDayOf(startAt)} ${chinaTimeOf(startAt)}`);
  /** Tuesdays at 20:00 from 24 November to 22 December without the 8th, as in the form. */
  const tuesdays = (): InputOf<'liveSession.schedule'> =>
    planOf({
      title: '周二上新',
      startAt: instantInChina('2026-11-24', '20:00'),
      endAt: instantInChina('2026-11-25', '00:00'),
      repeat: { weekdays: [2], until: '2026-12-22', skip: ['2026-12-08'] },
    });

  describe('liveSession.edit', () => {
    it('changes title, hosts, account, goal, goods, presenter and times at once', async () => {
      const { owner, shopId } = store;
      const { host } = await owner.ok('host.add', { shopId, name: '搭档', account: null });
      const session = await sessionIn(store, 'scheduled');
      const changes = {
        title: '换了标题',
        hostIds: [host.id, store.hostId],
        accountId: null,
        goalFen: 5,
        teasers: [TEASER],
        isAiPresenter: true,
        startAt: '2026-11-26T12:00:00.000Z',
        endAt: '2026-11-26T13:00:00.000Z',
      };
      const answer = await owner.ok('liveSession.edit', editOf(session, changes));
      expect([answer.changed, answer.left]).toEqual([1, 0]);
      const after = await get(session.id);
      expect(after).toEqual(answer.session);
      const { hostIds: _hostIds, ...rest } = changes;
      expect(after).toMatchObject({
        ...rest,
        hosts: [{ name: '搭档' }, { id: store.hostId }],
        platform: null,
        accountName: null,
        bookedOn: '2026-11-26',
        version: 2,
      });
      expect(after.history.map(({ step }) => step)).toEqual(['schedule', 'reschedule']);
      const { session: back } = await owner.ok('liveSession.undo', {
        sessionId: session.id,
        version: 2,
      });
      expect({ ...back, version: 1, history: [], undoable: null }).toEqual({
        ...session,
        history: [],
        undoable: null,
      });
    });

    it('reaches viewers at once', async () => {
      await publish(store);
      const session = await sessionIn(store, 'scheduled');
      const changes = { title: '新的标题', teasers: [TEASER] };
      await store.owner.ok('liveSession.edit', editOf(await get(session.id), changes));
      const viewer = callAs(cloud, 'viewer');
      const shown = await viewer.ok('liveSession.view', { sessionId: session.id });
      expect([shown.session.title, shown.teasers]).toEqual(['新的标题', [TEASER]]);
      const { ahead } = await viewer.ok('shop.view', { shopId: store.shopId });
      expect(ahead.map(({ title }) => title)).toEqual(['新的标题']);
    });

    it.each(['live', 'paused'] as const)(
      'changes only title and goods while the session is %s, and names what is fixed',
      async (state) => {
        const session = await sessionIn(store, state);
        const fixed = {
          hostIds: [],
          accountId: null,
          goalFen: 1,
          isAiPresenter: true,
          startAt: '2026-11-24T13:00:00.000Z',
          endAt: '2026-11-24T17:00:00.000Z',
        };
        const before = everythingIn(cloud);
        for (const [field, value] of Object.entries(fixed)) {
          // A streamer's own store has one host: none named is that host.
          if (field === 'hostIds') continue;
          const change = { [field]: value } as Partial<Edit>;
          const refused = await store.owner.refused('liveSession.edit', editOf(session, change));
          expect(refused.code).toBe('invalid_input');
          expect(refused.fields?.[field]).toBe('fixed_on_air');
        }
        expect(everythingIn(cloud)).toEqual(before);
        const changes = { title: '改了标题', teasers: [TEASER] };
        await store.owner.ok('liveSession.edit', editOf(session, changes));
        expect(await get(session.id)).toMatchObject({
          ...changes,
          state,
          version: 3 + +(state === 'paused'),
        });
      },
    );

    it('leaves times that are over as they are when an overdue plan gets another title', async () => {
      const session = await sessionIn(store, 'unconfirmed');
      cloud.setNow('2026-11-25T02:00:00.000Z');
      await store.owner.ok('liveSession.edit', editOf(session, { title: '还没播' }));
      const later = { startAt: '2026-11-24T03:00:00.000Z', endAt: '2026-11-24T05:00:00.000Z' };
      const edit = editOf(await get(session.id), later);
      expect(await store.owner.refused('liveSession.edit', edit)).toMatchObject({
        fields: { startAt: 'in_the_past' },
      });
    });

    it('refuses the second of two phones, which then keeps its own changes', async () => {
      const session = await sessionIn(store, 'scheduled');
      const answers = await Promise.all(
        ['甲', '乙'].map((title) =>
          store.owner.raw('liveSession.edit', editOf(session, { title })),
        ),
      );
      const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
      expect(codes.sort()).toEqual(['ok', 'stale_version']);
      const latest = await get(session.id);
      const again = await store.owner.ok('liveSession.edit', editOf(latest, { goalFen: 7 }));
      expect(again.session).toMatchObject({ title: latest.title, goalFen: 7 });
    });

    it('warns when the new time overlaps another session of the host', async () => {
      await sessionIn(store, 'scheduled', { title: '早场' });
      const moved = await sessionIn(store, 'scheduled', {
        startAt: '2026-11-26T12:00:00.000Z',
        endAt: '2026-11-26T13:00:00.000Z',
      });
      const times = { startAt: '2026-11-24T13:00:00.000Z', endAt: '2026-11-24T14:00:00.000Z' };
      const answer = await store.owner.full('liveSession.edit', editOf(moved, times));
      expect(answer.warnings).toMatchObject([{ code: 'session_overlap', info: { title: '早场' } }]);
    });

    it('says which day amounts stay on, and lets go of the day once they are all undone', async () => {
      const session = await sessionIn(store, 'unconfirmed');
      const { owner, shopId } = store;
      const { entry } = await owner.ok('sales.record', buildPaid(shopId, session.id));
      const on = (day: string) => ({
        startAt: instantInChina(day, '20:00'),
        endAt: instantInChina(day, '22:00'),
      });
      const kept = await owner.full('liveSession.edit', editOf(session, on('2026-11-26')));
      expect(kept.warnings).toEqual([{ code: 'day_kept', info: { day: '2026-11-24' } }]);
      expect(kept.data.session.bookedOn).toBe('2026-11-24');
      await owner.ok('sales.undo', { shopId, entryId: entry.id, isWhole: true });
      const latest = await get(session.id);
      const free = await owner.full('liveSession.edit', editOf(latest, on('2026-11-27')));
      expect(free.warnings).toBeUndefined();
      expect(free.data.session.bookedOn).toBe('2026-11-27');
    });

    it('refuses a host who has left, but keeps one who was planned before', async () => {
      const { owner, shopId } = store;
      const { host } = await owner.ok('host.add', { shopId, name: '离开的', account: null });
      const session = await sessionIn(store, 'scheduled', { hostIds: [host.id] });
      const other = await sessionIn(store, 'scheduled');
      const retired = { hostId: host.id, version: host.version, isRetired: true };
      await owner.ok('host.retire', retired);
      await owner.ok('liveSession.edit', editOf(session, { title: '还是他' }));
      const named = editOf(other, { hostIds: [host.id] });
      expect(await owner.refused('liveSession.edit', named)).toEqual({
        code: 'invalid_input',
        fields: { 'hostIds.0': 'retired' },
      });
    });

    it('keeps a host who sold, whatever the plan names', async () => {
      const { owner, shopId, accountId } = store;
      const { host } = await owner.ok('host.add', { shopId, name: '搭档', account: null });
      const session = await sessionIn(store, 'unconfirmed', { hostIds: [host.id] });
      const target = { of: 'session' as const, sessionId: session.id, hostId: host.id };
      await owner.ok('sales.record', buildPaid(shopId, '', { target }));
      const edit = editOf(await get(session.id), { hostIds: [store.hostId], accountId });
      const answer = await owner.ok('liveSession.edit', edit);
      expect(answer.session.hosts.map(({ id }) => id)).toEqual([store.hostId, host.id]);
    });
  });

  describe('a series', () => {
    it('is a week after week of the same clock time, a day crossed out, in one transaction', async () => {
      wire.length = 0;
      const input = tuesdays();
      const { session, planned } = await store.owner.ok('liveSession.schedule', input);
      // Admission, overlap; begin, storefront, four sessions, storefront, claim, commit.
      expect(wire).toHaveLength(11);
      expect(planned).toBe(4);
      expect(await daysAhead()).toEqual(
        ['2026-11-24', '2026-12-01', '2026-12-15', '2026-12-22'].map((day) => `${day} 20:00`),
      );
      expect(chinaDayOf(session.startAt)).toBe('2026-11-24');
      const { items } = await store.owner.ok('liveSession.series', {
        seriesId: session.seriesId ?? '',
      });
      expect(items.map(({ isApart, state }) => [isApart, state])).toEqual(
        items.map(() => [false, 'scheduled']),
      );
      const [storefront] = cloud.database
        .readAll('storefronts')
        .filter(({ _id }) => _id === store.shopId);
      expect((storefront?.['sessions'] as unknown[]).length).toBe(4);
    });

    it('is planned once, however often the call comes', async () => {
      const [input, key] = [tuesdays(), newKey()];
      const first = await store.owner.raw('liveSession.schedule', input, key);
      const again = await Promise.all(
        [1, 2].map(() => store.owner.raw('liveSession.schedule', input, key)),
      );
      for (const answer of again)
        expect(answer).toMatchObject({ ...first, requestId: answer.requestId, at: answer.at });
      expect(stored()).toHaveLength(4);
    });

    it('has at most sixty sessions: one more is refused by field, and nothing is planned', async () => {
      const daily = (until: string) =>
        planOf({
          startAt: instantInChina('2026-11-24', '20:00'),
          endAt: instantInChina('2026-11-24', '22:00'),
          repeat: { weekdays: [1, 2, 3, 4, 5, 6, 7], until, skip: [] },
        });
      const last = addDays('2026-11-24', 59);
      const refused = await store.owner.refused('liveSession.schedule', daily(addDays(last, 1)));
      expect(refused).toMatchObject({ fields: { 'repeat.until': 'too_many' } });
      expect(stored()).toHaveLength(0);
      wire.length = 0;
      const { session, planned } = await store.owner.ok('liveSession.schedule', daily(last));
      expect(planned).toBe(60);
      expect(wire).toHaveLength(67);
      expect(new Set(stored().map(({ _id }) => _id)).size).toBe(60);
      // All sixty are changed at once, and taken back at once.
      wire.length = 0;
      const edit = editOf(session, { title: '每天', which: 'following' });
      const answer = await store.owner.ok('liveSession.edit', edit);
      expect([answer.changed, answer.left]).toEqual([60, 0]);
      expect(wire).toHaveLength(130);
      expect(new Set(stored().map(({ title }) => title))).toEqual(new Set(['每天']));
      wire.length = 0;
      const undo = { sessionId: session.id, version: answer.session.version };
      const undone = await store.owner.ok('liveSession.undoSeries', undo);
      expect([undone.undone, undone.left]).toEqual([60, 0]);
      expect(wire).toHaveLength(128);
      expect(new Set(stored().map(({ title }) => title))).toEqual(new Set(['测试场次']));
    });

    it('refuses more days to leave out than the limit, no weekday, and an end before its start', async () => {
      const weekly: NonNullable<InputOf<'liveSession.schedule'>['repeat']> = {
        weekdays: [2],
        until: '2026-12-22',
        skip: [],
      };
      const repeating = (repeat: Partial<typeof weekly>) => ({
        ...tuesdays(),
        repeat: { ...weekly, ...repeat },
      });
      const skip = Array.from({ length: 61 }, (_, index) => addDays('2026-11-24', index));
      const cases: [object, object][] = [
        [{ skip }, { 'repeat.skip': 'too_many' }],
        [{ weekdays: [] }, { 'repeat.weekdays': 'required' }],
        [{ weekdays: [8] }, { 'repeat.weekdays.0': 'too_large' }],
        [{ weekdays: [0] }, { 'repeat.weekdays.0': 'too_small' }],
        [{ until: '2026-11-23' }, { 'repeat.until': 'end_before_start' }],
        [{ until: '2028-11-25' }, { 'repeat.until': 'too_far_ahead' }],
      ];
      for (const [repeat, fields] of cases) {
        const refused = await store.owner.refused('liveSession.schedule', repeating(repeat));
        expect(refused).toEqual({ code: 'invalid_input', fields });
      }
      expect(stored()).toHaveLength(0);
      const most = repeating({ skip: skip.slice(1) });
      expect((await store.owner.ok('liveSession.schedule', most)).planned).toBe(1);
    });

    it('warns of an overlap of any of its sessions, also among themselves', async () => {
      await sessionIn(store, 'scheduled', {
        title: '年底大促',
        startAt: instantInChina('2026-12-15', '21:00'),
        endAt: instantInChina('2026-12-15', '22:00'),
      });
      const answer = await store.owner.full('liveSession.schedule', tuesdays());
      expect(answer.warnings).toMatchObject([{ info: { title: '年底大促' } }]);
    });

    it('changes this and the following: clock times move, days stay, others are left and counted', async () => {
      const { owner } = store;
      await owner.ok('liveSession.schedule', tuesdays());
      const ids = (await rowsAhead()).map(({ id }) => id);
      const [, second = '', third = '', fourth = ''] = ids;
      // One is moved apart by half an hour; moving it by a day alone would keep its clock time.
      const apart = await get(fourth);
      await owner.ok(
        'liveSession.edit',
        editOf(apart, {
          startAt: instantInChina('2026-12-22', '20:30'),
          endAt: instantInChina('2026-12-23', '00:30'),
        }),
      );
      const times = {
        startAt: instantInChina('2026-12-02', '19:30'),
        endAt: instantInChina('2026-12-02', '23:00'),
      };
      const edit = editOf(await get(second), { ...times, goalFen: 9, which: 'following' });
      const { changed, left, session } = await owner.ok('liveSession.edit', edit);
      expect([changed, left]).toEqual([2, 1]);
      expect(session).toMatchObject({ ...times, goalFen: 9, bookedOn: '2026-12-02' });
      expect(await daysAhead()).toEqual([
        '2026-11-24 20:00',
        '2026-12-02 19:30',
        '2026-12-15 19:30',
        '2026-12-22 20:30',
      ]);
      expect(await get(third)).toMatchObject({
        endAt: instantInChina('2026-12-15', '23:00'),
        goalFen: 9,
        title: '周二上新',
        bookedOn: '2026-12-15',
        version: 2,
      });
      expect(await get(fourth)).toMatchObject({ goalFen: null, version: 2 });
      // The new clock time is the series' own now.
      const next = editOf(await get(second), { title: '改第二次', which: 'following' });
      expect(await owner.ok('liveSession.edit', next)).toMatchObject({ changed: 2, left: 1 });
    });

    it('leaves started and cancelled ones, and what another person changed apart stays', async () => {
      const { owner } = store;
      await owner.ok('liveSession.schedule', tuesdays());
      const [first = '', second = '', third = '', fourth = ''] = (await rowsAhead()).map(
        ({ id }) => id,
      );
      const read = await get(first);
      await owner.ok('liveSession.cancel', { sessionId: second });
      await owner.ok('liveSession.goLive', {
        sessionId: third,
        at: null,
        confirmed: ['early_start'],
      });
      await owner.ok('liveSession.edit', editOf(await get(fourth), { title: '圣诞专场' }));
      const edit = editOf(read, { goalFen: 3, which: 'following' });
      // Started early, it stands before the first one now: it does not follow any more.
      expect(await owner.ok('liveSession.edit', edit)).toMatchObject({ changed: 2, left: 1 });
      expect(await get(fourth)).toMatchObject({ title: '圣诞专场', goalFen: 3 });
      expect(await get(third)).toMatchObject({ goalFen: null, state: 'live' });
      expect(await get(second)).toMatchObject({ goalFen: null, state: 'cancelled' });
    });

    it('is taken back as a whole, what was built on left and counted', async () => {
      const { owner } = store;
      await publish(store);
      const { session } = await owner.ok('liveSession.schedule', tuesdays());
      const [, second = ''] = (await rowsAhead()).map(({ id }) => id);
      await owner.ok('liveSession.edit', editOf(await get(second), { title: '留下' }));
      const undo = { sessionId: session.id, version: 1 };
      const key = newKey();
      const first = await owner.raw('liveSession.undoSeries', undo, key);
      expect(first).toMatchObject({ ok: true, data: { session: null, undone: 3, left: 1 } });
      expect(await owner.raw('liveSession.undoSeries', undo, key)).toMatchObject({
        ok: true,
        data: { undone: 3, left: 1 },
      });
      expect((await rowsAhead()).map(({ title }) => title)).toEqual(['留下']);
      const { ahead } = await callAs(cloud, 'viewer').ok('shop.view', { shopId: store.shopId });
      expect(ahead.map(({ title }) => title)).toEqual(['留下']);
    });

    it('is taken back by an edit at a time, and not after a quarter of an hour', async () => {
      const { owner } = store;
      const { session } = await owner.ok('liveSession.schedule', tuesdays());
      const edit = editOf(session, { title: '全部改名', which: 'following' });
      const { session: edited } = await owner.ok('liveSession.edit', edit);
      const undo = { sessionId: session.id, version: edited.version };
      cloud.setNow('2026-11-24T02:16:00.000Z');
      expect(await owner.refused('liveSession.undoSeries', undo)).toMatchObject({
        code: 'not_undoable',
        info: { block: 'too_late' },
      });
      cloud.setNow('2026-11-24T02:14:59.000Z');
      expect(await owner.ok('liveSession.undoSeries', undo)).toMatchObject({ undone: 4, left: 0 });
      expect(new Set((await rowsAhead()).map(({ title }) => title))).toEqual(new Set(['周二上新']));
    });

    it('is not shown to other stores', async () => {
      const { session } = await store.owner.ok('liveSession.schedule', tuesdays());
      const other = await openStore(cloud, `other-${String(stores)}`);
      const seriesId = session.seriesId ?? '';
      expect(await other.owner.refused('liveSession.series', { seriesId })).toEqual({
        code: 'not_found',
      });
    });
  });

  describe('liveSession.startNow', () => {
    const startOf = (changes: Partial<InputOf<'liveSession.startNow'>> = {}) => {
      const { shopId, hostId, accountId } = store;
      const rest = { title: '随手开播', isAiPresenter: false, minutes: 240 };
      return { shopId, hostIds: [hostId], accountId, ...rest, ...changes };
    };

    it('is on air for viewers in one write, with one line that takes all of it back', async () => {
      await publish(store);
      wire.length = 0;
      const { session } = await store.owner.ok('liveSession.startNow', startOf());
      expect(wire).toHaveLength(8);
      expect(session).toMatchObject({
        state: 'live',
        startAt: session.startedAt,
        endAt: addMinutes(session.startedAt ?? '', 240),
        bookedOn: '2026-11-24',
        version: 1,
      });
      expect(session.history.map(({ step }) => step)).toEqual(['startNow']);
      const viewer = callAs(cloud, 'viewer');
      const { ahead } = await viewer.ok('shop.view', { shopId: store.shopId });
      expect(ahead).toMatchObject([{ id: session.id, phase: 'on_air' }]);
      await store.owner.ok('liveSession.edit', editOf(session, { title: '想好了标题' }));
      expect(await get(session.id)).toMatchObject({ title: '想好了标题', state: 'live' });
      await store.owner.ok('liveSession.undo', { sessionId: session.id, version: 2 });
      await store.owner.ok('liveSession.undo', { sessionId: session.id, version: 3 });
      expect(stored()).toEqual([]);
      expect((await viewer.ok('shop.view', { shopId: store.shopId })).ahead).toEqual([]);
    });

    it('starts once when the answer is lost or two taps come at once', async () => {
      const key = newKey();
      const answers = await Promise.all(
        [1, 2, 3].map(() => store.owner.raw('liveSession.startNow', startOf(), key)),
      );
      expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
      expect(stored()).toHaveLength(1);
      cloud.setNow('2026-11-24T04:00:00.000Z');
      const late = await store.owner.raw('liveSession.startNow', startOf(), key);
      const { startedAt } = await get(String(stored()[0]?._id));
      expect(late).toMatchObject({ ok: true, data: { session: { startedAt } } });
    });

    it('asks once when one of the same host or account is on air, as after taps on two phones', async () => {
      await store.owner.ok('liveSession.startNow', startOf());
      const before = everythingIn(cloud);
      const second = startOf({ title: '另一台手机' });
      expect(await store.owner.refused('liveSession.startNow', second)).toEqual({
        code: 'odd_step',
        info: { already_on_air: true },
      });
      expect(everythingIn(cloud)).toEqual(before);
      const confirmed = { ...second, confirmed: ['already_on_air' as const] };
      const answer = await store.owner.full('liveSession.startNow', confirmed);
      expect(answer.warnings).toMatchObject([{ code: 'session_overlap' }]);
    });

    it('does not ask when another host on another account is on air', async () => {
      const { owner, shopId } = store;
      const account = { platform: 'taobao' as const, name: '第二个账号' };
      const { host, shop } = await owner.ok('host.add', { shopId, name: '搭档', account });
      await owner.ok('liveSession.startNow', startOf());
      const accountId = shop.accounts[1]?.id ?? null;
      const other = startOf({ hostIds: [host.id], accountId });
      expect((await owner.full('liveSession.startNow', other)).warnings).toBeUndefined();
    });

    it.each([
      [0, 'too_small'],
      [2881, 'too_large'],
    ])('refuses a length of %i minutes', async (minutes, issue) => {
      const refused = await store.owner.refused('liveSession.startNow', startOf({ minutes }));
      expect(refused).toEqual({ code: 'invalid_input', fields: { minutes: issue } });
    });
  });
});
