// The forecast that incentive.progress sends is the forecast that the device computes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { PromotionId } from '../../src/domain/forecast';
import { outlooksOf } from '../../src/domain/incentive/outlook';
import { addDays } from '../../src/domain/time';
import { buildPaid } from '../testkit/builders';
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
      expect(outlooks).toEqual(outlooksOf(schemes, { path, today: TODAY, year, promotionsOff }));
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
});
