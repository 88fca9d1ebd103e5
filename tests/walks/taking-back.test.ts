import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { SessionLine, SessionPlan } from '../../cloud/database/documents';
import { withLine } from '../../src/domain/live-session/history';
import { addMinutes } from '../../src/domain/time';
import { recount } from '../../scripts/recount/recount';
import { buildPaid } from '../testkit/builders';
import { callAs, startTestCloud, type TestCaller } from '../testkit/cloud';
import { inputsAbout, NOW, openStore, publish, sessionIn, type TestStore } from '../testkit/stores';

/** Before and after a quarter of an hour from {@link NOW}; the clock runs on from there. */
const JUST_IN_TIME = '2026-11-24T02:14:30.000Z';
const TOO_LATE = '2026-11-24T02:15:30.000Z';

describe('taking a step back', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let viewer: TestCaller;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
    viewer = callAs(cloud);
    await publish(store);
  });
  beforeEach(() => cloud.setNow(NOW));
  afterAll(() => cloud.close());

  const read = async (sessionId: string) =>
    (await store.owner.ok('liveSession.get', { sessionId })).session;
  const undo = async (sessionId: string) => {
    const { version } = await read(sessionId);
    return store.owner.ok('liveSession.undo', { sessionId, version });
  };
  const phaseOf = async (sessionId: string) =>
    (await viewer.ok('liveSession.view', { sessionId })).session.phase;
  const stored = (sessionId: string) => {
    const [doc] = cloud.database.find('live_sessions', { _id: sessionId });
    const { history, version, ...rest } = doc as Record<string, unknown>;
    void [history, version];
    return rest;
  };

  it.each([
    ['goLive', { at: null, confirmed: ['early_start'] }, 'scheduled', 'upcoming'],
    ['cancel', {}, 'scheduled', 'upcoming'],
    ['pause', {}, 'live', 'on_air'],
    ['resume', {}, 'paused', 'paused'],
    ['end', { at: null, confirmed: ['short'] }, 'live', 'on_air'],
    ['end', { at: null, confirmed: ['short'] }, 'paused', 'paused'],
  ] as const)('restores what %s changed, for viewers at once', async (step, input, from, phase) => {
    const { id: sessionId } = await sessionIn(store, from);
    const before = stored(sessionId);
    await store.owner.ok(`liveSession.${step}`, { sessionId, ...input });
    expect(stored(sessionId)).not.toEqual(before);
    const { session } = await undo(sessionId);
    expect(session?.state).toBe(from);
    expect(session?.history.at(-1)).toMatchObject({ step: 'undo', of: step, by: 'you' });
    expect(stored(sessionId)).toEqual(before);
    expect(await phaseOf(sessionId)).toBe(phase);
  });

  it('removes a plan, and viewers no longer find it', async () => {
    const { id: sessionId } = await sessionIn(store, 'scheduled');
    const ahead = async () =>
      (await viewer.ok('shop.view', { shopId: store.shopId })).ahead.map(({ id }) => id);
    expect(await ahead()).toContain(sessionId);
    expect(await undo(sessionId)).toEqual({ session: null });
    expect(await ahead()).not.toContain(sessionId);
    expect((await viewer.refused('liveSession.view', { sessionId })).code).toBe('not_found');
    expect((await store.owner.refused('liveSession.get', { sessionId })).code).toBe('not_found');
  });

  it('keeps a plan whose duty record is confirmed, and removes the ticks of another', async () => {
    const plan = async () => (await sessionIn(store, 'scheduled')).id;
    const [confirmed, ticked] = [await plan(), await plan()];
    const about = (sessionId: string) => {
      const ids = { sessionId, entryId: '', declarationId: '', version: 1, code: '' };
      return inputsAbout(store, ids);
    };
    await store.owner.ok('duty.confirm', about(confirmed)['duty.confirm']);
    await store.owner.ok('duty.tick', about(ticked)['duty.tick']);
    const error = await store.owner.refused('liveSession.undo', {
      sessionId: confirmed,
      version: (await read(confirmed)).version,
    });
    expect(error).toMatchObject({ code: 'not_undoable', info: { block: 'has_record' } });
    expect(cloud.database.find('duty_records', { _id: confirmed })).toHaveLength(1);
    expect(await undo(ticked)).toEqual({ session: null });
    expect(cloud.database.find('duty_records', { _id: ticked })).toEqual([]);
  });

  it('goes back step by step to the plan', async () => {
    const { id: sessionId, startAt } = await sessionIn(store, 'ended');
    for (const state of ['live', 'scheduled']) {
      expect((await undo(sessionId)).session).toMatchObject({ state });
    }
    expect(await read(sessionId)).toMatchObject({ startAt, startedAt: null, endedAt: null });
    expect(await undo(sessionId)).toEqual({ session: null });
  });

  it('is possible for fifteen minutes', async () => {
    const { id: sessionId, version } = await sessionIn(store, 'live');
    cloud.setNow(TOO_LATE);
    const error = await store.owner.refused('liveSession.undo', { sessionId, version });
    expect(error).toMatchObject({ code: 'not_undoable', info: { block: 'too_late' } });
    expect((await read(sessionId)).undoable).toBeNull();
    cloud.setNow(JUST_IN_TIME);
    expect((await read(sessionId)).undoable).toMatchObject({ step: 'goLive' });
    await store.owner.ok('liveSession.undo', { sessionId, version });
  });

  it('is refused once money is recorded, with the reason', async () => {
    const { id: sessionId } = await sessionIn(store, 'ended');
    cloud.setNow('2026-11-24T02:01:00.000Z');
    await store.owner.ok('sales.record', buildPaid(store.shopId, sessionId));
    const { version } = await read(sessionId);
    const error = await store.owner.refused('liveSession.undo', { sessionId, version });
    expect(error).toMatchObject({ code: 'not_undoable', info: { block: 'has_entries' } });
    expect(recount(cloud.database).differences).toBe(0);
  });

  it('takes back the step that the person saw, and no later one', async () => {
    const { id: sessionId, version } = await sessionIn(store, 'live');
    await store.owner.ok('liveSession.pause', { sessionId });
    const error = await store.owner.refused('liveSession.undo', { sessionId, version });
    expect(error).toMatchObject({ code: 'stale_version' });
    expect((await read(sessionId)).state).toBe('paused');
  });

  it('lets two phones take back one step, and not two', async () => {
    const { id: sessionId, version } = await sessionIn(store, 'paused');
    const once = () => store.owner.raw('liveSession.undo', { sessionId, version });
    const answers = await Promise.all([once(), once()]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await read(sessionId)).state).toBe('live');
  });

  it('moves old lines of a long history away, and never refuses a step', async () => {
    const { id: sessionId } = await sessionIn(store, 'live');
    for (let round = 0; round < 25; round += 1) {
      cloud.setNow(addMinutes(NOW, round * 3));
      await store.owner.ok('liveSession.pause', { sessionId });
      await store.owner.ok('liveSession.resume', { sessionId });
    }
    const session = await read(sessionId);
    expect(session.historyPages).toBe(1);
    const { events } = await store.owner.ok('liveSession.history', { sessionId, page: 1 });
    expect(events.length + session.history.length).toBe(52);
    expect((await undo(sessionId)).session?.state).toBe('paused');
  });

  it.each([400, 401, 1_200])(
    'shows every line of %i steps, page by page, and ends',
    async (steps) => {
      const { id: sessionId } = await sessionIn(store, 'live');
      // Steps of half an hour each, kept as the endpoints keep them.
      const [doc] = cloud.database.find('live_sessions', { _id: sessionId });
      let kept = doc?.['history'] as SessionLine[];
      const [last] = kept.slice(-1);
      if (last === undefined) throw new Error('the session has no history');
      let pages = 0;
      for (let step = kept.length; step < steps; step += 1) {
        const at = addMinutes(NOW, (step - steps) * 30);
        const split = withLine<Partial<SessionPlan>>(kept, { ...last, step: 'edit', at });
        ({ kept } = split);
        if (split.moved.length === 0) continue;
        pages += 1;
        const page = { shopId: store.shopId, sessionId, page: pages, lines: split.moved };
        await cloud.database.put('session_history', `${sessionId}:${String(pages)}`, page);
      }
      const long = { ...doc, history: kept, historyPages: pages };
      await cloud.database.put('live_sessions', sessionId, long);
      await store.owner.ok('liveSession.end', { sessionId, at: null, confirmed: ['short'] });
      const { history, historyPages } = await read(sessionId);
      let count = history.length;
      for (let page = 1; page <= historyPages; page += 1) {
        const { events } = await store.owner.ok('liveSession.history', { sessionId, page });
        count += events.length;
      }
      expect(count).toBe(steps + 1);
      const beyond = { sessionId, page: historyPages + 1 };
      expect(await store.owner.ok('liveSession.history', beyond)).toEqual({ events: [] });
      expect((await undo(sessionId)).session?.state).toBe('live');
    },
  );

  it('takes back fifty steps of a quarter of an hour, past the lines that usually stay', async () => {
    const { id: sessionId } = await sessionIn(store, 'live');
    for (let step = 0; step < 50; step += 1) {
      await store.owner.ok(step % 2 === 0 ? 'liveSession.pause' : 'liveSession.resume', {
        sessionId,
      });
    }
    for (let step = 0; step < 50; step += 1) await undo(sessionId);
    expect(await read(sessionId)).toMatchObject({ state: 'live', pauses: [], historyPages: 0 });
  });

  it('asks once about a start hours before the plan, and books nothing before the answer', async () => {
    const plan = { startAt: '2026-11-28T12:00:00.000Z', endAt: '2026-11-28T16:00:00.000Z' };
    const { id: sessionId } = await sessionIn(store, 'scheduled', plan);
    const before = stored(sessionId);
    const error = await store.owner.refused('liveSession.goLive', { sessionId, at: null });
    expect(error).toEqual({ code: 'odd_step', info: { early_start: true } });
    expect(stored(sessionId)).toEqual(before);
    const confirmed = ['early_start' as const];
    const { session } = await store.owner.ok('liveSession.goLive', {
      sessionId,
      at: null,
      confirmed,
    });
    expect(session).toMatchObject({ state: 'live', bookedOn: '2026-11-24' });
    expect((await undo(sessionId)).session).toMatchObject({ bookedOn: '2026-11-28' });
  });

  it('asks for the real end days after a forgotten one', async () => {
    const { id: sessionId } = await sessionIn(store, 'live');
    cloud.setNow('2026-11-27T02:00:00.000Z');
    const error = await store.owner.refused('liveSession.end', { sessionId, at: null });
    expect(error).toEqual({ code: 'odd_step', info: { late_end: true } });
    const at = '2026-11-24T15:00:00.000Z';
    const { session } = await store.owner.ok('liveSession.end', { sessionId, at });
    expect(session).toMatchObject({ state: 'ended', endedAt: at });
  });
});
