import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { recount } from '../../scripts/recount/recount';
import type { InputOf } from '../../src/contract/endpoints';
import { buildCorrection, buildPaid, buildPlan } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { NOW, openStore, progressOf, sessionIn, type TestStore, TODAY } from '../testkit/stores';

type Target = InputOf<'sales.record'>['target'];

describe('the ledger and its kept totals', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let stores = 0;
  const owner = () => store.owner;

  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  beforeEach(async () => {
    cloud.setNow(NOW);
    store = await openStore(cloud, `owner-${String((stores += 1))}`);
  });
  afterAll(() => cloud.close());

  const sumsOf = async (year: number, hostId: string | null = null) =>
    (await progressOf(store, { year, hostId })).sums;
  const record = async (sessionId: string, overrides: Partial<InputOf<'sales.record'>>) =>
    (await owner().ok('sales.record', buildPaid(store.shopId, sessionId, overrides))).entry;
  const replace = async (entryId: string, overrides: Partial<InputOf<'sales.replace'>>) =>
    owner().ok('sales.replace', buildCorrection(store.shopId, entryId, overrides));
  const undo = (entryId: string, isWhole = false) =>
    owner().ok('sales.undo', { shopId: store.shopId, entryId, isWhole });
  const inSession = (sessionId: string): Target => ({ of: 'session', sessionId });
  const onDay = (bookedOn: string, hostId: string | null = store.hostId): Target => ({
    of: 'day',
    bookedOn,
    hostId,
    accountId: store.accountId,
  });
  const figuresOf = async (sessionId: string) =>
    (await owner().ok('liveSession.get', { sessionId })).session.figures;
  const expectExact = (): void => {
    const { rows, differences } = recount(cloud.database);
    expect(rows.filter((row) => row.differences.length > 0)).toEqual([]);
    expect(differences).toBe(0);
  };

  it('replace an entry by its correction, and keep the entry on record', async () => {
    const { id: sessionId } = await sessionIn(store, 'ended');
    const first = await record(sessionId, { amountFen: 100 });
    const { entry, figures } = await replace(first.id, { amountFen: 70 });
    expect(figures).toMatchObject({ paidFen: 70, entryCount: 1 });
    expect(await sumsOf(2026)).toMatchObject({ paidFen: 70, entryCount: 1 });
    const ledger = { shopId: store.shopId, sessionId, month: null, cursor: null };
    const { items } = await owner().ok('sales.ledger', ledger);
    const listed = items.map(({ id, status, replaces }) => ({ id, status, replaces }));
    expect(listed).toContainEqual({ id: first.id, status: 'replaced', replaces: null });
    expect(listed).toContainEqual({ id: entry.id, status: 'counts', replaces: first.id });
    expectExact();
  });

  it('restore the correction before when a correction is undone', async () => {
    const { id: sessionId } = await sessionIn(store, 'ended');
    let current = await record(sessionId, { amountFen: 1 });
    const chain = [current];
    for (const amountFen of [20, 300, 4000]) {
      current = (await replace(current.id, { amountFen })).entry;
      chain.push(current);
    }
    for (const [index, expected] of [300, 20, 1, null].entries()) {
      const last = chain[chain.length - 1 - index];
      const { entry, figures } = await undo(last?.id ?? '');
      expect(entry.status).toBe('undone');
      expect(figures.paidFen).toBe(expected);
      expectExact();
    }
    expect(await sumsOf(2026)).toBeNull();
    // Unknown is not 0: an entry of 0 fen is a known amount.
    await record(sessionId, { amountFen: 0 });
    expect((await sumsOf(2026))?.paidFen).toBe(0);
  });

  it('count nothing of an entry that is undone as a whole, corrections included', async () => {
    const { id: sessionId } = await sessionIn(store, 'ended');
    const other = await record(sessionId, { amountFen: 5 });
    const first = await record(sessionId, { amountFen: 100 });
    const { entry } = await replace(first.id, { amountFen: 70, kind: 'ordered' });
    const { figures } = await undo(entry.id, true);
    expect(figures).toMatchObject({ paidFen: 5, orderedFen: null, entryCount: 1 });
    const ledger = { shopId: store.shopId, sessionId, month: null, cursor: null };
    const { items } = await owner().ok('sales.ledger', ledger);
    expect(Object.fromEntries(items.map(({ id, status }) => [id, status]))).toEqual({
      [other.id]: 'counts',
      [first.id]: 'undone',
      [entry.id]: 'undone',
    });
    expectExact();
  });

  it('move an entry to another session, host, day and year, and back', async () => {
    const a = await sessionIn(store, 'ended');
    const b = await sessionIn(store, 'ended');
    const added = { shopId: store.shopId, name: '主播二', account: null };
    const { host } = await owner().ok('host.add', added);
    const stops: [Target, number, string][] = [
      [inSession(b.id), 2026, store.hostId],
      [onDay('2026-11-20'), 2026, store.hostId],
      [onDay('2026-11-20', host.id), 2026, host.id],
      [onDay('2021-12-31', host.id), 2021, host.id],
      [onDay('2022-01-01', store.hostId), 2022, store.hostId],
      [inSession(a.id), 2026, store.hostId],
    ];
    let entry = await record(a.id, { amountFen: 900 });
    for (const [target, year, hostId] of stops) {
      await undo(entry.id, true);
      entry = await record('', { target, amountFen: 900 });
      expect([entry.hostId, entry.bookedOn.slice(0, 4)]).toEqual([hostId, String(year)]);
      for (const each of [2021, 2022, 2026]) {
        for (const subject of [store.hostId, host.id]) {
          const expected = each === year && subject === hostId ? 900 : undefined;
          expect((await sumsOf(each, subject))?.paidFen, `${each} ${subject}`).toBe(expected);
        }
      }
      expectExact();
    }
    expect((await figuresOf(a.id)).paidFen).toBe(900);
    expect((await figuresOf(b.id)).paidFen).toBeNull();
  });

  it('bound the net by the ordered amount while no paid amount is known', async () => {
    const { id: sessionId } = await sessionIn(store, 'ended');
    const open = async () => {
      const sums = await sumsOf(2026);
      return [sums?.orderedFen, sums?.paidFen, sums?.exactNetFen, sums?.range];
    };
    await record(sessionId, { kind: 'ordered', amountFen: 1000 });
    await record(sessionId, { kind: 'refunded', amountFen: 200 });
    expect(await open()).toEqual([1000, 0, 0, { low: 0, high: 800 }]);
    const paid = await record(sessionId, { amountFen: 600 });
    expect(await open()).toEqual([1000, 600, 400, { low: 0, high: 0 }]);
    expect((await figuresOf(sessionId)).net).toEqual({ low: 400, high: 400 });
    expectExact();
    await undo(paid.id);
    expect(await open()).toEqual([1000, 0, 0, { low: 0, high: 800 }]);
    expect((await figuresOf(sessionId)).net).toEqual({ low: 0, high: 800 });
    expectExact();
  });

  it('warn when more is paid than was ordered', async () => {
    const { id: sessionId } = await sessionIn(store, 'ended');
    await record(sessionId, { kind: 'ordered', amountFen: 10 });
    const answer = await owner().full('sales.record', buildPaid(store.shopId, sessionId));
    expect(answer.warnings).toEqual([{ code: 'paid_above_ordered' }]);
  });

  it('book a late refund in the year of the sale, not in the year of recording', async () => {
    await record('', { target: onDay('2025-11-11'), amountFen: 5000 });
    expect((await sumsOf(2025))?.exactNetFen).toBe(5000);
    const late = { kind: 'refunded' as const, amountFen: 5001, target: onDay('2025-11-11') };
    const input = buildPaid(store.shopId, '', late);
    const { data, warnings } = await owner().full('sales.record', input);
    // The refunds of a day may exceed its paid amounts, because they arrive late.
    expect(warnings).toBeUndefined();
    expect(data.entry).toMatchObject({ bookedOn: '2025-11-11' });
    expect(data.entry.recordedAt.slice(0, 10)).toBe(TODAY);
    expect((await sumsOf(2025))?.exactNetFen).toBe(-1);
    expect(await sumsOf(2026)).toBeNull();
    expectExact();
  });

  it('accept a correction close to 2^53−1 without an overflow in between', async () => {
    const { id: sessionId } = await sessionIn(store, 'ended');
    const most = Number.MAX_SAFE_INTEGER;
    const entry = await record(sessionId, { amountFen: most });
    const { figures } = await replace(entry.id, { amountFen: most - 1 });
    expect(figures.paidFen).toBe(most - 1);
    expectExact();
  });

  it('restore a correction on the day it was booked, though its session started later', async () => {
    const plan = { startAt: '2026-11-24T12:00:00.000Z', endAt: '2026-11-25T10:00:00.000Z' };
    const { shopId, hostId } = store;
    const { session } = await owner().ok(
      'liveSession.schedule',
      buildPlan({ shopId, hostIds: [hostId], ...plan }),
    );
    const sessionId = session.id;
    // The session was not started in the app; its sales are recorded, corrected and undone.
    cloud.setNow('2026-11-24T13:00:00.000Z');
    const entry = await record(sessionId, { amountFen: 40 });
    const { entry: corrected } = await replace(entry.id, { amountFen: 50 });
    await undo((await record(sessionId, { amountFen: 1 })).id);
    // After midnight in China the session is started after all, and the correction is undone.
    cloud.setNow('2026-11-24T17:00:00.000Z');
    await owner().ok('liveSession.goLive', { sessionId, at: null });
    await undo(corrected.id);
    expect((await figuresOf(sessionId)).paidFen).toBe(40);
    expectExact();
  });
});
