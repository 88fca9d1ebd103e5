import { expect } from 'vitest';

import { MAX_READ } from '../../../cloud/database/database';
import { DUTY_RECORDS_PER_PAGE } from '../../../src/contract/duty';
import { MAX_MOVED_ENTRIES } from '../../../src/contract/live-session';
import { ENTRIES_PER_PAGE } from '../../../src/contract/sales';
import { MAX_USUAL_SESSIONS } from '../../../src/domain/sales/oddities';
import { buildPaid } from '../../testkit/builders';
import { sessionIn } from '../../testkit/stores';
import { digits, everyPage, type Kit, type LimitCases } from '../kit';

/** A session that ended, with one entry. */
async function soldIn(kit: Kit, amountFen = 100) {
  const { owner, shopId } = kit.store;
  const session = await sessionIn(kit.store, 'ended');
  const { entry } = await owner.ok('sales.record', buildPaid(shopId, session.id, { amountFen }));
  return { session, entry };
}

/** Copies of an entry. */
async function entryCopies(kit: Kit, entryId: string, count: number, fields = {}) {
  const doc = kit.docOf('sales_entries', entryId);
  const [revision] = doc['revisions'] as object[];
  await kit.copies('sales_entries', doc, count, (index) => {
    const _id = `${kit.store.shopId}.ecopy${digits(index)}`;
    const sortKey = `${String(doc['bookedOn'])}#2026-11-24T02:00:00.000Z#${_id}`;
    return { _id, sortKey, revisions: [{ ...revision, id: _id }], ...fields };
  });
}

/** Limits of reads of money and of what is on record of sessions. */
export const MONEY = {
  usualSessions: {
    // They are read beside the person's seat, in one call.
    from: 'people',
    async pass(kit) {
      const { session } = await soldIn(kit, 10_000);
      const { owner, shopId } = kit.store;
      await kit.sessionCopies(session, MAX_USUAL_SESSIONS + 1, { minutes: -60 });
      // The usual is made of the latest ones beside the session itself, and says of how many.
      const much = buildPaid(shopId, session.id, { amountFen: 5_000_000, confirmed: [] });
      const { info } = await owner.refused('sales.record', much);
      expect(info).toMatchObject({ far_above_usual: true, sessionCount: MAX_USUAL_SESSIONS });
    },
  },
  ledger: {
    from: 'sales_entries',
    async pass(kit) {
      const { owner, shopId } = kit.store;
      const { entry, session } = await soldIn(kit);
      await entryCopies(kit, entry.id, ENTRIES_PER_PAGE);
      for (const sessionId of [session.id, null]) {
        const query = { shopId, sessionId, month: null };
        const { items, pages } = await everyPage((cursor) =>
          owner.ok('sales.ledger', { ...query, cursor }),
        );
        expect(new Set(items.map(({ id }) => id)).size).toBe(ENTRIES_PER_PAGE + 1);
        expect(pages).toBe(2);
      }
      const explained = await everyPage<object>(async (cursor) => {
        const asked = { shopId, hostId: null, year: 2026, metric: 'net_sales', month: null };
        const answer = await owner.ok('incentive.explain', { ...asked, cursor });
        return { items: answer.leaves.items, cursor: answer.cursor };
      });
      expect(explained.items).toHaveLength(ENTRIES_PER_PAGE + 1);
    },
  },
  movedEntries: {
    from: 'sales_entries',
    async pass(kit) {
      const { owner, shopId } = kit.store;
      const { session } = await soldIn(kit);
      for (let count = 0; count < MAX_MOVED_ENTRIES; count += 1) {
        await owner.ok('sales.record', buildPaid(shopId, session.id, { amountFen: 100 + count }));
      }
      const { session: ended } = await owner.ok('liveSession.get', { sessionId: session.id });
      await owner.ok('liveSession.correct', {
        sessionId: session.id,
        version: ended.version,
        startedAt: '2026-11-22T12:00:00.000Z',
        endedAt: '2026-11-22T16:00:00.000Z',
        pauses: [],
        reason: '日期填错',
        withSales: true,
      });
      const moves = [];
      for (let call = 0; call < 3; call += 1) {
        moves.push(await owner.ok('liveSession.moveSales', { sessionId: session.id }));
      }
      expect(moves.map(({ moved }) => moved)).toEqual([MAX_MOVED_ENTRIES, 1, 0]);
      expect(moves.map(({ left }) => left)).toEqual([1, 0, 0]);
    },
  },
  earliestRefund: {
    from: 'sales_entries',
    async pass(kit) {
      const { owner, shopId } = kit.store;
      const { session } = await soldIn(kit);
      kit.cloud.setNow('2026-11-28T02:00:00.000Z');
      for (const returnedOn of ['2026-11-26', '2026-11-25']) {
        const refund = { kind: 'refunded' as const, returnedOn, amountFen: 1 };
        await owner.ok('sales.record', buildPaid(shopId, session.id, refund));
      }
      const { session: ended } = await owner.ok('liveSession.get', { sessionId: session.id });
      const refusal = await owner.refused('liveSession.correct', {
        sessionId: session.id,
        version: ended.version,
        startedAt: '2026-11-27T12:00:00.000Z',
        endedAt: '2026-11-27T16:00:00.000Z',
        pauses: [],
        reason: '日期填错',
        withSales: true,
      });
      expect(refusal).toMatchObject({
        code: 'refund_before_sale',
        info: { returnedOn: '2026-11-25' },
      });
    },
  },
  totalsOfShop: {
    from: 'year_totals',
    async pass(kit) {
      const { owner, shopId, hostId } = kit.store;
      const target = { of: 'day', bookedOn: '2026-11-20', accountId: null } as const;
      const sold = buildPaid(shopId, '', { target: { ...target, hostId }, amountFen: 3 });
      await owner.ok('sales.record', sold);
      const doc = kit.docOf('year_totals', `${hostId}:2026`);
      await kit.copies('year_totals', doc, MAX_READ, (index) => {
        const subjectId = `${shopId}.hcopy${digits(index)}`;
        return { _id: `${subjectId}:2026`, subjectId };
      });
      const shop = kit.docOf('shops', shopId);
      await kit.cloud.database.put('shops', shopId, { ...shop, lineOfBusiness: 'mcn' });
      const { net } = await owner.ok('incentive.hosts', { shopId, year: 2026, knownRuleSets: [] });
      expect(net?.low).toBe(3 * (MAX_READ + 1));
    },
  },
  dutyRecords: {
    from: 'live_sessions',
    async pass(kit) {
      const { owner, shopId } = kit.store;
      const session = await sessionIn(kit.store, 'ended');
      const ids = await kit.sessionCopies(session, DUTY_RECORDS_PER_PAGE);
      const { items, pages } = await everyPage((cursor) =>
        owner.ok('duty.export', { shopId, year: 2026, cursor }),
      );
      expect(items.map(({ sessionId }) => sessionId).sort()).toEqual([session.id, ...ids].sort());
      expect(pages).toBe(2);
    },
  },
  lastStatements: {
    from: 'duty_records',
    async pass(kit) {
      const { owner, shopId } = kit.store;
      const stated = await sessionIn(kit.store, 'ended');
      await owner.ok('duty.confirm', {
        sessionId: stated.id,
        version: 0,
        seller: { who: 'other', name: '源头厂', creditCode: null, permitNo: null },
        isAiPresenter: false,
        isIdentityChecked: true,
        isLicenceChecked: true,
        signature: null,
      });
      // Five later statements are of plans that were removed.
      const doc = kit.docOf('duty_records', stated.id);
      await kit.copies('duty_records', doc, 5, (index) => ({
        _id: `${shopId}.lgone${digits(index)}`,
        confirmedAt: `2026-11-24T03:00:0${String(index)}.000Z`,
      }));
      const plan = await sessionIn(kit.store, 'scheduled');
      const { last } = await owner.ok('duty.get', { sessionId: plan.id });
      expect(last?.seller?.name).toBe('源头厂');
    },
  },
} satisfies LimitCases;
