import { describe, expect, it } from 'vitest';

import type { ShopAhead } from '../contract/discover';
import { FakeCloud, fakeAdapters } from './fake-adapters.fixture';
import { createRootStore } from './root-store';

function storeNumber(number: number): ShopAhead {
  const verification = { state: 'verified' as const, on: '2026-11-01' };
  const shop = { id: `s00000000000${String(number)}`, name: '店', intro: '', platforms: [] };
  return { shop: { ...shop, verification }, sessions: [], more: 0, hasEvenMore: true };
}

function open() {
  const cloud = new FakeCloud();
  return { cloud, discover: createRootStore(fakeAdapters(cloud)).discover };
}

const page = (cursor: string | null, ...items: ShopAhead[]) => ({ items, cursor });

describe('DiscoverStore', () => {
  it('shows the first page after one call', async () => {
    const { cloud, discover } = open();
    const ahead = page('a', storeNumber(1));
    cloud.answer('discover.list', { ahead, shops: [], cursor: null });
    await discover.load();
    expect(discover.ahead.items).toEqual([storeNumber(1)]);
    expect(cloud.calls).toHaveLength(1);
  });

  it('reads on by itself while pages are empty, and no further', async () => {
    const { cloud, discover } = open();
    cloud.answer('discover.list', { ahead: page('a'), shops: [], cursor: null });
    cloud.answer('discover.ahead', page('b'));
    cloud.answer('discover.ahead', page('c', storeNumber(1)));
    await discover.load();
    expect(discover.ahead.items).toEqual([storeNumber(1)]);
    cloud.answer('discover.ahead', page('d'));
    // A store that moved is met again.
    cloud.answer('discover.ahead', page('e', storeNumber(1)));
    cloud.answer('discover.ahead', page(null, storeNumber(2)));
    await discover.loadMoreAhead();
    expect(discover.ahead.items).toEqual([storeNumber(1), storeNumber(2)]);
    expect(discover.ahead.isComplete).toBe(true);
    expect(cloud.callsOf('discover.ahead').map(({ input }) => input)).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map((cursor) => ({ cursor })),
    );
  });

  it('stops where a page fails, and goes on from there', async () => {
    const { cloud, discover } = open();
    cloud.answer('discover.list', { ahead: page('a'), shops: [], cursor: null });
    cloud.refuse('discover.ahead', { code: 'internal' });
    await discover.load();
    expect(discover.ahead).toMatchObject({ status: 'error', cursor: 'a' });
    cloud.answer('discover.ahead', page(null, storeNumber(1)));
    await discover.loadMoreAhead();
    expect(discover.ahead).toMatchObject({ status: 'ready', items: [storeNumber(1)] });
  });
});
