// Taps in the console of a session, by several people, late and sent again.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { MARKS_PER_PAGE } from '../../src/contract/console';
import type { InputOf } from '../../src/contract/endpoints';
import { LATE_MARK_HOURS, MAX_CONSOLE_MARKS, MAX_MARKS_SENT } from '../../src/domain/console/marks';
import { ROLES, type Role } from '../../src/domain/shop/shop';
import { addMinutes } from '../../src/domain/time';
import { callAs, startTestCloud, type TestCaller } from '../testkit/cloud';
import { giveRole } from '../testkit/people';
import { everythingIn, NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';

type Mark = InputOf<'console.mark'>['marks'][number];

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

async function join(role: Role): Promise<TestCaller> {
  const { shopId } = store;
  const person = `${role}-${shopId}`;
  await giveRole(cloud, { shopId, person, role, joinedAt: NOW });
  return callAs(cloud, person);
}

const idOf = (index: number, phone = 'a'): string => `${phone}${String(index).padStart(9, '0')}`;

function surge(index: number, at: string, phone = 'a'): Mark {
  return { id: idOf(index, phone), kind: 'surge', value: null, of: null, at };
}

function paid(id: string, value: number): Mark {
  return { id, kind: 'paid', value, of: null, at: NOW };
}

/** Every mark of a session, page by page. */
async function marksOf(sessionId: string, caller = store.owner) {
  const marks = [];
  for (let after = 0, hasMore = true; hasMore;) {
    const page = await caller.ok('console.read', { sessionId, after });
    expect(page.marks.length).toBeLessThanOrEqual(MARKS_PER_PAGE);
    marks.push(...page.marks);
    ({ after, hasMore } = page);
  }
  return marks;
}

/** A session that went on air, an hour ago. */
async function onAir() {
  const session = await sessionIn(store, 'live');
  cloud.setNow(addMinutes(NOW, 60));
  return session;
}

describe('marks of a session', () => {
  it('are tapped by those who run sessions, and read by every person of the store', async () => {
    const { id: sessionId } = await onAir();
    const input = { sessionId, marks: [surge(1, NOW)], after: 0 };
    for (const role of ROLES.filter((each) => each !== 'owner')) {
      const caller = await join(role);
      if (role === 'finance') {
        expect((await caller.refused('console.mark', input)).code).toBe('not_allowed');
      } else {
        expect((await caller.ok('console.mark', input)).done).toEqual([idOf(1)]);
      }
      expect(await marksOf(sessionId, caller)).toHaveLength(1);
    }
    const stranger = callAs(cloud, 'a stranger');
    const before = everythingIn(cloud);
    expect((await stranger.refused('console.mark', input)).code).toBe('not_found');
    expect((await stranger.refused('console.read', { sessionId, after: 0 })).code).toBe(
      'not_found',
    );
    expect(everythingIn(cloud)).toEqual(before);
  });

  it('keep the time of the tap, and the order in which a phone tapped', async () => {
    const { id: sessionId } = await onAir();
    const [first, second] = [addMinutes(NOW, 10), addMinutes(NOW, 11)];
    const marks = [surge(1, first), surge(2, second)];
    await store.owner.ok('console.mark', { sessionId, marks, after: 0 });
    expect(await marksOf(sessionId)).toEqual(marks.map((mark) => ({ ...mark, by: 'you' })));
  });

  it('are kept once, however often and beside whatever they are sent', async () => {
    const { id: sessionId } = await onAir();
    const manager = await join('floor_manager');
    const send = (marks: Mark[], caller = store.owner) =>
      caller.ok('console.mark', { sessionId, marks, after: 0 });
    await send([surge(1, NOW), surge(2, NOW)]);
    const again = await send([surge(2, NOW), surge(3, NOW)]);
    expect(again.done).toEqual([idOf(2), idOf(3)]);
    await Promise.all([
      send([surge(3, NOW), surge(4, NOW)]),
      send([surge(1, NOW, 'b')], manager),
      send([surge(2, NOW, 'b')], manager),
    ]);
    const ids = (await marksOf(sessionId)).map(({ id }) => id);
    const all = [1, 2, 3, 4].map((index) => idOf(index)).concat(idOf(1, 'b'), idOf(2, 'b'));
    expect([...ids].sort()).toEqual(all);
  });

  it('bring along what others tapped since, whose they are, and whether the session was changed', async () => {
    const { id: sessionId, version } = await onAir();
    const manager = await join('floor_manager');
    await manager.ok('console.mark', { sessionId, marks: [surge(1, NOW, 'b')], after: 0 });
    const { marks, after } = await store.owner.ok('console.mark', {
      sessionId,
      marks: [surge(1, NOW)],
      after: 0,
    });
    expect(marks.map(({ id, by }) => [id, by])).toEqual([
      [idOf(1, 'b'), 'team'],
      [idOf(1), 'you'],
    ]);
    const read = () => manager.ok('console.read', { sessionId, after });
    expect(await read()).toEqual({ marks: [], after: 2, hasMore: false, version });
    await store.owner.ok('liveSession.pause', { sessionId });
    expect((await read()).version).toBe(version + 1);
  });

  it('show a paid amount to those who keep the books and to the person who noted it', async () => {
    const { id: sessionId } = await onAir();
    const [manager, host] = [await join('floor_manager'), await join('host')];
    await manager.ok('console.mark', { sessionId, marks: [paid(idOf(1), 8_640_000)], after: 0 });
    const shown = async (caller: TestCaller) => (await marksOf(sessionId, caller))[0]?.value;
    expect(await shown(store.owner)).toBe(8_640_000);
    expect(await shown(manager)).toBe(8_640_000);
    expect(await shown(host)).toBeNull();
    // It is no money of the ledger.
    const { session } = await store.owner.ok('liveSession.get', { sessionId });
    expect(session.figures.entryCount).toBe(0);
  });

  it('are taken for a day after the end, with their own times, and no longer', async () => {
    const { id: sessionId } = await onAir();
    await store.owner.ok('liveSession.end', { sessionId, at: null });
    const endedAt = addMinutes(NOW, 60);
    cloud.setNow(addMinutes(endedAt, LATE_MARK_HOURS * 60 - 1));
    const tapped = addMinutes(NOW, 10);
    await store.owner.ok('console.mark', { sessionId, marks: [surge(1, tapped)], after: 0 });
    expect((await marksOf(sessionId))[0]?.at).toBe(tapped);
    cloud.setNow(addMinutes(endedAt, LATE_MARK_HOURS * 60 + 1));
    const late = { sessionId, marks: [surge(2, NOW)], after: 0 };
    const error = await store.owner.refused('console.mark', late);
    expect(error).toEqual({ code: 'illegal_transition', info: { state: 'ended' } });
    expect(await marksOf(sessionId)).toHaveLength(1);
  });

  it('are taken of no session that is not on air', async () => {
    for (const state of ['scheduled', 'unconfirmed', 'cancelled'] as const) {
      const { id: sessionId } = await sessionIn(store, state);
      const input = { sessionId, marks: [surge(1, NOW)], after: 0 };
      const { code, info } = await store.owner.refused('console.mark', input);
      expect([code, info]).toEqual(['illegal_transition', { state }]);
    }
    const unknown = { sessionId: `${store.shopId}.lnosuch`, after: 0 };
    expect((await store.owner.refused('console.read', unknown)).code).toBe('not_found');
  });

  it('move to now or to the start when the clock of the phone is off', async () => {
    const { id: sessionId, startedAt } = await onAir();
    const marks = [surge(1, '2031-01-01T00:00:00.000Z'), surge(2, '2020-01-01T00:00:00.000Z')];
    await store.owner.ok('console.mark', { sessionId, marks, after: 0 });
    const [ahead, behind] = await marksOf(sessionId);
    expect(ahead?.at.slice(0, 16)).toBe(addMinutes(NOW, 60).slice(0, 16));
    expect(behind?.at).toBe(startedAt);
  });

  it('go with a plan that is taken back to nothing', async () => {
    const session = await onAir();
    const { id: sessionId } = session;
    await store.owner.ok('console.mark', { sessionId, marks: [surge(1, NOW)], after: 0 });
    cloud.setNow(NOW);
    await store.owner.ok('liveSession.undo', { sessionId, version: session.version });
    const { version } = (await store.owner.ok('liveSession.get', { sessionId })).session;
    const marked = everythingIn(cloud)['console_logs'] as object[];
    expect(marked.some((log) => (log as { _id: string })._id === sessionId)).toBe(true);
    const undone = await store.owner.raw('liveSession.undo', { sessionId, version });
    if (!undone.ok) throw new Error(undone.error.code);
    expect(cloud.database.find('console_logs', { _id: sessionId })).toEqual([]);
  });
});

describe('the limit of marks', () => {
  it(`keeps ${String(MAX_CONSOLE_MARKS)} of a session page by page; one more stays on the phone, taking back goes on`, async () => {
    const { id: sessionId } = await onAir();
    let after = 0;
    for (let first = 0; first < MAX_CONSOLE_MARKS - 1; first += MAX_MARKS_SENT) {
      const count = Math.min(MAX_MARKS_SENT, MAX_CONSOLE_MARKS - 1 - first);
      const marks = Array.from({ length: count }, (_, index) => surge(first + index, NOW));
      ({ after } = await store.owner.ok('console.mark', { sessionId, marks, after }));
    }
    const last = [surge(1001, NOW), surge(1002, NOW)];
    const { done } = await store.owner.ok('console.mark', { sessionId, marks: last, after });
    expect(done).toEqual([idOf(1001)]);
    const over = { sessionId, marks: [surge(1002, NOW)], after };
    const error = await store.owner.refused('console.mark', over);
    expect(error).toEqual({ code: 'limit_reached', info: { limit: MAX_CONSOLE_MARKS } });
    const back: Mark = { id: 'back000001', kind: 'taken_back', value: null, of: idOf(1), at: NOW };
    const taken = { sessionId, marks: [back], after };
    expect((await store.owner.ok('console.mark', taken)).done).toEqual(['back000001']);
    const ids = (await marksOf(sessionId)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(MAX_CONSOLE_MARKS + 1);
    expect(ids).toHaveLength(MAX_CONSOLE_MARKS + 1);
  });

  it(`takes up to ${String(MAX_MARKS_SENT)} in one call`, async () => {
    const { id: sessionId } = await onAir();
    const marks = Array.from({ length: MAX_MARKS_SENT + 1 }, (_, index) => surge(index, NOW));
    const error = await store.owner.refused('console.mark', { sessionId, marks, after: 0 });
    expect(error.fields).toEqual({ marks: 'too_many' });
    expect(await marksOf(sessionId)).toEqual([]);
  });
});

it('reads marks in two calls, however many there are', async () => {
  const calls: string[] = [];
  const counted = await startTestCloud({ onWire: ({ action }) => void calls.push(action) });
  counted.setNow(NOW);
  const own = await openStore(counted, 'lin');
  const { id: sessionId } = await sessionIn(own, 'live');
  for (const count of [0, 1]) {
    const marks = Array.from({ length: 40 }, (_, index) => surge(index + 40 * count, NOW));
    if (count > 0) await own.owner.ok('console.mark', { sessionId, marks, after: 0 });
    calls.length = 0;
    await own.owner.ok('console.read', { sessionId, after: 0 });
    expect(calls).toHaveLength(2);
  }
  await counted.close();
});
