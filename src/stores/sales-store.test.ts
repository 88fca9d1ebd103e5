import { describe, expect, it } from 'vitest';

import { FakeCloud, fakeAdapters } from './fake-adapters.fixture';
import { buildEntry, buildSession, HOST_ID, NO_FIGURES, SHOP_ID } from './records.fixture';
import { createRootStore } from './root-store';
import { createSalesStore } from './sales-store';

const SCOPE = { shopId: SHOP_ID, sessionId: null, month: null };
const SESSION = buildSession(1);
const INPUT = {
  shopId: SHOP_ID,
  target: { of: 'session', sessionId: SESSION.id },
  kind: 'paid',
  amountFen: 12_500_000,
  basis: 'self_reported',
  source: null,
  soldFor: null,
} as const;
function paid(amountFen: number) {
  return {
    ...NO_FIGURES,
    paidFen: amountFen,
    net: { low: amountFen, high: amountFen },
    entryCount: 1,
  };
}

function sums(amountFen: number) {
  const figures = paid(amountFen);
  return { figures, hostFigures: [{ hostId: HOST_ID, figures }] };
}

async function setUp(cloud: FakeCloud) {
  cloud.answer('sales.ledger', { items: [buildEntry(1)], cursor: null });
  cloud.answer('liveSession.get', { session: SESSION });
  const root = createRootStore(fakeAdapters(cloud));
  await root.lazy(createSalesStore).load(SCOPE);
  await root.liveSessions.loadSession(SESSION.id);
  return root;
}

describe('SalesStore', () => {
  it('puts a new entry into the ledger and its sums into the session', async () => {
    const cloud = new FakeCloud();
    const root = await setUp(cloud);
    const sales = root.lazy(createSalesStore);
    const { liveSessions } = root;
    cloud.answer('sales.record', { entry: buildEntry(2), ...sums(25_000_000) });
    await sales.record(INPUT, 'draft-key-1');
    expect(sales.ledger(SCOPE).items.map(({ id }) => id)).toEqual([
      buildEntry(2).id,
      buildEntry(1).id,
    ]);
    expect(liveSessions.session(SESSION.id).value?.figures).toEqual(paid(25_000_000));
    expect(cloud.callsOf('sales.record')[0]?.requestKey).toBe('draft-key-1');
  });

  it('marks what a correction replaced, and counts it again when that is undone', async () => {
    const cloud = new FakeCloud();
    const root = await setUp(cloud);
    const sales = root.lazy(createSalesStore);
    const old = buildEntry(1).id;
    const entry = buildEntry(2, { replaces: old });
    cloud.answer('sales.replace', { entry, ...sums(1) });
    await sales.replace({ ...INPUT, entryId: old });
    expect(sales.entry(old)?.status).toBe('replaced');
    const undone = { ...entry, status: 'undone' as const };
    cloud.answer('sales.undo', { entry: undone, ...sums(2) });
    await sales.undo({ shopId: SHOP_ID, entryId: entry.id });
    expect(sales.entry(old)?.status).toBe('counts');
    expect(sales.ledger(SCOPE).items.map(({ status }) => status)).toEqual(['undone', 'counts']);
  });

  it('a correction that moves changes the figures of both sessions in one write', async () => {
    const cloud = new FakeCloud();
    const root = await setUp(cloud);
    const sales = root.lazy(createSalesStore);
    const { liveSessions } = root;
    const [old, corrected] = [buildEntry(1).id, buildEntry(2, { replaces: buildEntry(1).id })];
    const { target: _place, ...statement } = INPUT;
    cloud.answer('sales.replace', { entry: corrected, ...sums(7) });
    await sales.replace({ ...statement, entryId: old });
    const there = buildSession(2);
    cloud.answer('liveSession.get', { session: there });
    await liveSessions.loadSession(there.id);
    const target = { of: 'session', sessionId: there.id } as const;
    cloud.refuse('sales.move', { code: 'busy' });
    const refused = await sales.correct(corrected.id, { ...INPUT, target }, 'draft-key-1');
    expect(refused).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect(sales.entry(corrected.id)?.status).toBe('counts');
    const left = { sessionId: SESSION.id, figures: NO_FIGURES, hostFigures: [] };
    const moved = buildEntry(3, { sessionId: there.id });
    cloud.answer('sales.move', { entry: moved, ...sums(8), left });
    expect((await sales.correct(corrected.id, { ...INPUT, target }, 'draft-key-1')).ok).toBe(true);
    expect([old, corrected.id, moved.id].map((id) => sales.entry(id)?.status)).toEqual([
      'undone',
      'undone',
      'counts',
    ]);
    expect(liveSessions.session(SESSION.id).value?.figures).toEqual(NO_FIGURES);
    expect(liveSessions.session(there.id).value?.figures).toEqual(paid(8));
    const input = { ...INPUT, target, entryId: corrected.id };
    const sent = cloud
      .callsOf('sales.move')
      .map(({ requestKey, input: each }) => [requestKey, each]);
    expect(sent).toEqual([
      ['draft-key-1', input],
      ['draft-key-1', input],
    ]);
    expect([cloud.callsOf('sales.undo'), cloud.callsOf('sales.record')]).toEqual([[], []]);
  });

  it('takes a move back to the place and the statement from before', async () => {
    const cloud = new FakeCloud();
    const root = await setUp(cloud);
    const sales = root.lazy(createSalesStore);
    const old = buildEntry(1);
    const target = { of: 'session', sessionId: buildSession(2).id } as const;
    const moved = buildEntry(3, { sessionId: target.sessionId });
    const left = { sessionId: SESSION.id, figures: NO_FIGURES, hostFigures: [] };
    cloud.answer('sales.move', { entry: moved, ...sums(8), left });
    await sales.correct(old.id, { ...INPUT, target });
    const back = { sessionId: target.sessionId, figures: NO_FIGURES, hostFigures: [] };
    cloud.answer('sales.move', { entry: buildEntry(4), ...sums(1), left: back });
    await sales.takeBack(SHOP_ID, moved.id);
    const { kind, amountFen } = old;
    expect(cloud.callsOf('sales.move')[1]?.input).toMatchObject({
      entryId: moved.id,
      target: { of: 'session', sessionId: SESSION.id },
      kind,
      amountFen,
    });
    expect(cloud.callsOf('sales.undo')).toEqual([]);
    expect(sales.entry(moved.id)?.status).toBe('undone');
  });

  it('moves an entry that a repeated write answered with, though no ledger was read', async () => {
    const cloud = new FakeCloud();
    const sales = createRootStore(fakeAdapters(cloud)).lazy(createSalesStore);
    const old = buildEntry(1);
    const there = { ...INPUT, target: { of: 'session', sessionId: buildSession(2).id } } as const;
    const left = { sessionId: SESSION.id, figures: NO_FIGURES, hostFigures: [] };
    cloud.answer('sales.move', { entry: buildEntry(2), ...sums(1), left });
    expect((await sales.correctStored(old, there, 'draft-key-1')).ok).toBe(true);
    expect(cloud.callsOf('sales.replace')).toHaveLength(0);
    expect(cloud.callsOf('sales.move')[0]?.input).toEqual({ ...there, entryId: old.id });
  });

  it('a correction that stays where it is replaces', async () => {
    const cloud = new FakeCloud();
    const root = await setUp(cloud);
    const sales = root.lazy(createSalesStore);
    const old = buildEntry(1).id;
    const { target: _place, ...statement } = INPUT;
    cloud.answer('sales.replace', { entry: buildEntry(2, { replaces: old }), ...sums(1) });
    await sales.correct(old, INPUT, 'draft-key-1');
    expect(cloud.callsOf('sales.replace')[0]?.input).toEqual({ ...statement, entryId: old });
    expect(sales.entry(old)?.status).toBe('replaced');
  });

  it('goes on with a new entry at the same place where an entry takes no more corrections', async () => {
    const cloud = new FakeCloud();
    const root = await setUp(cloud);
    const sales = root.lazy(createSalesStore);
    const old = sales.entry(buildEntry(1).id) ?? buildEntry(1);
    cloud.refuse('sales.replace', { code: 'limit_reached' });
    const entry = buildEntry(2);
    const left = { sessionId: old.sessionId, ...sums(1) };
    cloud.answer('sales.move', { entry, ...sums(1), left });
    const target = { of: 'session', sessionId: old.sessionId ?? '', hostId: old.hostId } as const;
    const result = await sales.correct(old.id, { ...INPUT, target }, 'draft-key-1');
    expect(result.ok).toBe(true);
    expect(cloud.callsOf('sales.move')[0]?.input).toMatchObject({ entryId: old.id, target });
    expect(sales.entry(old.id)?.status).toBe('undone');
  });

  it('keeps the ledger of another month out of it', async () => {
    const cloud = new FakeCloud();
    const root = await setUp(cloud);
    const sales = root.lazy(createSalesStore);
    const december = { ...SCOPE, month: '2026-12' };
    cloud.answer('sales.ledger', { items: [], cursor: null });
    await sales.load(december);
    cloud.answer('sales.record', { entry: buildEntry(2), ...sums(1) });
    await sales.record(INPUT);
    expect(sales.ledger(december).items).toEqual([]);
  });

  it('lets progress that was read be read again, without being asked', async () => {
    const cloud = new FakeCloud();
    const root = await setUp(cloud);
    const subject = { shopId: SHOP_ID, hostId: HOST_ID, year: 2026 };
    cloud.refuse('incentive.progress', { code: 'internal' });
    await root.incentives.load(subject);
    cloud.refuse('incentive.progress', { code: 'internal' });
    cloud.answer('sales.record', { entry: buildEntry(2), ...sums(1) });
    await root.lazy(createSalesStore).record(INPUT);
    expect(cloud.callsOf('incentive.progress')).toHaveLength(2);
    expect(root.incentives.progress(subject).error?.code).toBe('internal');
  });

  it('changes nothing when the write failed', async () => {
    const cloud = new FakeCloud();
    const root = await setUp(cloud);
    const sales = root.lazy(createSalesStore);
    const { liveSessions } = root;
    cloud.refuse('sales.record', { code: 'sum_too_large' });
    const result = await sales.record(INPUT);
    expect(result.ok).toBe(false);
    expect(sales.ledger(SCOPE).items).toHaveLength(1);
    expect(liveSessions.session(SESSION.id).value?.figures).toEqual(NO_FIGURES);
  });
});
