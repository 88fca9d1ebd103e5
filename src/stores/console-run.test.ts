import { describe, expect, it } from 'vitest';

import type { ShownMark } from '../contract/console';
import { addMinutes } from '../domain/time';
import { MAX_QUEUED, type Tap } from './console-run';
import { createConsoleStore } from './console-store';
import { FakeCloud, fakeAdapters, fakeStorage, START } from './fake-adapters.fixture';
import { createRootStore } from './root-store';

const SESSION = 's000000000001.l0001';
const SURGE: Tap = { kind: 'surge', value: null, of: null };
const PAGE = { marks: [] as ShownMark[], after: 0, hasMore: false, version: 1 };
const OFFLINE = { code: 'offline' } as const;

function start(kept = new Map<string, string>()) {
  const cloud = new FakeCloud();
  const device = fakeAdapters(cloud, { storage: fakeStorage(kept) });
  const root = createRootStore(device);
  const consoles = root.lazy(createConsoleStore);
  // Whatever is not what a test is about stays as it is.
  for (let i = 0; i < 20; i += 1) cloud.refuse('liveSession.get', OFFLINE);
  return { cloud, device, consoles, kept, run: consoles.of(SESSION) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
/** The ids of the marks of each call. */
function sentIn(cloud: FakeCloud): string[][] {
  const calls = cloud.callsOf('console.mark');
  return calls.map(({ input }) => (input as { marks: { id: string }[] }).marks.map(({ id }) => id));
}

describe('a tap', () => {
  it('is shown at once as pending, and no longer once the cloud has it', async () => {
    const { cloud, run } = start();
    const answer = cloud.answerLater('console.mark');
    const id = run.tap(SURGE) ?? '';
    expect(run.marks).toMatchObject([{ id, kind: 'surge', by: 'you', isPending: true, at: START }]);
    answer({
      done: [id],
      ...PAGE,
      marks: [{ id, ...SURGE, value: null, at: START, by: 'you' }],
      after: 1,
    });
    await settled();
    expect(run.queue).toEqual([]);
    expect(run.marks).toMatchObject([{ id, isPending: false }]);
  });

  it('waits for the one that is being sent, and then goes with all that wait', async () => {
    const { cloud, run } = start();
    const answer = cloud.answerLater('console.mark');
    const ids = [run.tap(SURGE), run.tap(SURGE), run.tap(SURGE)] as string[];
    cloud.answer('console.mark', { done: ids.slice(1), ...PAGE });
    answer({ done: ids.slice(0, 1), ...PAGE });
    await settled();
    expect(sentIn(cloud)).toEqual([ids.slice(0, 1), ids.slice(1)]);
    expect(run.queue).toEqual([]);
  });

  it('keeps its place when the clock is set back', () => {
    const { cloud, device, run } = start();
    cloud.answerLater('console.mark');
    run.tap(SURGE);
    device.setNow(addMinutes(START, -5));
    run.tap(SURGE);
    expect(run.queue.map(({ at }) => at)).toEqual([START, START]);
  });

  it('is refused in words when too many wait on the device', () => {
    const { cloud, run } = start();
    cloud.answerLater('console.mark');
    for (let i = 0; i < MAX_QUEUED; i += 1) expect(run.tap(SURGE)).not.toBeNull();
    expect(run.tap(SURGE)).toBeNull();
    expect(run.queue).toHaveLength(MAX_QUEUED);
  });

  it('says when the device has no room for it', () => {
    const { cloud, device, run } = start();
    cloud.answerLater('console.mark');
    device.storage.set = () => false;
    run.tap(SURGE);
    expect(run.isUnsafe).toBe(true);
  });
});

describe('the queue', () => {
  it('outlives the program, with its ids, times and order', async () => {
    const kept = new Map<string, string>();
    const before = start(kept);
    before.cloud.refuse('console.mark', OFFLINE);
    const ids = [before.run.tap(SURGE), before.run.tap(SURGE)] as string[];
    await settled();
    const { queue } = before.run;
    const after = start(kept);
    expect(after.run.queue).toEqual(queue);
    after.cloud.answer('console.mark', { done: ids, ...PAGE });
    after.consoles.sendWaiting();
    await settled();
    expect(sentIn(after.cloud)).toEqual([ids]);
    expect([...kept.keys()].filter((key) => key.startsWith('console/'))).toEqual([]);
  });

  it('is sent again after 2, 4, 8 seconds and so on, and at once when the network is back', async () => {
    const { cloud, device, run } = start();
    for (let i = 0; i < 9; i += 1) {
      cloud.refuse('console.mark', OFFLINE);
      cloud.refuse('console.read', OFFLINE);
    }
    run.tap(SURGE);
    await settled();
    const tries: number[] = [];
    for (let second = 1; second <= 80; second += 1) {
      device.setNow(addMinutes(START, second / 60));
      const before = sentIn(cloud).length;
      run.beat();
      await settled();
      if (sentIn(cloud).length > before) tries.push(second);
    }
    expect(tries).toEqual([2, 6, 14, 30, 62]);
    run.wake();
    await settled();
    expect(sentIn(cloud)).toHaveLength(tries.length + 2);
  });

  it('is held after a refusal that a repeat does not mend, until the person decides', async () => {
    const { cloud, run } = start();
    cloud.refuse('console.mark', { code: 'illegal_transition', info: { state: 'ended' } });
    run.tap(SURGE);
    await settled();
    expect(run.isHeld).toBe(true);
    run.tap(SURGE);
    await settled();
    expect(sentIn(cloud)).toHaveLength(1);
    run.discard();
    expect([run.queue, run.isHeld]).toEqual([[], false]);
  });

  it('keeps what found no room in the cloud', async () => {
    const { cloud, run } = start();
    const answer = cloud.answerLater('console.mark');
    const [first, second] = [run.tap(SURGE), run.tap(SURGE)] as string[];
    cloud.refuse('console.mark', { code: 'limit_reached', info: { limit: 1000 } });
    answer({ done: [first ?? ''], ...PAGE });
    await settled();
    expect(run.queue.map(({ id }) => id)).toEqual([second]);
    expect(run.isHeld).toBe(true);
  });
});

describe('marks of others', () => {
  it('are read every minute, page by page, each once', async () => {
    const { cloud, device, run } = start();
    const mark = (id: string): ShownMark => ({
      id,
      kind: 'surge',
      value: null,
      of: null,
      at: START,
      by: 'team',
    });
    cloud.answer('console.read', {
      ...PAGE,
      marks: [mark('a'), mark('b')],
      after: 2,
      hasMore: true,
    });
    cloud.answer('console.read', { ...PAGE, marks: [mark('b'), mark('c')], after: 3 });
    run.beat();
    run.beat();
    await settled();
    expect(run.marks.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    cloud.answer('console.read', { ...PAGE, after: 3 });
    device.setNow(addMinutes(START, 1));
    run.beat();
    await settled();
    expect(
      cloud.callsOf('console.read').map(({ input }) => (input as { after: number }).after),
    ).toEqual([0, 2, 3]);
  });
});
