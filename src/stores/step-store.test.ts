import { describe, expect, it } from 'vitest';

import { FakeCloud, fakeAdapters } from './fake-adapters.fixture';
import { buildSession, SHOP_ID } from './records.fixture';
import { createRootStore } from './root-store';
import { createStepStore } from './step-store';

function setUp(cloud: FakeCloud) {
  const root = createRootStore(fakeAdapters(cloud));
  return { liveSessions: root.liveSessions, steps: root.lazy(createStepStore) };
}

const LIVE = buildSession(1, { state: 'live', version: 2 });

describe('StepStore', () => {
  it('offers what was just done to be taken back, of the version that the person saw', async () => {
    const cloud = new FakeCloud()
      .answer('liveSession.goLive', { session: LIVE })
      .answer('liveSession.undo', { session: buildSession(1, { version: 3 }) });
    const { steps, liveSessions } = setUp(cloud);
    await steps.take('goLive', LIVE.id);
    expect(steps.offer).toEqual({ id: LIVE.id, version: 2 });
    await steps.undo(LIVE);
    expect(steps.offer).toBeNull();
    expect(cloud.callsOf('liveSession.undo')[0]?.input).toEqual({
      sessionId: LIVE.id,
      version: 2,
    });
    expect(liveSessions.session(LIVE.id).value?.state).toBe('scheduled');
  });

  it('reads older changes page by page, the latest first, and the same page again after an error', async () => {
    const event = (at: string) =>
      ({ step: 'edit', at, by: 'you', of: null, reason: null }) as const;
    const session = { ...LIVE, historyPages: 2 };
    const cloud = new FakeCloud()
      .refuse('liveSession.history', { code: 'offline' })
      .answer('liveSession.history', { events: [event('3'), event('4')] })
      .refuse('liveSession.history', { code: 'offline' })
      .answer('liveSession.history', { events: [event('1'), event('2')] });
    const { steps } = setUp(cloud);
    for (let tap = 0; tap < 4; tap += 1) await steps.loadOlder(session);
    const pages = cloud.callsOf('liveSession.history').map(({ input }) => input);
    expect(pages).toMatchObject([{ page: 2 }, { page: 2 }, { page: 1 }, { page: 1 }]);
    const { items, isComplete } = steps.olderChanges(session);
    expect(items.map(({ at }) => at)).toEqual(['4', '3', '2', '1']);
    expect(isComplete).toBe(true);
  });

  it('takes a plan that is taken back out of every list', async () => {
    const plan = buildSession(1);
    const cloud = new FakeCloud()
      .answer('liveSession.list', { items: [plan, buildSession(2)], cursor: null })
      .answer('liveSession.undo', { session: null });
    const { steps, liveSessions } = setUp(cloud);
    await liveSessions.load(SHOP_ID, 'upcoming');
    await steps.undo(plan);
    expect(liveSessions.idList(SHOP_ID, 'upcoming').items).toEqual([buildSession(2).id]);
    expect(liveSessions.known(plan.id)).toBeNull();
  });

  it('asks about an odd step, and sends the answer with a key of its own that outlives a lost answer', async () => {
    const cloud = new FakeCloud()
      .refuse('liveSession.goLive', { code: 'odd_step', info: { early_start: true } })
      .refuse('liveSession.goLive', { code: 'no_answer' })
      .answer('liveSession.goLive', { session: LIVE });
    const { steps } = setUp(cloud);
    await steps.take('goLive', LIVE.id);
    const asked = { sessionId: LIVE.id, step: 'goLive', at: null, oddities: ['early_start'] };
    expect(steps.question).toEqual(asked);
    await steps.take('goLive', LIVE.id, null, ['early_start']);
    expect(steps.question).toEqual(asked);
    await steps.take('goLive', LIVE.id, null, ['early_start']);
    expect(steps.question).toBeNull();
    const [first, second, third] = cloud.callsOf('liveSession.goLive');
    expect(second?.input).toMatchObject({ confirmed: ['early_start'] });
    expect(third?.requestKey).toBe(second?.requestKey);
    expect(second?.requestKey).not.toBe(first?.requestKey);
  });

  it('joins a second tap on an answer', async () => {
    const cloud = new FakeCloud();
    const answer = cloud.answerLater('liveSession.end');
    const { steps } = setUp(cloud);
    const taps = [1, 2].map(() => steps.take('end', LIVE.id, null, ['short']));
    answer({ session: LIVE });
    await Promise.all(taps);
    expect(cloud.callsOf('liveSession.end')).toHaveLength(1);
  });

  it('moves sales until nothing is left, and says how far it is', async () => {
    const cloud = new FakeCloud()
      .answer('liveSession.moveSales', { moved: 50, left: 12 })
      .answer('liveSession.moveSales', { moved: 12, left: 0 })
      .answer('liveSession.get', { session: LIVE });
    const { steps } = setUp(cloud);
    const moving = steps.moveSales(LIVE.id, 62);
    expect(steps.moveOf(LIVE.id)).toEqual({ moved: 0, left: 62 });
    expect(await moving).toMatchObject({ ok: true, data: { left: 0 } });
    expect(steps.moveOf(LIVE.id)).toBeNull();
    expect(cloud.callsOf('liveSession.moveSales')).toHaveLength(2);
  });

  it('stops at a refusal, and reads what is left', async () => {
    const cloud = new FakeCloud()
      .answer('liveSession.moveSales', { moved: 50, left: 12 })
      .refuse('liveSession.moveSales', { code: 'no_answer' })
      .answer('liveSession.get', { session: LIVE });
    const { steps } = setUp(cloud);
    expect(await steps.moveSales(LIVE.id, 62)).toMatchObject({ ok: false });
    expect(steps.moveOf(LIVE.id)).toBeNull();
  });
});
