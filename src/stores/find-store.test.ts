import { describe, expect, it } from 'vitest';

import { FakeCloud, fakeAdapters, fakeStorage } from './fake-adapters.fixture';
import { createFindStore, type SessionFilter } from './find-store';
import { buildSession, SHOP_ID } from './records.fixture';
import { createRootStore } from './root-store';

const ENDED: SessionFilter = {
  shopId: SHOP_ID,
  tab: 'ended',
  hostId: null,
  accountId: null,
  from: null,
  to: null,
};

/** A program that starts on a device with what an earlier one kept there. */
function start(kept: Map<string, string>) {
  const cloud = new FakeCloud();
  const root = createRootStore({ ...fakeAdapters(cloud), storage: fakeStorage(kept) });
  return { cloud, root, store: root.lazy(createFindStore) };
}

describe('FindStore', () => {
  it('shows the copy of the last filter where reading fails, and none for another filter', async () => {
    const kept = new Map<string, string>();
    const session = buildSession(1);
    const online = start(kept);
    online.cloud.answer('liveSession.list', { items: [session], cursor: null });
    await online.store.loadFiltered(ENDED);

    const offline = start(kept);
    offline.cloud.refuse('liveSession.list', { code: 'offline' });
    offline.cloud.refuse('liveSession.list', { code: 'offline' });
    await offline.store.loadFiltered(ENDED);
    await offline.store.loadFiltered({ ...ENDED, tab: 'cancelled' });

    const copy = offline.store.filtered(ENDED);
    expect(copy).toMatchObject({ items: [session.id], isCopy: true, status: 'error' });
    expect(copy.at).not.toBeNull();
    expect(offline.root.liveSessions.row(session.id)?.title).toBe(session.title);
    expect(offline.store.filtered({ ...ENDED, tab: 'cancelled' }).items).toEqual([]);
  });

  it('says that days have more sessions than the ten pages that it reads', async () => {
    const { cloud, store } = start(new Map());
    for (let page = 1; page <= 10; page += 1) {
      cloud.answer('liveSession.list', { items: [buildSession(page)], cursor: `after ${page}` });
    }
    await store.loadDays(SHOP_ID, '2026-11-01', '2026-11-30');
    const { value } = store.sessionsOf(SHOP_ID, '2026-11-01', '2026-11-30');
    expect(value).toMatchObject({ isCut: true });
    expect(value?.ids).toHaveLength(10);
  });

  it('holds a session beside those before it, read with one page that ends on its day', async () => {
    const { cloud, store } = start(new Map());
    const sold = (number: number) => {
      const session = buildSession(number);
      const startAt = `2026-11-0${number}T12:00:00.000Z`;
      return {
        ...session,
        startAt,
        figures: { ...session.figures, net: { low: number, high: number } },
      };
    };
    const [first, second, third, own, later] = [1, 2, 3, 4, 5].map(sold);
    if (!first || !second || !third || !own || !later) throw new Error('five sessions');
    expect(store.beside(own, null)).toBeNull();

    cloud.answer('liveSession.list', { items: [later, own, third, second, first], cursor: 'more' });
    await store.loadBeside(own, null);

    const ids = store.beside(own, null)?.before.map(({ id }) => id);
    expect(ids).toEqual([first.id, second.id, third.id]);
    expect(cloud.calls.at(-1)?.input).toMatchObject({ tab: 'ended', to: own.bookedOn, from: null });
    expect(cloud.calls).toHaveLength(1);
    expect(store.beside(own, 'another-host')).toBeNull();
  });
});
