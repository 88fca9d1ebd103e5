import { beforeEach, describe, expect, it } from 'vitest';

import { FakeCloud, fakeAdapters } from './fake-adapters.fixture';
import { HOST_ID, SHOP_ID } from './records.fixture';
import { createRootStore } from './root-store';
import type { SessionMonthsStore } from './session-months-store';

describe('sums of the months on the screen', () => {
  let cloud: FakeCloud;
  let months: SessionMonthsStore;
  const settled = () => new Promise((done) => setTimeout(done, 0));
  const yearsRead = () =>
    cloud.callsOf('liveSession.months').map(({ input }) => (input as { year: number }).year);

  beforeEach(() => {
    cloud = new FakeCloud();
    for (let read = 0; read < 9; read += 1) cloud.answer('liveSession.months', { months: [] });
    ({ months } = createRootStore(fakeAdapters(cloud)));
  });

  it('are read year by year, once for all months of a year', async () => {
    months.show(SHOP_ID, null, '2026-11');
    months.show(SHOP_ID, null, '2026-10');
    await settled();
    months.show(SHOP_ID, null, '2026-09');
    months.show(SHOP_ID, null, '2025-12');
    months.show(SHOP_ID, HOST_ID, '2026-11');
    await settled();
    expect(yearsRead()).toEqual([2026, 2025, 2026]);
  });

  it('are read again where they are shown; other years once they are shown', async () => {
    const leave = months.show(SHOP_ID, null, '2026-11');
    months.show(SHOP_ID, null, '2025-12');
    await settled();
    leave();
    await months.refresh(SHOP_ID);
    expect(yearsRead()).toEqual([2026, 2025, 2025]);
    months.show(SHOP_ID, null, '2026-10');
    months.show(SHOP_ID, null, '2025-11');
    await settled();
    expect(yearsRead()).toEqual([2026, 2025, 2025, 2026]);
  });
});
