// Pages with the longest texts in every field: WeChat carries no answer above one megabyte.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { MAX_ITEMS, MAX_SESSION_ITEMS } from '../../src/domain/duty/checklist';
import { MAX_CORRECTIONS } from '../../src/domain/duty/record';
import { MAX_REVISIONS } from '../../src/domain/sales/revisions';
import { buildCorrection, buildPaid } from '../testkit/builders';
import { correctionIn, NOW, sessionIn } from '../testkit/stores';
import { digits, everyPage, Kit } from './kit';

/** As long as a field allows, of characters with three bytes each. */
const long = (count: number): string => '直'.repeat(count);

function listOf<Item>(count: number, itemOf: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => itemOf(index));
}

describe('the largest page', () => {
  let kit: Kit;

  beforeEach(async () => {
    kit = await Kit.open();
  });
  afterEach(() => kit.cloud.close());

  /** Hosts of a session with the longest names, as many as it may have. */
  const hosts = () =>
    listOf(10, (index) => ({ id: `${kit.store.shopId}.hhost${digits(index)}`, name: long(40) }));

  it('of the ledger is shorter, and the pages together have every statement', async () => {
    const { owner, shopId } = kit.store;
    const session = await sessionIn(kit.store, 'ended', { title: long(40) });
    const { entry } = await owner.ok('sales.record', buildPaid(shopId, session.id));
    const doc = kit.docOf('sales_entries', entry.id);
    const [revision] = doc['revisions'] as object[];
    await kit.copies('sales_entries', doc, 30, (index) => {
      const _id = `${shopId}.ecopy${digits(index)}`;
      const revisions = listOf(MAX_REVISIONS, (step) => ({
        ...revision,
        id: `${_id}r${digits(step)}`,
        source: long(300),
        soldFor: { name: long(40), aboveThresholdHuadu: 'unknown' },
        undoneAt: step === MAX_REVISIONS - 1 ? null : NOW,
      }));
      return { _id, sortKey: `2026-11-24#${NOW}#${_id}`, revisions };
    });
    const query = { shopId, sessionId: null, month: null };
    const { items, pages } = await everyPage((cursor) =>
      owner.ok('sales.ledger', { ...query, cursor }),
    );
    expect(items).toHaveLength(30 * MAX_REVISIONS + 1);
    expect(pages).toBeGreaterThan(2);
  });

  it('of the export of records is shorter, and the pages together have every session', async () => {
    const { owner, shopId } = kit.store;
    const session = await sessionIn(kit.store, 'ended', { title: long(40) });
    await kit.change('live_sessions', session.id, { hosts: hosts() });
    await correctionIn(kit.store, session.id);
    const record = kit.docOf('duty_records', session.id);
    const [correction] = record['corrections'] as { noted: object }[];
    const mark = { ...correction?.noted, name: long(20) };
    const whole = {
      ...record,
      corrections: listOf(MAX_CORRECTIONS, (index) => ({
        ...correction,
        id: `${shopId}.ccopy${digits(index)}`,
        text: long(200),
        noted: mark,
        withdrawn: mark,
      })),
      items: listOf(MAX_SESSION_ITEMS, (index) => ({
        id: `i${digits(index)}`,
        known: null,
        text: long(40),
        tick: mark,
      })),
    };
    const ids = await kit.sessionCopies(session, 20);
    await kit.change('duty_records', session.id, whole);
    await kit.copies('duty_records', whole, ids.length, (index) => ({ _id: ids[index] ?? '' }));
    const { items, pages } = await everyPage((cursor) =>
      owner.ok('duty.export', { shopId, year: 2026, cursor }),
    );
    expect(items).toHaveLength(21);
    expect(items.every((item) => item.record?.corrections.length === MAX_CORRECTIONS)).toBe(true);
    expect(pages).toBeGreaterThan(2);
  });

  it('of a calendar can be answered', async () => {
    const { owner, shopId } = kit.store;
    const session = await sessionIn(kit.store, 'ended', { title: long(40) });
    await kit.sessionCopies(session, 100, { fields: { hosts: hosts(), accountName: long(40) } });
    const query = { shopId, tab: 'all', from: '2026-11-01', to: '2026-11-30' } as const;
    const { items } = await everyPage((cursor) =>
      owner.ok('liveSession.list', { ...query, cursor }),
    );
    expect(items).toHaveLength(101);
  });

  it('of lists to do can be sent and read', async () => {
    const { owner, shopId } = kit.store;
    const item = (index: number) => ({ known: null, text: `${digits(index)}${long(35)}` });
    const lists = listOf(5, (index) => ({
      id: null,
      name: `${long(19)}${String(index)}`,
      items: listOf(MAX_ITEMS, item),
    }));
    await owner.ok('duty.saveLists', { shopId, version: 0, lists });
    const kept = await owner.ok('duty.lists', { shopId });
    expect(kept.lists.map(({ items }) => items.length)).toEqual(listOf(5, () => MAX_ITEMS));
  });
});

describe('an entry with as many corrections as one may have', () => {
  it('refuses one more, and goes on as a new entry at its place', async () => {
    const kit = await Kit.open();
    const { cloud, store } = kit;
    const { owner, shopId, hostId } = store;
    const session = await sessionIn(store, 'ended');
    const { entry } = await owner.ok('sales.record', buildPaid(shopId, session.id));
    const [revision] = kit.docOf('sales_entries', entry.id)['revisions'] as object[];
    const undone = listOf(MAX_REVISIONS - 1, (index) => ({
      ...revision,
      id: `${entry.id}r${digits(index)}`,
      undoneAt: NOW,
    }));
    await kit.change('sales_entries', entry.id, { revisions: [revision, ...undone] });
    const once = buildCorrection(shopId, entry.id, { amountFen: 7 });
    expect(await owner.refused('sales.replace', once)).toEqual({
      code: 'limit_reached',
      info: { limit: MAX_REVISIONS },
    });
    const target = { of: 'session' as const, sessionId: session.id, hostId };
    const moved = await owner.ok('sales.move', { ...once, target });
    expect(moved.figures).toMatchObject({ paidFen: 7, entryCount: 1 });
    const { items } = await owner.ok('sales.ledger', {
      shopId,
      sessionId: session.id,
      month: null,
      cursor: null,
    });
    expect(items).toHaveLength(MAX_REVISIONS + 1);
    const again = buildCorrection(shopId, moved.entry.id, { amountFen: 8 });
    expect((await owner.ok('sales.replace', again)).figures.paidFen).toBe(8);
    await cloud.close();
  });
});
