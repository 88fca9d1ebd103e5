import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud, WireCall } from 'local-cloud';
import { recount } from '../../scripts/recount/recount';
import type { CallAnswer } from '../../src/contract/envelope';
import type { InputOf } from '../../src/contract/endpoints';
import { buildCorrection, buildPaid } from '../testkit/builders';
import { newKey, startTestCloud } from '../testkit/cloud';
import {
  everythingIn,
  NOW,
  openStore,
  progressOf,
  sessionIn,
  type TestStore,
} from '../testkit/stores';

type Target = InputOf<'sales.move'>['target'];

/** The most calls of the database that a move makes. */
const MAX_CALLS = 15;

describe('moving an entry', () => {
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

  const inSession = (sessionId: string): Target => ({ of: 'session', sessionId });
  const onDay = (bookedOn: string, hostId: string | null = store.hostId): Target => ({
    of: 'day',
    bookedOn,
    hostId,
    accountId: store.accountId,
  });
  const record = async (target: Target, overrides: Partial<InputOf<'sales.record'>> = {}) =>
    (await store.owner.ok('sales.record', buildPaid(store.shopId, '', { target, ...overrides })))
      .entry;
  const moveOf = (
    entryId: string,
    target: Target,
    overrides: Partial<InputOf<'sales.replace'>> = {},
  ): InputOf<'sales.move'> => ({
    ...buildCorrection(store.shopId, entryId, overrides),
    target,
  });
  const figuresOf = async (sessionId: string) =>
    (await store.owner.ok('liveSession.get', { sessionId })).session.figures;
  const paidIn = async (year: number, hostId: string | null) =>
    (await progressOf(store, { year, hostId })).sums?.paidFen ?? null;
  const expectExact = (): void => {
    const { rows, differences } = recount(cloud.database);
    expect(rows.filter((row) => row.differences.length > 0)).toEqual([]);
    expect(differences).toBe(0);
  };
  /** Expects a refusal that stores nothing and leaves the money where it was. */
  const expectRefused = async (input: unknown, error: unknown): Promise<void> => {
    const before = everythingIn(cloud);
    expect(await store.owner.refused('sales.move', input)).toMatchObject(error as object);
    expect(everythingIn(cloud)).toEqual(before);
  };

  it('counts once, at the new session, and answers the figures of both', async () => {
    const [a, b] = [await sessionIn(store, 'ended'), await sessionIn(store, 'live')];
    const rest = await record(inSession(a.id), { amountFen: 5 });
    const first = await record(inSession(a.id), { amountFen: 100 });
    const corrected = buildCorrection(store.shopId, first.id, { amountFen: 70 });
    const { entry: current } = await store.owner.ok('sales.replace', corrected);
    const answer = await store.owner.ok(
      'sales.move',
      moveOf(current.id, inSession(b.id), { amountFen: 900, source: '后台截图' }),
    );
    expect(answer.entry).toMatchObject({
      sessionId: b.id,
      amountFen: 900,
      source: '后台截图',
      status: 'counts',
      replaces: null,
    });
    expect(answer.figures).toMatchObject({ paidFen: 900, entryCount: 1 });
    expect(answer.left).toMatchObject({ sessionId: a.id, figures: { paidFen: 5, entryCount: 1 } });
    expect(await figuresOf(a.id)).toEqual(answer.left.figures);
    expect(await figuresOf(b.id)).toEqual(answer.figures);
    const ledger = { shopId: store.shopId, sessionId: null, month: null, cursor: null };
    const { items } = await store.owner.ok('sales.ledger', ledger);
    expect(Object.fromEntries(items.map(({ id, status }) => [id, status]))).toEqual({
      [rest.id]: 'counts',
      [first.id]: 'undone',
      [current.id]: 'undone',
      [answer.entry.id]: 'counts',
    });
    expectExact();
  });

  it('goes through sessions, hosts, days and years, and is whole after every move', async () => {
    const a = await sessionIn(store, 'ended');
    const added = { shopId: store.shopId, name: '主播二', account: null };
    const { host } = await store.owner.ok('host.add', added);
    const stops: [Target, number, string][] = [
      [onDay('2026-11-20'), 2026, store.hostId],
      [onDay('2026-11-20', host.id), 2026, host.id],
      [onDay('2021-12-31', host.id), 2021, host.id],
      [onDay('2022-01-01'), 2022, store.hostId],
      [inSession(a.id), 2026, store.hostId],
    ];
    let entry = await record(inSession(a.id), { amountFen: 900 });
    for (const [target, year, hostId] of stops) {
      const move = moveOf(entry.id, target, { amountFen: 900 });
      entry = (await store.owner.ok('sales.move', move)).entry;
      for (const each of [2021, 2022, 2026]) {
        for (const subject of [store.hostId, host.id]) {
          const expected = each === year && subject === hostId ? 900 : null;
          expect(await paidIn(each, subject), `${each} ${subject}`).toBe(expected);
        }
      }
      expectExact();
    }
    expect((await figuresOf(a.id)).paidFen).toBe(900);
  });

  it('changes each document once when it stays in its session, day or year', async () => {
    const session = await sessionIn(store, 'ended');
    await record(inSession(session.id), { kind: 'ordered', amountFen: 1000 });
    const entry = await record(inSession(session.id), { amountFen: 400 });
    const stays = moveOf(entry.id, inSession(session.id), { amountFen: 700 });
    wire.length = 0;
    const moved = await store.owner.ok('sales.move', stays);
    const written = wire.filter(({ action }) => /updateDocument|modifyDocument/.test(action));
    expect(written.map(({ collection }) => collection).sort()).toEqual(
      ['live_sessions', 'sales_entries', 'year_totals'].sort(),
    );
    expect(moved.figures).toMatchObject({ orderedFen: 1000, paidFen: 700, entryCount: 2 });
    expect(moved.left).toEqual({
      sessionId: session.id,
      figures: moved.figures,
      hostFigures: moved.hostFigures,
    });
    expect(await figuresOf(session.id)).toEqual(moved.figures);
    expectExact();
    const onTwentieth = await store.owner.ok(
      'sales.move',
      moveOf(moved.entry.id, onDay('2026-11-20'), { amountFen: 1 }),
    );
    const sameDay = moveOf(onTwentieth.entry.id, onDay('2026-11-20'), { amountFen: 2 });
    const { figures, hostFigures, left } = await store.owner.ok('sales.move', sameDay);
    expect(figures).toMatchObject({ paidFen: 2, entryCount: 1 });
    expect(left).toEqual({ sessionId: null, figures, hostFigures });
    expectExact();
  });

  it('fits beside an amount close to 2^53−1 that it leaves', async () => {
    const most = Number.MAX_SAFE_INTEGER;
    const entry = await record(onDay('2026-11-20'), { amountFen: most });
    const move = moveOf(entry.id, onDay('2026-11-21'), { amountFen: most });
    await store.owner.ok('sales.move', move);
    expect(await paidIn(2026, store.hostId)).toBe(most);
    expectExact();
  });

  it('changes nothing when the new place refuses the amount', async () => {
    const a = await sessionIn(store, 'ended');
    const coming = await sessionIn(store, 'scheduled');
    const cancelled = await sessionIn(store, 'cancelled');
    const other = await openStore(cloud, 'another-owner');
    const foreign = await sessionIn(other, 'ended');
    const full = onDay('2025-11-11');
    await record(full, { amountFen: Number.MAX_SAFE_INTEGER });
    const { id } = await record(inSession(a.id), { amountFen: 900 });
    const invalid = (fields: Record<string, string>) => ({ code: 'invalid_input', fields });
    const refund = { kind: 'refunded', returnedOn: '2026-11-19' } as const;
    const refusals: [InputOf<'sales.move'>, unknown][] = [
      [moveOf(id, onDay('2026-11-25')), invalid({ 'target.bookedOn': 'in_the_future' })],
      [moveOf(id, onDay('2026-11-20', other.hostId)), invalid({ 'target.hostId': 'not_in_store' })],
      [
        moveOf(id, { ...onDay('2026-11-20'), accountId: other.accountId } as Target),
        invalid({ accountId: 'not_in_store' }),
      ],
      [moveOf(id, inSession(foreign.id)), { code: 'not_found' }],
      [
        moveOf(id, inSession(coming.id)),
        { code: 'illegal_transition', info: { state: 'scheduled' } },
      ],
      [
        moveOf(id, inSession(cancelled.id)),
        { code: 'illegal_transition', info: { state: 'cancelled' } },
      ],
      [moveOf(id, onDay('2026-11-20'), refund), invalid({ returnedOn: 'end_before_start' })],
      [moveOf(id, full, { amountFen: 1 }), { code: 'sum_too_large' }],
    ];
    for (const [input, error] of refusals) await expectRefused(input, error);
    expect((await figuresOf(a.id)).paidFen).toBe(900);
  });

  it('refuses an entry that no longer stands, with the one that stands for it', async () => {
    const a = await sessionIn(store, 'ended');
    const entry = await record(inSession(a.id), { amountFen: 1 });
    const correction = buildCorrection(store.shopId, entry.id, { amountFen: 2 });
    const { entry: current } = await store.owner.ok('sales.replace', correction);
    const there = onDay('2026-11-20');
    const refusal = (currentId: string | null) => ({
      code: 'entry_not_current',
      info: { currentId },
    });
    await expectRefused(moveOf(entry.id, there), refusal(current.id));
    await store.owner.ok('sales.move', moveOf(current.id, there, { amountFen: 2 }));
    for (const id of [entry.id, current.id]) {
      await expectRefused(moveOf(id, there), refusal(null));
    }
    await expectRefused(moveOf(`${store.shopId}.e${'0'.repeat(12)}`, there), {
      code: 'not_found',
    });
    expectExact();
  });

  it('gets its first answer again, and refuses its key for another move', async () => {
    const a = await sessionIn(store, 'ended');
    const entry = await record(inSession(a.id), { amountFen: 900 });
    const key = newKey();
    const input = moveOf(entry.id, onDay('2026-11-20'), { amountFen: 900 });
    const first = await store.owner.ok('sales.move', input, key);
    const stored = everythingIn(cloud);
    expect(await store.owner.ok('sales.move', input, key)).toEqual(first);
    const elsewhere = moveOf(entry.id, onDay('2026-11-21'), { amountFen: 900 });
    expect(await store.owner.refused('sales.move', elsewhere, key)).toEqual({
      code: 'request_key_reused',
    });
    expect(everythingIn(cloud)).toEqual(stored);
  });

  it('of two phones moves one, and a move and an undo do not both happen', async () => {
    const codes = (answers: CallAnswer<unknown>[]) =>
      answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort();
    const a = await sessionIn(store, 'ended');
    const entry = await record(inSession(a.id), { amountFen: 900 });
    const days = ['2026-11-20', '2025-11-20'];
    const moves = await Promise.all(
      days.map((day) => store.owner.raw('sales.move', moveOf(entry.id, onDay(day)))),
    );
    expect(codes(moves)).toEqual(['entry_not_current', 'ok']);
    const other = await record(inSession(a.id), { amountFen: 900 });
    const { shopId } = store;
    const answers = await Promise.all([
      store.owner.raw('sales.move', moveOf(other.id, onDay('2026-11-19'))),
      store.owner.raw('sales.undo', { shopId, entryId: other.id }),
    ]);
    expect(codes(answers)).toEqual(['entry_not_current', 'ok']);
    expect((await figuresOf(a.id)).paidFen).toBeNull();
    expectExact();
  });

  it('of two entries that change places at once keeps both', async () => {
    const [a, b] = [await sessionIn(store, 'ended'), await sessionIn(store, 'ended')];
    const [x, y] = [
      await record(inSession(a.id), { amountFen: 3 }),
      await record(inSession(b.id), { amountFen: 40 }),
    ];
    await Promise.all([
      store.owner.ok('sales.move', moveOf(x.id, inSession(b.id), { amountFen: 3 })),
      store.owner.ok('sales.move', moveOf(y.id, inSession(a.id), { amountFen: 40 })),
    ]);
    expect((await figuresOf(a.id)).paidFen).toBe(40);
    expect((await figuresOf(b.id)).paidFen).toBe(3);
    expectExact();
  });

  it(`makes at most ${String(MAX_CALLS)} calls, to the first entry of another year too`, async () => {
    const a = await sessionIn(store, 'ended');
    const added = { shopId: store.shopId, name: '主播二', account: null };
    const { host } = await store.owner.ok('host.add', added);
    const entry = await record(inSession(a.id), { amountFen: 900 });
    const move = moveOf(entry.id, onDay('2025-11-20', host.id));
    wire.length = 0;
    await store.owner.ok('sales.move', move);
    expect(wire.map(({ action }) => action)).toContain('database.commitTransaction');
    expect(wire.length).toBeLessThanOrEqual(MAX_CALLS);
    expectExact();
  });
});
