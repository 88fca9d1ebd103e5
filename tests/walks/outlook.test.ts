// The forecast that incentive.progress sends is the forecast that the device computes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { PromotionId } from '../../src/domain/forecast';
import { outlooksOf } from '../../src/domain/incentive/outlook';
import { addDays } from '../../src/domain/time';
import { buildPaid, buildPlan } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { openStore, progressOf, type TestStore } from '../testkit/stores';

// Before 11 November, so that a promotion lies ahead.
const TODAY = '2026-10-20';
const DAYS = 60;

describe('the forecast of an answer', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  const ask = (asOf: string | null, promotionsOff?: PromotionId[]) =>
    progressOf(store, { asOf, ...(promotionsOff === undefined ? {} : { promotionsOff }) });

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(`${TODAY}T02:00:00.000Z`);
    store = await openStore(cloud, 'owner');
    const { owner, shopId, hostId, accountId } = store;
    for (let index = 0; index < DAYS; index += 1) {
      const bookedOn = addDays(TODAY, -index);
      const target = { of: 'day', bookedOn, hostId, accountId } as const;
      await owner.ok('sales.record', buildPaid(shopId, '', { target }));
    }
  });
  afterAll(() => cloud.close());

  it('is the one that the device computes from the days of the same answer', async () => {
    for (const promotionsOff of [[], ['november_11']] as PromotionId[][]) {
      const { outlooks, schemes, path, year } = await ask(null, promotionsOff);
      expect(outlooks[0]?.forecast.kind).toBe('range');
      const plans = { days: [], hasMore: false };
      const input = { path, today: TODAY, year, promotionsOff };
      expect(outlooks).toEqual(outlooksOf(schemes, input, plans));
    }
  });

  it('leaves out the promotions that the caller names, and none by default', async () => {
    const all = await ask(null);
    expect(all.outlooks).toEqual((await ask(null, [])).outlooks);
    expect((await ask(null, ['november_11'])).outlooks).not.toEqual(all.outlooks);
  });

  it('is absent for an earlier day', async () => {
    expect((await ask('2026-10-19')).outlooks).toEqual([]);
  });

  it('counts planned sessions of the host at the median, and names how many more it takes', async () => {
    const { owner, shopId, hostId } = store;
    const before = (await ask(null)).outlooks[0]?.plan;
    expect(before).toMatchObject({ sessions: 0, weekday: null, hasMore: false });
    const thursdays = { weekdays: [4], until: '2026-11-19', skip: [] };
    const [startAt, endAt] = ['2026-10-22T12:00:00.000Z', '2026-10-22T16:00:00.000Z'];
    const plan = buildPlan({ shopId, hostIds: [hostId], startAt, endAt, repeat: thursdays });
    await owner.ok('liveSession.schedule', plan);
    const after = (await ask(null)).outlooks[0]?.plan;
    expect(after).toMatchObject({ sessions: 5, weekday: 4 });
    const [first, planned] = [before?.crossings[0]?.further, after?.crossings[0]?.further];
    expect(planned).toBe(Number(first) - 5);
  });

  it('knows no more plans than the storefront keeps, and says that there are more', async () => {
    const { owner, shopId, hostId } = store;
    const days = { weekdays: [1, 2, 3, 4, 5, 6, 7], until: '2026-12-15', skip: [] };
    const [startAt, endAt] = ['2026-11-25T02:00:00.000Z', '2026-11-25T03:00:00.000Z'];
    const plan = buildPlan({ shopId, hostIds: [hostId], startAt, endAt, repeat: days });
    await owner.ok('liveSession.schedule', plan);
    expect((await ask(null)).outlooks[0]?.plan).toMatchObject({ sessions: 24, hasMore: true });
  });

  it('holds sales without a paid amount, low with low and high with high', async () => {
    const { owner, shopId, hostId, accountId } = store;
    const before = (await ask(null)).outlooks[0]?.forecast;
    const target = { of: 'day', bookedOn: '2026-08-10', hostId, accountId } as const;
    const ordered = { target, kind: 'ordered', amountFen: 30_000_000 } as const;
    await owner.ok('sales.record', buildPaid(shopId, '', ordered));
    const { outlooks, path } = await ask(null);
    const after = outlooks[0]?.forecast;
    expect(path?.ranges).toEqual([{ month: '2026-08', low: 0, high: 30_000_000 }]);
    if (before?.kind !== 'range' || after?.kind !== 'range') throw new Error('declined');
    expect(after.yearEnd.lowFen).toBe(before.yearEnd.lowFen);
    expect(after.yearEnd.highFen).toBeGreaterThanOrEqual(before.yearEnd.highFen + 30_000_000);
    expect(after.inputs.keptAtMostFen).toBe(after.inputs.keptThisYearFen + 30_000_000);
  });
});
