// One evening that went wrong in every way, and what is left of it in the books: nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { LiveSession } from '../../src/contract/live-session';
import { onAirSeconds } from '../../src/domain/live-session/live-session';
import { recount } from '../../scripts/recount/recount';
import { buildPaid } from '../testkit/builders';
import { callAs, startTestCloud, type TestCaller } from '../testkit/cloud';
import { openStore, publish, sessionIn, type TestStore } from '../testkit/stores';

const REGISTERED = '2025-12-01T02:00:00.000Z';
const PLAN = { startAt: '2026-01-02T12:00:00.000Z', endAt: '2026-01-02T16:00:00.000Z' };
/** Four days early: 11:40 in the evening in China, 29 December. */
const TAPPED = '2025-12-29T15:40:00.000Z';
const AMOUNT_FEN = 1_230_000;

describe('the mistaken evening', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let viewer: TestCaller;
  let session: LiveSession;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(REGISTERED);
    store = await openStore(cloud, 'owner');
    viewer = callAs(cloud);
    await publish(store);
    session = await sessionIn(store, 'scheduled', PLAN);
    cloud.setNow(TAPPED);
  });
  afterAll(() => cloud.close());

  const sessionId = () => session.id;
  const step = async (
    name: 'goLive' | 'end',
    confirmed: ('early_start' | 'late_end' | 'short')[],
  ) => {
    const input = { sessionId: sessionId(), at: null, confirmed };
    ({ session } = await store.owner.ok(`liveSession.${name}`, input));
  };
  const record = (overrides: Parameters<typeof buildPaid>[2]) =>
    store.owner.ok('sales.record', buildPaid(store.shopId, sessionId(), overrides));
  const phase = async () =>
    (await viewer.ok('liveSession.view', { sessionId: sessionId() })).session.phase;
  const paidOf = async (year: number) => {
    const { shopId } = store;
    const asked = { shopId, hostId: store.hostId, year };
    const { bySale } = await store.owner.ok('incentive.year', asked);
    return bySale.months.map(({ month, net }) => [month, net.low]);
  };
  const netOf = async (year: number) => {
    const { shopId, hostId } = store;
    const asked = { shopId, hostId, year, asOf: null, knownRuleSets: [] };
    return (await store.owner.ok('incentive.progress', asked)).sums?.exactNetFen ?? null;
  };

  it('asks once about a start four days early, and starts when it is confirmed', async () => {
    const input = { sessionId: sessionId(), at: null };
    const error = await store.owner.refused('liveSession.goLive', input);
    expect(error).toEqual({ code: 'odd_step', info: { early_start: true } });
    expect(await phase()).toBe('upcoming');
    await step('goLive', ['early_start']);
    expect(await phase()).toBe('on_air');
    expect(session.bookedOn).toBe('2025-12-29');
  });

  it('is ended by mistake, and taken back: viewers see it on air again', async () => {
    cloud.setNow('2025-12-29T15:50:00.000Z');
    await step('end', []);
    expect(await phase()).toBe('over');
    const { version } = session;
    const { session: back } = await store.owner.ok('liveSession.undo', {
      sessionId: sessionId(),
      version,
    });
    expect(back).toMatchObject({ state: 'live', endedAt: null });
    expect(await phase()).toBe('on_air');
  });

  it('has amounts recorded, which are booked into the old year', async () => {
    cloud.setNow('2025-12-29T15:55:00.000Z');
    await record({ amountFen: AMOUNT_FEN });
    await record({ kind: 'ordered', amountFen: 2 * AMOUNT_FEN });
    await record({ kind: 'refunded', amountFen: 30_000, returnedOn: null });
    expect(await paidOf(2025)).toEqual([['2025-12', AMOUNT_FEN - 30_000]]);
    expect(await netOf(2025)).toBe(AMOUNT_FEN - 30_000);
    expect(recount(cloud.database).differences).toBe(0);
  });

  it('was left running for days: its end is asked for', async () => {
    cloud.setNow('2026-01-05T02:00:00.000Z');
    const input = { sessionId: sessionId(), at: null };
    const error = await store.owner.refused('liveSession.end', input);
    expect(error).toEqual({ code: 'odd_step', info: { late_end: true } });
    const at = '2026-01-02T17:30:00.000Z';
    ({ session } = await store.owner.ok('liveSession.end', { sessionId: sessionId(), at }));
    expect(session).toMatchObject({ state: 'ended', endedAt: at });
  });

  it('is corrected with a reason, and the money moves to the right year', async () => {
    const { session: corrected } = await store.owner.ok('liveSession.correct', {
      sessionId: sessionId(),
      version: session.version,
      startedAt: '2026-01-02T12:05:00.000Z',
      endedAt: '2026-01-02T15:30:00.000Z',
      pauses: [{ from: '2026-01-02T13:00:00.000Z', to: '2026-01-02T13:25:00.000Z' }],
      reason: '29 日误点了开播',
      withSales: true,
    });
    expect(corrected).toMatchObject({ bookedOn: '2026-01-02' });
    expect(onAirSeconds(corrected, corrected.endAt)).toBe(3 * 3600);
    expect(corrected.dayFigures.map(({ bookedOn }) => bookedOn)).toEqual(['2025-12-29']);
    expect(recount(cloud.database).differences).toBe(0);
    const answer = await store.owner.ok('liveSession.moveSales', { sessionId: sessionId() });
    expect(answer).toEqual({ moved: 3, left: 0 });
    expect(recount(cloud.database).differences).toBe(0);
  });

  it('leaves nothing in the old year, in statements and in tiers', async () => {
    expect(await paidOf(2025)).toEqual([]);
    expect(await paidOf(2026)).toEqual([['2026-01', AMOUNT_FEN - 30_000]]);
    expect(await netOf(2025)).toBeNull();
    expect(await netOf(2026)).toBe(AMOUNT_FEN - 30_000);
  });

  it('shows viewers the real times, and the team every line', async () => {
    const { session: seen } = await viewer.ok('liveSession.view', { sessionId: sessionId() });
    expect(seen).toMatchObject({
      phase: 'over',
      startedAt: '2026-01-02T12:05:00.000Z',
      endedAt: '2026-01-02T15:30:00.000Z',
    });
    const { session: own } = await store.owner.ok('liveSession.get', { sessionId: sessionId() });
    expect(own.history.map(({ step: name }) => name)).toEqual([
      'schedule',
      'goLive',
      'end',
      'undo',
      'end',
      'correct',
    ]);
    expect(own.figures.paidFen).toBe(AMOUNT_FEN);
  });
});

describe('an end put inside a pause', () => {
  it('cuts the pause: the time before it counts as on air', async () => {
    const cloud = await startTestCloud();
    const at = (time: string) => `2026-11-24T${time}:00.000Z`;
    cloud.setNow(at('02:00'));
    const store = await openStore(cloud, 'owner');
    const { id: sessionId } = await sessionIn(store, 'scheduled');
    // The clock runs on during a call: a start to the second is at most as late as the pause.
    cloud.setNow(at('12:00'));
    await store.owner.ok('liveSession.goLive', { sessionId, at: at('12:00') });
    cloud.setNow(at('13:00'));
    await store.owner.ok('liveSession.pause', { sessionId });
    cloud.setNow(at('15:00'));
    await store.owner.ok('liveSession.resume', { sessionId });
    const input = { sessionId, at: at('13:30') };
    const { session } = await store.owner.ok('liveSession.end', input);
    expect(session.pauses).toMatchObject([{ to: at('13:30') }]);
    expect(onAirSeconds(session, at('15:00'))).toBe(3600);
    await cloud.close();
  });
});
