import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { InputOf } from '../../src/contract/endpoints';
import { MAX_MOVED_ENTRIES } from '../../src/contract/live-session';
import { MAX_PAUSES } from '../../src/domain/live-session/live-session';
import { addMinutes } from '../../src/domain/time';
import { recount } from '../../scripts/recount/recount';
import { buildPaid } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';

const EARLY_DAY = '2026-11-24';
const PAST = { startedAt: '2026-11-23T12:00:00.000Z', endedAt: '2026-11-23T16:00:00.000Z' };
const PAST_DAY = '2026-11-23';

describe('correcting the times of a session', () => {
  let cloud: LocalCloud;
  let store: TestStore;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
  });
  beforeEach(() => cloud.setNow(NOW));
  afterAll(() => {
    expect(recount(cloud.database).differences).toBe(0);
    return cloud.close();
  });

  const read = async (sessionId: string) =>
    (await store.owner.ok('liveSession.get', { sessionId })).session;
  const inputFor = async (
    sessionId: string,
    changes: Partial<InputOf<'liveSession.correct'>> = {},
  ) => {
    const { version } = await read(sessionId);
    const times = { ...PAST, pauses: [], reason: '点错了', withSales: false };
    return { sessionId, version, ...times, ...changes };
  };
  const correct = async (sessionId: string, changes?: Partial<InputOf<'liveSession.correct'>>) =>
    (await store.owner.ok('liveSession.correct', await inputFor(sessionId, changes))).session;
  const record = (sessionId: string, overrides = {}) =>
    store.owner.ok('sales.record', buildPaid(store.shopId, sessionId, overrides));
  const daysOf = async (sessionId: string) =>
    (await read(sessionId)).dayFigures.map(({ bookedOn, figures }) => [
      bookedOn,
      figures.entryCount,
    ]);

  it('keeps the reason and what stood before, and moves the day of a session without sales', async () => {
    const { id } = await sessionIn(store, 'ended');
    const pauses = [{ from: '2026-11-23T13:00:00.000Z', to: '2026-11-23T13:10:00.000Z' }];
    const session = await correct(id, { pauses });
    expect(session).toMatchObject({ ...PAST, pauses, bookedOn: PAST_DAY, state: 'ended' });
    expect(session.history.at(-1)).toMatchObject({ step: 'correct', reason: '点错了', by: 'you' });
    expect(session.undoable).toMatchObject({ step: 'correct', block: null });
  });

  it('can be taken back, and everything is as before', async () => {
    const { id, version: _version, history: _history, ...before } = await sessionIn(store, 'ended');
    const { version } = await correct(id);
    const { session } = await store.owner.ok('liveSession.undo', { sessionId: id, version });
    expect(session).toMatchObject({ ...before, undoable: { step: 'end' } });
  });

  it('makes a session that was known to the day known to the minute, until it is taken back', async () => {
    const { session: kept } = await store.owner.ok('liveSession.backfill', {
      shopId: store.shopId,
      title: '只知道日期',
      hostIds: [store.hostId],
      accountId: store.accountId,
      when: { precision: 'day', day: PAST_DAY },
      figure: null,
    });
    const exact = await correct(kept.id);
    const { startedAt: startAt, endedAt: endAt } = PAST;
    expect(exact).toMatchObject({ precision: 'instant', startAt, endAt, ...PAST });
    const { version } = exact;
    const { session } = await store.owner.ok('liveSession.undo', { sessionId: kept.id, version });
    expect(session).toMatchObject({ precision: 'day', startedAt: null, startAt: kept.startAt });
  });

  it.each([
    ['in the future', { endedAt: '2026-11-24T02:00:01.000Z' }, { endedAt: 'in_the_future' }],
    ['without length', { endedAt: PAST.startedAt }, { endedAt: 'end_before_start' }],
    ['without a reason', { reason: ' ' }, { reason: 'required' }],
    [
      'with a pause outside',
      { pauses: [{ from: '2026-11-23T11:00:00.000Z', to: '2026-11-23T13:00:00.000Z' }] },
      { 'pauses.0.from': 'outside_session' },
    ],
  ])('refuses times %s', async (_what, changes, fields) => {
    const { id } = await sessionIn(store, 'ended');
    const error = await store.owner.refused('liveSession.correct', await inputFor(id, changes));
    expect(error).toMatchObject({ code: 'invalid_input', fields });
  });

  it(`takes ${String(MAX_PAUSES)} pauses and refuses one more`, async () => {
    const { id } = await sessionIn(store, 'ended');
    const pauses = Array.from({ length: MAX_PAUSES + 1 }, (_, index) => {
      const from = addMinutes(PAST.startedAt, index * 2);
      return { from, to: addMinutes(from, 1) };
    });
    const tooMany = await inputFor(id, { pauses });
    const error = await store.owner.refused('liveSession.correct', tooMany);
    expect(error.fields).toEqual({ pauses: 'too_many' });
    expect((await correct(id, { pauses: pauses.slice(1) })).pauses).toHaveLength(MAX_PAUSES);
  });

  it(`leaves a session with ${String(MAX_PAUSES)} tapped pauses to be continued, ended and corrected`, async () => {
    const { owner } = store;
    const { id, startedAt: at } = await sessionIn(store, 'live');
    const [doc] = cloud.database.find('live_sessions', { _id: id });
    const tapped = Array.from({ length: MAX_PAUSES - 1 }, () => ({ from: at, to: at }));
    await cloud.database.put('live_sessions', id, { ...doc, pauses: tapped });
    const { session: last } = await owner.ok('liveSession.pause', { sessionId: id });
    expect([last.pauses.length, last.state]).toEqual([MAX_PAUSES, 'paused']);
    await owner.ok('liveSession.resume', { sessionId: id });
    expect(await owner.refused('liveSession.pause', { sessionId: id })).toEqual({
      code: 'limit_reached',
      info: { limit: MAX_PAUSES },
    });
    expect((await read(id)).state).toBe('live');
    cloud.setNow('2026-11-24T18:00:00.000Z');
    const { session: ended } = await owner.ok('liveSession.end', { sessionId: id, at: null });
    expect([ended.pauses.length, ended.state]).toEqual([MAX_PAUSES, 'ended']);
    const closed = ended.pauses.map(({ from, to }) => ({ from, to: to ?? from }));
    const { startedAt, endedAt } = ended;
    const times = { startedAt: startedAt ?? '', endedAt: endedAt ?? '', pauses: closed };
    expect((await correct(id, times)).pauses).toHaveLength(MAX_PAUSES);
  });

  it('is for ended sessions as the person saw them', async () => {
    const { id: liveId } = await sessionIn(store, 'live');
    const live = await store.owner.refused('liveSession.correct', await inputFor(liveId));
    expect(live).toMatchObject({ code: 'illegal_transition', info: { state: 'live' } });
    const { id, version } = await sessionIn(store, 'ended');
    await correct(id);
    const input = await inputFor(id, { version });
    const stale = await store.owner.refused('liveSession.correct', input);
    expect(stale.code).toBe('stale_version');
  });

  it('leaves the sales on their day without the answer to move them', async () => {
    const { id } = await sessionIn(store, 'ended');
    await record(id);
    expect((await correct(id)).bookedOn).toBe(EARLY_DAY);
    await record(id, { kind: 'refunded', amountFen: 100 });
    expect(await daysOf(id)).toEqual([[EARLY_DAY, 2]]);
    expect(await store.owner.ok('liveSession.moveSales', { sessionId: id })).toEqual({
      moved: 2,
      left: 0,
    });
    expect((await read(id)).bookedOn).toBe(PAST_DAY);
    expect(await daysOf(id)).toEqual([[PAST_DAY, 2]]);
  });

  it('does not hold a day for amounts that were all undone', async () => {
    const { id } = await sessionIn(store, 'ended');
    const { entry } = await record(id);
    const { shopId } = store;
    await store.owner.ok('sales.undo', { shopId, entryId: entry.id, isWhole: true });
    expect((await correct(id)).bookedOn).toBe(PAST_DAY);
  });

  it('cannot be taken back once sales moved, with the reason', async () => {
    const { id } = await sessionIn(store, 'ended');
    await record(id);
    const { version } = await correct(id, { withSales: true });
    cloud.setNow('2026-11-24T02:01:00.000Z');
    await store.owner.ok('liveSession.moveSales', { sessionId: id });
    const error = await store.owner.refused('liveSession.undo', { sessionId: id, version });
    expect(error).toMatchObject({ code: 'not_undoable', info: { block: 'has_entries' } });
    expect((await read(id)).undoable).toMatchObject({ step: 'correct', block: 'has_entries' });
  });
});

describe('moving the sales of a session to the day of its start', () => {
  let cloud: LocalCloud;
  let store: TestStore;

  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  beforeEach(async () => {
    cloud.setNow(NOW);
    store = await openStore(cloud, `owner${String(cloud.database.find('shops', {}).length)}`);
  });
  afterAll(() => cloud.close());

  const check = () => expect(recount(cloud.database).differences).toBe(0);
  const soldIn = async (count: number) => {
    const { id } = await sessionIn(store, 'ended');
    for (let index = 0; index < count; index += 1) {
      await store.owner.ok('sales.record', buildPaid(store.shopId, id, { amountFen: 100 + index }));
    }
    const { version } = (await store.owner.ok('liveSession.get', { sessionId: id })).session;
    const times = { ...PAST, pauses: [], reason: '点错了', withSales: true };
    await store.owner.ok('liveSession.correct', { sessionId: id, version, ...times });
    return id;
  };

  it('moves fifty at a time, says what is left, and goes on where it stopped', async () => {
    const sessionId = await soldIn(MAX_MOVED_ENTRIES + 1);
    check();
    const first = await store.owner.ok('liveSession.moveSales', { sessionId });
    expect(first).toEqual({ moved: MAX_MOVED_ENTRIES, left: 1 });
    check();
    const { session } = await store.owner.ok('liveSession.get', { sessionId });
    expect(session.dayFigures.map(({ figures }) => figures.entryCount)).toEqual([50, 1]);
    expect(session.figures.paidFen).toBe(51 * 100 + (50 * 51) / 2);
    // Recorded meanwhile: on the new day, beside those that moved.
    await store.owner.ok('sales.record', buildPaid(store.shopId, sessionId, { amountFen: 7 }));
    const second = await store.owner.ok('liveSession.moveSales', { sessionId });
    expect(second).toEqual({ moved: 1, left: 0 });
    check();
    const third = await store.owner.ok('liveSession.moveSales', { sessionId });
    expect(third).toEqual({ moved: 0, left: 0 });
    check();
  });

  it('keeps each entry on record where it was, and gives a repeat the first answer', async () => {
    const sessionId = await soldIn(2);
    const answers = [];
    for (let tap = 0; tap < 2; tap += 1) {
      answers.push(await store.owner.raw('liveSession.moveSales', { sessionId }, 'one-move-0001'));
    }
    expect(answers.map((answer) => answer.ok && answer.data)).toEqual([
      { moved: 2, left: 0 },
      { moved: 2, left: 0 },
    ]);
    const { shopId } = store;
    const page = { shopId, sessionId, month: null, cursor: null };
    const { items } = await store.owner.ok('sales.ledger', page);
    expect(items.map(({ bookedOn, status }) => [bookedOn, status])).toEqual([
      [EARLY_DAY, 'undone'],
      [EARLY_DAY, 'undone'],
      [PAST_DAY, 'counts'],
      [PAST_DAY, 'counts'],
    ]);
    check();
  });

  it('moves them once when two phones do it at one time', async () => {
    const sessionId = await soldIn(3);
    const move = () => store.owner.ok('liveSession.moveSales', { sessionId });
    const answers = await Promise.all([move(), move()]);
    expect(answers.reduce((sum, { moved }) => sum + moved, 0)).toBe(3);
    check();
  });

  it('refuses a day after a refund, before anything changes', async () => {
    const { id: sessionId } = await sessionIn(store, 'ended');
    const { shopId } = store;
    await store.owner.ok('sales.record', buildPaid(shopId, sessionId));
    const refund = { kind: 'refunded' as const, amountFen: 5, returnedOn: EARLY_DAY };
    await store.owner.ok('sales.record', buildPaid(shopId, sessionId, refund));
    cloud.setNow('2026-11-26T02:00:00.000Z');
    const before = cloud.database.find('live_sessions', { _id: sessionId });
    const { version } = (await store.owner.ok('liveSession.get', { sessionId })).session;
    const times = { startedAt: '2026-11-25T12:00:00.000Z', endedAt: '2026-11-25T16:00:00.000Z' };
    const words = { pauses: [], reason: '日期不对' };
    const input = { sessionId, version, ...times, ...words };
    const ahead = { startedAt: '2026-11-25T12:00:00.000Z', endedAt: '2026-11-27T16:00:00.000Z' };
    const unreal = { ...input, ...ahead, withSales: true };
    const wrongTimes = await store.owner.refused('liveSession.correct', unreal);
    expect(wrongTimes).toEqual({ code: 'invalid_input', fields: { endedAt: 'in_the_future' } });
    const error = await store.owner.refused('liveSession.correct', { ...input, withSales: true });
    expect(error).toEqual({ code: 'refund_before_sale', info: { returnedOn: EARLY_DAY } });
    expect(cloud.database.find('live_sessions', { _id: sessionId })).toEqual(before);
    await store.owner.ok('liveSession.correct', { ...input, withSales: false });
    const later = await store.owner.refused('liveSession.moveSales', { sessionId });
    expect(later.code).toBe('refund_before_sale');
    check();
  });
});
