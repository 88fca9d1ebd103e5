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

  it('are not asked for while an answer that brings them is on its way', async () => {
    const rows = { items: [], cursor: null };
    const sums = { month: '2026-11' as const, sessions: 1, net: { low: 7, high: 7 } };
    const todo = { onAir: rows, unconfirmed: rows, toRecord: rows, upcoming: rows };
    const answer = cloud.answerLater('liveSession.todo');
    const { liveSessions, months: own } = createRootStore(fakeAdapters(cloud));
    const taken = own.take(SHOP_ID, 2026, liveSessions.loadTodo(SHOP_ID, 2026));
    own.show(SHOP_ID, null, '2026-11');
    own.show(SHOP_ID, null, '2025-12');
    answer({ ...todo, months: [sums] });
    await taken;
    expect(own.month(SHOP_ID, null, '2026-11')).toEqual(sums);
    expect(yearsRead()).toEqual([2025]);
  });
});
