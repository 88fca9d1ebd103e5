import type { LocalCloud } from 'local-cloud';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LiveSessionDoc, SalesEntryDoc } from '../../cloud/database/documents';
import { recount } from '../../scripts/recount/recount';
import type { EndpointName, InputOf, OutputOf } from '../../src/contract/endpoints';
import { buildCorrection, buildPaid, buildPlan } from '../testkit/builders';
import { STEP_ODDITIES } from '../../src/domain/live-session/oddities';
import { startTestCloud } from '../testkit/cloud';
import { openStore, progressOf, type TestStore } from '../testkit/stores';

const NOON = Date.parse('2026-11-24T04:00:00.000Z');
const SECOND = 1000;

/** Each value with the one before it. */
function pairs<T>(values: readonly T[]): [T, T][] {
  return values.slice(1).map((value, index) => [values[index] ?? value, value]);
}

describe.each([
  ['a second', SECOND],
  ['ten minutes', 600 * SECOND],
  ['two days', 2 * 86_400 * SECOND],
])('a clock that is set back by %s before each step', (_name, backMs) => {
  let cloud: LocalCloud;
  let store: TestStore;
  let nowMs: number;

  beforeEach(async () => {
    cloud = await startTestCloud();
    nowMs = NOON;
    cloud.setNow(new Date(nowMs).toISOString());
    store = await openStore(cloud, 'owner');
  });
  afterEach(() => cloud.close());

  const documents = <T>(collection: string): T[] => cloud.database.readAll(collection) as T[];

  function expectOrder(): void {
    for (const session of documents<LiveSessionDoc>('live_sessions')) {
      const { history, pauses, startedAt, endedAt } = session;
      for (const [before, after] of pairs(history)) expect(after.at >= before.at).toBe(true);
      const edges = pauses.flatMap(({ from, to }) => [from, to ?? from]);
      const times = [startedAt ?? '', ...edges, endedAt ?? '9'];
      for (const [before, after] of pairs(times)) expect(after >= before, String(times)).toBe(true);
    }
    for (const { revisions } of documents<SalesEntryDoc>('sales_entries')) {
      for (const [before, after] of pairs(revisions)) {
        expect(after.recordedAt > before.recordedAt).toBe(true);
      }
      for (const { recordedAt, undoneAt } of revisions) {
        expect(undoneAt === null || undoneAt >= recordedAt).toBe(true);
      }
    }
    expect(recount(cloud.database).differences).toBe(0);
  }

  /** Sets the clock back, takes a step, and looks at everything that is stored. */
  async function step<N extends EndpointName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    nowMs -= backMs;
    cloud.setNow(new Date(nowMs).toISOString());
    const output = await store.owner.ok(name, input);
    expectOrder();
    return output;
  }

  async function onAir(): Promise<string> {
    const plan = buildPlan({
      shopId: store.shopId,
      hostIds: [store.hostId],
      accountId: store.accountId,
      startAt: new Date(NOON).toISOString(),
      endAt: new Date(NOON + 3_600_000).toISOString(),
    });
    const { session } = await store.owner.ok('liveSession.schedule', plan);
    const goLive = { sessionId: session.id, at: null, confirmed: [] };
    await store.owner.ok('liveSession.goLive', goLive);
    return session.id;
  }

  it('keeps the order of the steps of a session', async () => {
    const sessionId = await onAir();
    for (let time = 0; time < 3; time += 1) {
      await step('liveSession.pause', { sessionId });
      await step('liveSession.resume', { sessionId });
    }
    await step('liveSession.pause', { sessionId });
    const { session } = await step('liveSession.end', {
      sessionId,
      at: null,
      confirmed: [...STEP_ODDITIES],
    });
    expect(session).toMatchObject({ state: 'ended' });
    const { version } = session;
    const undone = await step('liveSession.undo', { sessionId, version });
    expect(undone.session).toMatchObject({ state: 'paused', endedAt: null });
    await step('liveSession.end', { sessionId, at: null, confirmed: [...STEP_ODDITIES] });
  });

  it('does not take back a step after which an amount was recorded', async () => {
    const sessionId = await onAir();
    await step('sales.record', buildPaid(store.shopId, sessionId));
    const { session } = await store.owner.ok('liveSession.get', { sessionId });
    const undo = { sessionId, version: session.version };
    expect(await store.owner.refused('liveSession.undo', undo)).toMatchObject({
      code: 'not_undoable',
      info: { block: 'has_entries' },
    });
  });

  it('records an amount of a day after another one was undone there on a later day', async () => {
    const { shopId, hostId, accountId } = store;
    const target = { of: 'day', hostId, accountId, bookedOn: '2026-10-01' } as const;
    const record = async (amountFen: number): Promise<string> =>
      (await step('sales.record', buildPaid(shopId, '', { target, amountFen }))).entry.id;
    const first = await record(300);
    const later = new Date(NOON + 3 * 86_400 * SECOND).toISOString();
    cloud.setNow(later);
    await store.owner.ok('sales.undo', { shopId, entryId: first, isWhole: true });
    const second = await record(200);
    const entries = documents<SalesEntryDoc>('sales_entries');
    const recordedAt = entries.find(({ _id }) => _id === second)?.revisions[0]?.recordedAt ?? '';
    expect(recordedAt > later).toBe(true);
    await step('sales.undo', { shopId, entryId: second, isWhole: true });
  });

  it('corrects the times of a session that ended later than now, and leaves its end', async () => {
    const sessionId = await onAir();
    cloud.setNow(new Date(NOON + 3_600_000).toISOString());
    const end = { sessionId, at: null, confirmed: [...STEP_ODDITIES] };
    const { session } = await store.owner.ok('liveSession.end', end);
    const { version, startedAt, endedAt } = session;
    if (startedAt === null || endedAt === null) throw new Error('the session is not over');
    const times = { startedAt, endedAt, pauses: [{ from: startedAt, to: startedAt }] };
    const correction = { sessionId, version, ...times, reason: '补一次暂停', withSales: true };
    const corrected = await step('liveSession.correct', correction);
    expect(corrected.session).toMatchObject(times);
    const beyond = { ...correction, version: corrected.session.version };
    const endLater = { ...beyond, endedAt: new Date(NOON + 7_200_000).toISOString() };
    expect(await store.owner.refused('liveSession.correct', endLater)).toEqual({
      code: 'invalid_input',
      fields: { endedAt: 'in_the_future' },
    });
  });

  it('keeps the ledger and what was known by a day equal to a recount', async () => {
    const { shopId, hostId, accountId } = store;
    const sessionId = await onAir();
    const ofDay = { of: 'day', hostId, accountId, bookedOn: '2026-10-01' } as const;
    for (const target of [{ of: 'session', sessionId, hostId } as const, ofDay]) {
      const record = async (overrides: Partial<InputOf<'sales.record'>>): Promise<string> => {
        const input = buildPaid(shopId, sessionId, { target, ...overrides });
        return (await step('sales.record', input)).entry.id;
      };
      const ordered = await record({ kind: 'ordered', amountFen: 500 });
      const paid = await record({ amountFen: 300 });
      const refunded = await record({ kind: 'refunded', amountFen: 100 });
      const corrected = await step(
        'sales.replace',
        buildCorrection(shopId, paid, { amountFen: 200 }),
      );
      await step('sales.undo', { shopId, entryId: corrected.entry.id, isWhole: false });
      await step('sales.undo', { shopId, entryId: refunded, isWhole: true });
      await step('sales.undo', { shopId, entryId: paid, isWhole: true });
      const other = target.of === 'day' ? { ...ofDay, bookedOn: '2026-10-02' } : ofDay;
      const statement = buildCorrection(shopId, ordered, { kind: 'ordered', amountFen: 500 });
      await step('sales.move', { ...statement, target: other });
      await record({ amountFen: 50 });
    }
    cloud.setNow(new Date(NOON).toISOString());
    const asOf = await progressOf(store, { asOf: '2026-11-24' });
    expect(asOf.year).toBe(2026);
  });
});
