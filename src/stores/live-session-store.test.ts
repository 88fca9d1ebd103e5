import { autorun } from 'mobx';
import { describe, expect, it } from 'vitest';

import type { LiveSession } from '../contract/live-session';
import { FakeCloud, fakeAdapters, fakeStorage, START } from './fake-adapters.fixture';
import { buildSession, HOST_ID, SHOP_ID } from './records.fixture';
import { createRootStore } from './root-store';

function rowOf(session: LiveSession) {
  const { pauses, hostFigures, goalFen, teasers, isAiPresenter, undoable, history, ...row } =
    session;
  void [pauses, hostFigures, goalFen, teasers, isAiPresenter, undoable, history];
  return row;
}
function page(numbers: number[], cursor: string | null) {
  return {
    items: numbers.map((number) => rowOf(buildSession(number))),
    cursor,
  };
}
const titles = (items: readonly { title: string }[]) => items.map(({ title }) => title);
const setUp = (cloud: FakeCloud) => createRootStore(fakeAdapters(cloud)).liveSessions;

describe('what LiveSessionStore has to do', () => {
  it('moves on while it is shown: an overdue plan asks, and the next one comes next', async () => {
    const plans = [1, 2, 3].map((number) => rowOf(buildSession(number)));
    const none = { items: [], cursor: null };
    const cloud = new FakeCloud().answer('liveSession.todo', {
      onAir: none,
      unconfirmed: { items: [rowOf(buildSession(9))], cursor: null },
      toRecord: none,
      upcoming: { items: plans, cursor: null },
      months: null,
    });
    const store = setUp(cloud);
    await store.loadTodo(SHOP_ID);
    const at = (now: string) => {
      const { unconfirmed, next } = store.todo(SHOP_ID, now);
      return [titles(unconfirmed), next?.title ?? null];
    };
    expect(at('2026-12-01T12:29:59.999Z')).toEqual([['第 9 场'], '第 1 场']);
    expect(at('2026-12-01T12:30:00.000Z')).toEqual([['第 1 场', '第 9 场'], '第 2 场']);
    expect(at('2026-12-02T12:30:00.000Z')).toEqual([['第 2 场', '第 1 场', '第 9 场'], '第 3 场']);
    expect(at('2026-12-31T00:00:00.000Z')[1]).toBeNull();
  });
});

describe('what a list of past sessions leaves out', () => {
  const plan = buildSession(1);
  const ended = buildSession(2, { state: 'ended', startedAt: '2026-11-30T16:30:00.000Z' });

  it('is what is still to come, until its time is over or it starts', () => {
    const store = setUp(new FakeCloud());
    store.putRows([plan, ended].map(rowOf));
    expect(store.elsewhere(SHOP_ID, START, 2)).toEqual([plan.id]);
    expect(store.elsewhere(SHOP_ID, '2026-12-31T00:00:00.000Z', 2)).toEqual([]);
    store.putRows([rowOf({ ...plan, state: 'live' })]);
    expect(store.elsewhere(SHOP_ID, START, 2)).toEqual([]);
  });

  it('does not depend on rows that only got another amount', () => {
    const store = setUp(new FakeCloud());
    store.putRows([plan, ended].map(rowOf));
    let runs = 0;
    const stop = autorun(() => {
      runs += 1;
      void [store.elsewhere(SHOP_ID, START, 2), store.moves];
    });
    store.putRows([rowOf({ ...ended, title: '改名' })]);
    expect(runs).toBe(1);
    store.putRows([rowOf({ ...ended, startedAt: '2026-11-30T15:30:00.000Z' })]);
    expect(runs).toBe(2);
    stop();
  });

  it('comes with the month of each session by its real start, in China', () => {
    const store = setUp(new FakeCloud());
    store.putRows([rowOf(ended)]);
    expect(store.monthOf(ended.id)).toBe('2026-12');
    store.putRows([rowOf({ ...ended, startedAt: '2026-11-30T15:30:00.000Z' })]);
    expect([store.monthOf(ended.id), store.moves]).toEqual(['2026-11', 1]);
  });
});

describe('lists of LiveSessionStore', () => {
  it('are complete under paging and hold no session twice', async () => {
    const cloud = new FakeCloud()
      .answer('liveSession.list', page([9, 8, 7], 'c1'))
      .answer('liveSession.list', page([7, 6, 5], 'c2'))
      .refuse('liveSession.list', { code: 'no_answer' })
      .answer('liveSession.list', page([4], null));
    const store = setUp(cloud);
    await store.load(SHOP_ID, 'all');
    await store.loadMore(SHOP_ID, 'all');
    await store.loadMore(SHOP_ID, 'all');
    expect(store.list(SHOP_ID, 'all')).toMatchObject({ status: 'error', isComplete: false });
    await store.loadMore(SHOP_ID, 'all');
    const list = store.list(SHOP_ID, 'all');
    expect(titles(list.items)).toEqual([9, 8, 7, 6, 5, 4].map((n) => `第 ${n} 场`));
    expect(list).toMatchObject({ status: 'ready', isComplete: true, error: null });
    await store.loadMore(SHOP_ID, 'all');
    const cursors = cloud.calls.map(({ input }) => (input as { cursor: string | null }).cursor);
    expect(cursors).toEqual([null, 'c1', 'c2', 'c2']);
  });

  it('ignore a second request for the same page, and an answer a newer reading overtook', async () => {
    const cloud = new FakeCloud().answer('liveSession.list', page([9], 'c1'));
    const store = setUp(cloud);
    await store.load(SHOP_ID, 'all');
    const next = cloud.answerLater('liveSession.list');
    const more = store.loadMore(SHOP_ID, 'all');
    await store.loadMore(SHOP_ID, 'all');
    expect(cloud.calls).toHaveLength(2);
    cloud.answer('liveSession.list', page([10, 9], null));
    await store.load(SHOP_ID, 'all');
    next(page([8], null));
    await more;
    expect(titles(store.list(SHOP_ID, 'all').items)).toEqual(['第 10 场', '第 9 场']);
  });

  it('show the first page kept on this device while there is no network', async () => {
    const storage = fakeStorage();
    const cloud = new FakeCloud().answer('liveSession.list', page([2, 1], 'c1'));
    const online = createRootStore(fakeAdapters(cloud, { storage }));
    await online.liveSessions.load(SHOP_ID, 'all');
    const offlineCloud = new FakeCloud().refuse('liveSession.list', { code: 'offline' });
    const offline = createRootStore(fakeAdapters(offlineCloud, { storage }));
    await offline.liveSessions.load(SHOP_ID, 'all');
    const list = offline.liveSessions.list(SHOP_ID, 'all');
    expect(titles(list.items)).toEqual(['第 2 场', '第 1 场']);
    expect(list).toMatchObject({ isCopy: true, at: START, status: 'error' });
  });

  it('follow a step: out of upcoming, into on air, in order', async () => {
    const live = buildSession(2, { state: 'live', version: 2 });
    const cloud = new FakeCloud()
      .answer('liveSession.list', page([1, 2, 3], null))
      .answer('liveSession.list', {
        items: [3, 1].map((number) => rowOf(buildSession(number, { state: 'live' }))),
        cursor: null,
      })
      .answer('liveSession.goLive', { session: live });
    const store = setUp(cloud);
    await store.load(SHOP_ID, 'upcoming');
    await store.load(SHOP_ID, 'on_air');
    await store.step('liveSession.goLive', { sessionId: live.id, at: null });
    expect(titles(store.list(SHOP_ID, 'upcoming').items)).not.toContain('第 2 场');
    expect(titles(store.list(SHOP_ID, 'on_air').items)).toEqual(['第 3 场', '第 2 场', '第 1 场']);
    expect(store.session(live.id).value?.version).toBe(2);
  });

  it('leave a changed session out beyond what is read, so that paging finds it in its place', async () => {
    const cloud = new FakeCloud()
      .answer('liveSession.list', page([9, 8], 'c1'))
      .answer('liveSession.schedule', { session: buildSession(3), planned: 1 })
      .answer('liveSession.list', page([4, 3], null));
    const store = setUp(cloud);
    await store.load(SHOP_ID, 'all');
    const { title, accountId, goalFen, teasers, isAiPresenter, startAt, endAt } = buildSession(3);
    await store.schedule({
      shopId: SHOP_ID,
      title,
      hostIds: [HOST_ID],
      accountId,
      goalFen,
      teasers,
      isAiPresenter,
      startAt,
      endAt,
      repeat: null,
    });
    await store.loadMore(SHOP_ID, 'all');
    expect(titles(store.list(SHOP_ID, 'all').items)).toEqual([9, 8, 4, 3].map((n) => `第 ${n} 场`));
  });
});

describe('steps of LiveSessionStore', () => {
  it('are busy until answered', async () => {
    const cloud = new FakeCloud();
    const store = setUp(cloud);
    const answer = cloud.answerLater('liveSession.end');
    const { id } = buildSession(1);
    const ending = store.step('liveSession.end', { sessionId: id, at: null });
    expect(store.isBusy(id)).toBe(true);
    answer({ session: buildSession(1, { state: 'ended' }) });
    await ending;
    expect(store.isBusy(id)).toBe(false);
  });

  it.each(['stale_version', 'illegal_transition'] as const)(
    'read the session again on %s and give the error back',
    async (code) => {
      const fresh = buildSession(1, { version: 5, state: 'cancelled' });
      const cloud = new FakeCloud()
        .refuse('liveSession.edit', { code })
        .answer('liveSession.get', { session: fresh });
      const store = setUp(cloud);
      const { id, title, accountId, goalFen, teasers, isAiPresenter, startAt, endAt } = fresh;
      const plan = { title, hostIds: [], accountId, goalFen, teasers, isAiPresenter };
      const times = { startAt, endAt };
      const edit = { ...plan, ...times, sessionId: id, version: 1, which: 'this' as const };
      const result = await store.edit(edit);
      expect(result).toEqual({ ok: false, error: { code, requestId: 'r' } });
      expect(store.session(id).value).toEqual(fresh);
    },
  );
});
