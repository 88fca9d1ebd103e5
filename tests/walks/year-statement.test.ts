// The year of a host and of a store, month by month, by day of sale and by day of return.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { InputOf } from '../../src/contract/endpoints';
import { MAX_FEN } from '../../src/domain/money';
import { buildPaid } from '../testkit/builders';
import { callAs, startTestCloud } from '../testkit/cloud';
import { NOW, openStore, progressOf, type TestStore } from '../testkit/stores';

type Amount = Partial<InputOf<'sales.record'>> & { bookedOn: string };

const exactly = (fen: number) => ({ low: fen, high: fen });

describe('the statement of a year', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let stores = 0;

  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  beforeEach(async () => {
    cloud.setNow(NOW);
    store = await openStore(cloud, `owner-${String((stores += 1))}`);
  });
  afterAll(() => cloud.close());

  const record = async ({ bookedOn, ...amount }: Amount, hostId: string | null = store.hostId) => {
    const { owner, shopId, accountId } = store;
    const target = { of: 'day', bookedOn, hostId, accountId } as const;
    return (await owner.ok('sales.record', buildPaid(shopId, '', { target, ...amount }))).entry;
  };
  const yearOf = (year: number, hostId: string | null = null) =>
    store.owner.ok('incentive.year', { shopId: store.shopId, hostId, year });

  it('moves a refund of last year’s sale into the month in which it came back', async () => {
    await record({ bookedOn: '2025-12-20', amountFen: 1000 });
    await record({
      bookedOn: '2025-12-20',
      kind: 'refunded',
      amountFen: 300,
      returnedOn: '2026-01-05',
    });
    await record({ bookedOn: '2026-02-01', amountFen: 50 });
    const of2025 = await yearOf(2025);
    expect(of2025.bySale.months).toEqual([
      { month: '2025-12', paid: exactly(1000), refundedFen: 300, net: exactly(700) },
    ]);
    expect(of2025.byReturn.months).toEqual([
      { month: '2025-12', paid: exactly(1000), refundedFen: 0, net: exactly(1000) },
    ]);
    const of2026 = await yearOf(2026);
    expect(of2026.bySale.months.map(({ month }) => month)).toEqual(['2026-02']);
    expect(of2026.byReturn.months).toEqual([
      { month: '2026-01', paid: exactly(0), refundedFen: 300, net: exactly(-300) },
      { month: '2026-02', paid: exactly(50), refundedFen: 0, net: exactly(50) },
    ]);
    expect(of2026.coversFrom).toBe(2025);
  });

  it('has refunds without a day in a sum of their own, and follows a correction that adds it', async () => {
    await record({ bookedOn: '2026-03-01', amountFen: 1000 });
    const refund = { bookedOn: '2026-03-01', kind: 'refunded', amountFen: 70 } as const;
    const { id: entryId } = await record(refund);
    expect((await yearOf(2026)).byReturn).toEqual({
      months: [{ month: '2026-03', paid: exactly(1000), refundedFen: 0, net: exactly(1000) }],
      unknownDayFen: 70,
    });
    await store.owner.ok('sales.undo', { shopId: store.shopId, entryId, isWhole: true });
    await record({ ...refund, returnedOn: '2026-04-02' });
    const { byReturn, bySale } = await yearOf(2026);
    expect(byReturn.unknownDayFen).toBe(0);
    expect(byReturn.months.map(({ month, net }) => [month, net.low])).toEqual([
      ['2026-03', 1000],
      ['2026-04', -70],
    ]);
    expect(bySale.months.map(({ net }) => net.low)).toEqual([930]);
  });

  it('keeps a range in both views, within the bounds of the progress', async () => {
    await record({ bookedOn: '2026-03-01', kind: 'ordered', amountFen: 900 });
    await record({
      bookedOn: '2026-03-01',
      kind: 'refunded',
      amountFen: 200,
      returnedOn: '2026-04-02',
    });
    const { bySale, byReturn } = await yearOf(2026);
    expect(bySale.months.map(({ net }) => net)).toEqual([{ low: 0, high: 700 }]);
    expect(byReturn.months.map(({ net }) => net)).toEqual([{ low: 200, high: 900 }, exactly(-200)]);
    const { months } = await progressOf(store);
    expect(months?.['2026-03']).toMatchObject({ range: { low: 0, high: 700 } });
  });

  it('adds up the hosts of a store, of this year and of earlier years', async () => {
    store = await openStore(cloud, `mcn-${String(stores)}`, { lineOfBusiness: 'mcn' });
    const { owner, shopId } = store;
    const add = async (name: string) =>
      (await owner.ok('host.add', { shopId, name, account: null })).host.id;
    const hosts = [await add('主播一'), await add('主播二')];
    for (const hostId of hosts) {
      await record({ bookedOn: '2025-11-11', amountFen: 500 }, hostId);
      const back = { kind: 'refunded', amountFen: 40, returnedOn: '2026-01-02' } as const;
      await record({ bookedOn: '2025-11-11', ...back }, hostId);
      await record({ bookedOn: '2026-01-03', amountFen: 100 }, hostId);
    }
    const line = { month: '2026-01', paid: exactly(200), refundedFen: 80, net: exactly(120) };
    expect((await yearOf(2026)).byReturn.months).toEqual([line]);
    const [first = ''] = hosts;
    const own = { month: '2026-01', paid: exactly(100), refundedFen: 40, net: exactly(60) };
    const ofHost = await yearOf(2026, first);
    expect(ofHost.byReturn.months).toEqual([own]);
    expect(ofHost.subject).toEqual({ id: first, name: '主播一' });
  });

  it('is refused when the most that may have been paid is beyond the exact range', async () => {
    await record({ bookedOn: '2026-03-01', kind: 'ordered', amountFen: MAX_FEN });
    const { bySale } = await yearOf(2026);
    expect(bySale.months.map(({ paid }) => paid)).toEqual([{ low: 0, high: MAX_FEN }]);
    const day = '2026-03-02';
    await record({ bookedOn: day, kind: 'refunded', amountFen: 1, returnedOn: day });
    const asked = { shopId: store.shopId, hostId: null, year: 2026 };
    expect((await store.owner.refused('incentive.year', asked)).code).toBe('sum_too_large');
  });

  it('is read by the people of the store alone', async () => {
    const input = { shopId: store.shopId, hostId: null, year: 2026 };
    const refused = await callAs(cloud, 'a-stranger').refused('incentive.year', input);
    expect(refused.code).toBe('not_found');
    const other = await openStore(cloud, `other-${String(stores)}`);
    const foreign = { ...input, hostId: other.hostId };
    const mixed = await store.owner.refused('incentive.year', foreign);
    expect(mixed.code).toBe('invalid_input');
  });
});
