// Pieces of an evening that broke off are joined to one, and split again.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Doc, LocalCloud, WireCall } from 'local-cloud';
import type { YearTotalsDoc } from '../../cloud/database/documents';
import type { Collections } from '../../cloud/migrations/migration';
import { rebuildTotals } from '../../cloud/migrations/rebuild-totals';
import { recount } from '../../scripts/recount/recount';
import type { InputOf } from '../../src/contract/endpoints';
import type { LiveSession, LiveSessionTab } from '../../src/contract/live-session';
import { MAX_PIECES } from '../../src/domain/live-session/evening';
import { addMinutes } from '../../src/domain/time';
import { buildPaid } from '../testkit/builders';
import { newKey, startTestCloud } from '../testkit/cloud';
import { randomFrom } from '../testkit/random';
import {
  everythingIn,
  NOW,
  openStore,
  progressOf,
  publish,
  sessionIn,
  type TestStore,
} from '../testkit/stores';

/** 20:00 in China on the evening of 20 November 2026. */
const EIGHT = '2026-11-20T12:00:00.000Z';

describe('an evening of several pieces', () => {
  const wire: WireCall[] = [];
  let cloud: LocalCloud;
  let store: TestStore;
  let stores = 0;

  beforeAll(async () => {
    cloud = await startTestCloud({ onWire: (call) => wire.push(call) });
  });
  beforeEach(async () => {
    cloud.setNow(NOW);
    store = await openStore(cloud, `evening-${String((stores += 1))}`);
  });
  afterAll(() => cloud.close());

  /** A session from one minute of the evening to another. */
  const piece = async (
    from: number,
    to: number,
    overrides: Partial<InputOf<'liveSession.backfill'>> = {},
  ): Promise<LiveSession> => {
    const { owner, shopId, hostId, accountId } = store;
    const when = {
      precision: 'instant' as const,
      startedAt: addMinutes(EIGHT, from),
      endedAt: addMinutes(EIGHT, to),
    };
    const input = { shopId, hostIds: [hostId], accountId, title: `第 ${String(from)} 分`, when };
    const { session } = await owner.ok('liveSession.backfill', {
      ...input,
      figure: null,
      ...overrides,
    });
    return session;
  };
  const named = (sessions: readonly Pick<LiveSession, 'id' | 'version'>[]) => ({
    shopId: store.shopId,
    sessions: sessions.map(({ id, version }) => ({ sessionId: id, version })),
  });
  const join = async (sessions: readonly LiveSession[]): Promise<LiveSession> =>
    (await store.owner.ok('liveSession.join', named(sessions))).session;
  const split = async ({ id, version }: LiveSession): Promise<LiveSession[]> =>
    (await store.owner.ok('liveSession.split', { sessionId: id, version })).sessions;
  const get = async (id: string): Promise<LiveSession> =>
    (await store.owner.ok('liveSession.get', { sessionId: id })).session;
  const record = (sessionId: string, amountFen: number) =>
    store.owner.ok('sales.record', buildPaid(store.shopId, sessionId, { amountFen }));
  const list = async (tab: LiveSessionTab) =>
    (await store.owner.ok('liveSession.list', { shopId: store.shopId, tab, cursor: null })).items;
  const idsIn = async (tab: LiveSessionTab) => (await list(tab)).map(({ id }) => id);
  const expectExact = (): void => {
    const { rows, differences } = recount(cloud.database);
    expect(rows.filter((row) => row.differences.length > 0)).toEqual([]);
    expect(differences).toBe(0);
  };
  /** The ledger and everything that is kept of it, but for how many sessions a month has. */
  const moneyIn = () => {
    const { sales_entries: entries, year_totals: years, sales_days: days } = everythingIn(cloud);
    const sums = (years as YearTotalsDoc[]).map(({ sessionMonths, ...year }) => ({
      ...year,
      months: Object.values(sessionMonths).map(({ lowFen, highFen }) => [lowFen, highFen]),
    }));
    return structuredClone({ entries, sums, days });
  };
  /** How many sessions each month has with money, of the store or of a host. */
  const countsOf = async (hostId: string | null = null) => {
    const asked = { shopId: store.shopId, hostId, year: 2026 };
    const { months } = await store.owner.ok('liveSession.months', asked);
    return months.map(({ month, sessions, net }) => [month, sessions, net.low]);
  };

  it('shows one session with the sum, and three again after it is split', async () => {
    const pieces = [await piece(0, 60), await piece(70, 100), await piece(110, 200)];
    const [a, b, c] = pieces as [LiveSession, LiveSession, LiveSession];
    await record(a.id, 100);
    await record(c.id, 5);
    const before = moneyIn();
    const progressNow = async () => ({ ...(await progressOf(store)), asOf: null });
    const progress = await progressNow();
    expect(await countsOf()).toEqual([['2026-11', 2, 105]]);
    const evening = await join(pieces);
    expect(await countsOf()).toEqual([['2026-11', 1, 105]]);
    expect(evening).toMatchObject({
      id: a.id,
      pieceCount: 3,
      startedAt: a.startedAt,
      endedAt: c.endedAt,
      figures: { paidFen: 105, entryCount: 2 },
    });
    expect(evening.pieces.map(({ id, onAirSeconds }) => [id, onAirSeconds])).toEqual([
      [a.id, 3600],
      [b.id, 1800],
      [c.id, 5400],
    ]);
    expect(await idsIn('all')).toEqual([a.id]);
    expect(await idsIn('ended')).toEqual([a.id]);
    expect((await list('ended'))[0]?.figures.paidFen).toBe(105);
    expect(await get(b.id)).toMatchObject({
      parentId: a.id,
      undoable: { block: 'joined' },
    });
    expect((await get(c.id)).history.map(({ step }) => step)).toEqual(['backfill', 'join']);
    expect(moneyIn()).toEqual(before);
    expect(await progressNow()).toEqual(progress);
    expectExact();

    const single = await split(evening);
    expect(single.map(({ id, figures }) => [id, figures.paidFen])).toEqual([
      [a.id, 100],
      [b.id, null],
      [c.id, 5],
    ]);
    expect(await idsIn('all')).toEqual([c.id, b.id, a.id]);
    expect(await idsIn('to_record')).toEqual([b.id]);
    expect(await countsOf()).toEqual([['2026-11', 2, 105]]);
    expect(moneyIn()).toEqual(before);
    expectExact();
  });

  it('follows what is recorded, corrected, moved and undone on its pieces', async () => {
    const pieces = [await piece(0, 60), await piece(70, 100), await piece(110, 200)];
    const [a, b, c] = pieces as [LiveSession, LiveSession, LiveSession];
    const { shopId } = store;
    await join(pieces);
    expect(await idsIn('to_record')).toEqual([a.id]);

    const recorded = await record(b.id, 700);
    expect(recorded.figures.paidFen).toBe(700);
    expect(recorded.evening).toMatchObject({ sessionId: a.id, figures: { paidFen: 700 } });
    expect(await idsIn('to_record')).toEqual([]);
    const first = await record(a.id, 50);
    expect(first.figures.paidFen).toBe(750);
    expect(first.evening).toBeUndefined();

    const entryId = recorded.entry.id;
    const to = (sessionId: string) => ({ of: 'session' as const, sessionId });
    const moved = await store.owner.ok('sales.move', {
      ...buildPaid(shopId, '', { target: to(c.id), amountFen: 800 }),
      entryId,
    });
    expect(moved.evening?.figures.paidFen).toBe(850);
    const ontoFirst = await store.owner.ok('sales.move', {
      ...buildPaid(shopId, '', { target: to(a.id), amountFen: 900 }),
      entryId: moved.entry.id,
    });
    expect(ontoFirst.figures.paidFen).toBe(950);
    expectExact();
    const { items } = await store.owner.ok('sales.ledger', {
      shopId,
      sessionId: a.id,
      month: null,
      cursor: null,
    });
    expect(items).toHaveLength(4);

    const backOnPiece = await store.owner.ok('sales.move', {
      ...buildPaid(shopId, '', { target: to(b.id), amountFen: 900 }),
      entryId: ontoFirst.entry.id,
    });
    await store.owner.ok('sales.undo', { shopId, entryId: first.entry.id });
    expect((await get(a.id)).figures.paidFen).toBe(900);
    expect(await idsIn('to_record')).toEqual([]);
    await store.owner.ok('sales.undo', { shopId, entryId: backOnPiece.entry.id, isWhole: true });
    expect((await get(a.id)).figures.entryCount).toBe(0);
    expect(await idsIn('to_record')).toEqual([a.id]);
    expectExact();
  });

  it('is found by the hosts of all its pieces, and warns of none that they did not take', async () => {
    const { owner, shopId, accountId } = store;
    const { host } = await owner.ok('host.add', { shopId, name: '主播二', account: null });
    const pieces = [await piece(0, 60), await piece(70, 100, { hostIds: [host.id] })];
    const evening = await join(pieces);
    expect(evening.hosts.map(({ id }) => id)).toEqual([store.hostId, host.id]);
    const beside = { hostIds: [host.id], accountId: null, figure: null };
    const when = {
      precision: 'instant' as const,
      startedAt: addMinutes(EIGHT, 10),
      endedAt: addMinutes(EIGHT, 50),
    };
    const input = { shopId, title: '同时', when, ...beside };
    expect((await owner.full('liveSession.backfill', input)).warnings ?? []).toEqual([]);
    const later = {
      ...when,
      startedAt: addMinutes(EIGHT, 80),
      endedAt: addMinutes(EIGHT, 90),
    };
    const { warnings } = await owner.full('liveSession.backfill', {
      ...input,
      accountId,
      when: later,
    });
    expect(warnings).toMatchObject([{ code: 'session_overlap' }]);
  });

  it('is one session in every list, filter and month of the hosts of any of its pieces', async () => {
    const { owner, shopId, hostId, accountId } = store;
    const { host } = await owner.ok('host.add', { shopId, name: '主播二', account: null });
    const pieces = [await piece(0, 60), await piece(70, 100, { hostIds: [host.id] })];
    const [a, b] = pieces as [LiveSession, LiveSession];
    const sell = (sessionId: string, by: string, amountFen: number) =>
      owner.ok(
        'sales.record',
        buildPaid(shopId, '', { amountFen, target: { of: 'session', sessionId, hostId: by } }),
      );
    await sell(a.id, hostId, 100);
    await sell(b.id, host.id, 7);
    // The main host of the first piece sells in the second one too.
    const both = await sell(b.id, hostId, 20);
    expect([await countsOf(), await countsOf(hostId), await countsOf(host.id)]).toEqual([
      [['2026-11', 2, 127]],
      [['2026-11', 2, 120]],
      [['2026-11', 1, 7]],
    ]);
    const evening = await join(pieces);
    expect([await countsOf(), await countsOf(hostId), await countsOf(host.id)]).toEqual([
      [['2026-11', 1, 127]],
      [['2026-11', 1, 120]],
      [['2026-11', 1, 7]],
    ]);
    expectExact();
    const filters = [
      { tab: 'all' as const, hostId: host.id },
      { tab: 'ended' as const, hostId: host.id, accountId },
      { tab: 'all' as const, hostId, from: '2026-11-20', to: '2026-11-20' },
    ];
    for (const filter of filters) {
      const { items } = await owner.ok('liveSession.list', { shopId, ...filter, cursor: null });
      expect(items.map(({ id, pieceCount }) => [id, pieceCount])).toEqual([[a.id, 2]]);
    }
    await owner.ok('sales.undo', { shopId, entryId: both.entry.id });
    expect(await countsOf(hostId)).toEqual([['2026-11', 1, 100]]);
    await sell(b.id, host.id, 1);
    expect(await countsOf(host.id)).toEqual([['2026-11', 1, 8]]);
    expectExact();
    // The same when everything is built from the ledger alone.
    const kept = new Map(Object.entries(everythingIn(cloud))) as unknown as Collections;
    const rebuilt = rebuildTotals(kept) as unknown as ReadonlyMap<string, Doc[]>;
    const readAll = (collection: string): Doc[] => rebuilt.get(collection) ?? [];
    expect(recount({ readAll }).differences).toBe(0);
    await split(await get(evening.id));
    expect(await countsOf()).toEqual([['2026-11', 2, 108]]);
    expectExact();
  });

  it('is offered where a session went on within half an hour, and nowhere else', async () => {
    const { owner } = store;
    const pieces = [await piece(0, 60), await piece(89, 100), await piece(130, 200)];
    const [a, b, c] = pieces as [LiveSession, LiveSession, LiveSession];
    const offered = async (sessionId: string) =>
      (await owner.ok('liveSession.joinable', { sessionId })).sessions.map(({ id }) => id);
    expect(await offered(a.id)).toEqual([a.id, b.id]);
    expect(await offered(b.id)).toEqual([a.id, b.id]);
    expect(await offered(c.id)).toEqual([c.id]);
    await join([a, b]);
    expect(await offered(b.id)).toEqual([b.id]);
    const d = await piece(105, 120);
    expect(await offered(d.id)).toEqual([a.id, d.id, c.id]);
  });

  it('takes one more piece, before it or after it, and is split whole', async () => {
    const [a, b, c] = [await piece(0, 60), await piece(70, 100), await piece(110, 200)];
    const later = await join([b, c]);
    expect(later.id).toBe(b.id);
    const whole = await join([later, a]);
    expect(whole).toMatchObject({ id: a.id, pieceCount: 3 });
    expect(await get(b.id)).toMatchObject({ parentId: a.id, pieceCount: 1 });
    expectExact();
    const single = await split(whole);
    expect(single.map(({ id }) => id)).toEqual([a.id, b.id, c.id]);
    // What was before the joins can be taken back again.
    expect(single.every(({ undoable }) => undoable?.step === 'backfill')).toBe(true);
    expectExact();
  });

  it(`joins ${String(MAX_PIECES)} pieces, and refuses one more`, async () => {
    const pieces: LiveSession[] = [];
    for (let index = 0; index < MAX_PIECES + 1; index += 1) {
      pieces.push(await piece(index * 20, index * 20 + 10));
    }
    const evening = await join(pieces.slice(0, MAX_PIECES));
    expect(evening.pieceCount).toBe(MAX_PIECES);
    const before = everythingIn(cloud);
    const last = pieces[MAX_PIECES] as LiveSession;
    const more = await store.owner.refused('liveSession.join', named([evening, last]));
    expect(more).toMatchObject({ code: 'limit_reached', info: { limit: MAX_PIECES } });
    const tooMany = await store.owner.refused('liveSession.join', named(pieces));
    expect(tooMany).toMatchObject({ code: 'invalid_input', fields: { sessions: 'too_many' } });
    expect(everythingIn(cloud)).toEqual(before);
  });

  it('refuses what is no evening, and stores nothing', async () => {
    const { owner, shopId, hostId } = store;
    const [a, b, far] = [await piece(0, 60), await piece(70, 100), await piece(130, 140)];
    const when = { precision: 'day' as const, day: '2026-11-20' };
    const onDay = await piece(0, 0, { title: '只知道哪一天', when });
    const twin = await piece(50, 80);
    const other = await piece(65, 66, { accountId: null });
    const live = await sessionIn(store, 'live');
    const cases: [LiveSession[], string][] = [
      [[a, far], 'far_apart'],
      [[a, twin], 'overlapping'],
      [[a, other], 'other_account'],
      [[a, onDay], 'no_times'],
      [[a, live], 'not_ended'],
    ];
    const before = everythingIn(cloud);
    for (const [sessions, problem] of cases) {
      const error = await owner.refused('liveSession.join', named(sessions));
      expect(error).toMatchObject({ code: 'not_joinable', info: { problem } });
    }
    const stale = named([a, { ...b, version: 7 }]);
    expect(await owner.refused('liveSession.join', stale)).toMatchObject({ code: 'stale_version' });
    expect(await owner.refused('liveSession.join', named([a, a]))).toMatchObject({
      fields: { 'sessions.1.sessionId': 'repeated' },
    });
    const alone = { sessionId: a.id, version: a.version };
    expect(await owner.refused('liveSession.split', alone)).toMatchObject({
      code: 'not_joinable',
    });
    expect(everythingIn(cloud)).toEqual(before);

    const evening = await join([a, b]);
    const again = await owner.refused('liveSession.join', named([await get(b.id), far]));
    expect(again).toMatchObject({ info: { problem: 'joined_already' } });
    for (const { id, version } of [evening, await get(b.id)]) {
      const undo = await owner.refused('liveSession.undo', { sessionId: id, version });
      expect(undo).toMatchObject({ code: 'not_undoable', info: { block: 'joined' } });
    }
    expect(hostId).not.toBe(shopId);
  });

  it('is joined once by two people at the same moment', async () => {
    const [a, b, c] = [await piece(0, 60), await piece(70, 100), await piece(110, 120)];
    const answers = await Promise.all([
      store.owner.raw('liveSession.join', named([a, b]), newKey()),
      store.owner.raw('liveSession.join', named([b, c]), newKey()),
      store.owner.raw('sales.record', buildPaid(store.shopId, b.id, { amountFen: 3 }), newKey()),
    ]);
    expect(answers.slice(0, 2).filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers[2]?.ok).toBe(true);
    expectExact();
  });

  it('is one past session for viewers, and the page of a piece leads to it', async () => {
    await publish(store);
    const [a, b] = [await piece(0, 60), await piece(70, 100)];
    await join([a, b]);
    const { owner, shopId } = store;
    const { past } = await owner.ok('shop.view', { shopId });
    expect(past.map(({ id, endedAt }) => [id, endedAt])).toEqual([[a.id, b.endedAt]]);
    const { session } = await owner.ok('liveSession.view', { sessionId: b.id });
    expect(session).toMatchObject({ id: b.id, partOf: a.id, endedAt: b.endedAt });
  });

  it.each([1, 2, 3])('shows the sum of its pieces after any steps (%i)', async (seed) => {
    const random = randomFrom(seed);
    const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
    const { owner, shopId } = store;
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      ids.push((await piece(index * 25, index * 25 + 20)).id);
    }
    /** The model: what each piece holds, which pieces are one evening, and the entries that count. */
    const paid = new Map(ids.map((id) => [id, new Map<string, number>()]));
    let evenings = ids.map((id) => [id]);
    const sumOf = (pieces: readonly string[]): number =>
      pieces.reduce(
        (sum, id) => sum + [...(paid.get(id)?.values() ?? [])].reduce((a, b) => a + b, 0),
        0,
      );
    const entries = (): [string, string][] =>
      [...paid].flatMap(([id, kept]) => [...kept.keys()].map((key): [string, string] => [id, key]));
    const steps = {
      join: async () => {
        const place = Math.floor(random() * (evenings.length - 1));
        const [left, right] = [evenings[place], evenings[place + 1]];
        if (left === undefined || right === undefined) return;
        await join([await get(left[0] ?? ''), await get(right[0] ?? '')]);
        evenings = [...evenings.slice(0, place), [...left, ...right], ...evenings.slice(place + 2)];
      },
      split: async () => {
        const found = pick(evenings.filter(({ length }) => length > 1));
        if (found === undefined) return;
        await split(await get(found[0] ?? ''));
        evenings = evenings.flatMap((each) => (each === found ? each.map((id) => [id]) : [each]));
      },
      record: async () => {
        const id = pick(ids) ?? '';
        const amountFen = Math.floor(random() * 1000) + 1;
        paid.get(id)?.set((await record(id, amountFen)).entry.id, amountFen);
      },
      undo: async () => {
        const [id = '', entryId] = pick(entries()) ?? [];
        if (entryId === undefined) return;
        await owner.ok('sales.undo', { shopId, entryId, isWhole: true });
        paid.get(id)?.delete(entryId);
      },
      move: async () => {
        const [from = '', entryId] = pick(entries()) ?? [];
        if (entryId === undefined) return;
        const sessionId = pick(ids) ?? '';
        const amountFen = paid.get(from)?.get(entryId) ?? 0;
        const target = { of: 'session' as const, sessionId };
        const paidThere = buildPaid(shopId, '', { target, amountFen });
        const { entry } = await owner.ok('sales.move', { ...paidThere, entryId });
        paid.get(from)?.delete(entryId);
        paid.get(sessionId)?.set(entry.id, amountFen);
      },
    };
    for (let count = 0; count < 40; count += 1) {
      await (
        pick([steps.join, steps.split, steps.record, steps.undo, steps.move]) as () => Promise<void>
      )();
      const rows = await list('ended');
      expect(rows.map(({ id, figures }) => [id, figures.paidFen ?? 0]).reverse()).toEqual(
        evenings.map((pieces) => [pieces[0], sumOf(pieces)]),
      );
      const unrecorded = evenings.filter((pieces) =>
        pieces.every((id) => paid.get(id)?.size === 0),
      );
      expect((await idsIn('to_record')).reverse()).toEqual(unrecorded.map(([id]) => id));
      const [november = ['2026-11', 0]] = await countsOf();
      expect(november[1]).toBe(evenings.length - unrecorded.length);
      expectExact();
    }
  });

  it('costs what docs/costs.md states', async () => {
    const pieces: LiveSession[] = [];
    for (let index = 0; index < MAX_PIECES; index += 1) {
      pieces.push(await piece(index * 20, index * 20 + 10));
    }
    const counted = async (work: () => Promise<unknown>): Promise<number> => {
      wire.length = 0;
      await work();
      return wire.length;
    };
    const joined = await counted(() => join(pieces));
    const onPiece = await counted(() => record(pieces[3]?.id ?? '', 5));
    const onFirst = await counted(() => record(pieces[0]?.id ?? '', 5));
    const evening = await get(pieces[0]?.id ?? '');
    const apart = await counted(() => split(evening));
    expect({ joined, onPiece, onFirst, apart }).toEqual({
      joined: 24,
      onPiece: 10,
      onFirst: 9,
      apart: 25,
    });
    const listed = await counted(() => list('all'));
    expect(listed).toBe(2);
  });
});
