import { describe, expect, it } from 'vitest';

import { selfHostIdOf } from '../shop/ids';
import { inShopYear, isInShopYear } from './shop-year';

describe('isInShopYear', () => {
  it('is true of a host who was added, alone', () => {
    expect(isInShopYear('s1.h1')).toBe(true);
    expect(isInShopYear(selfHostIdOf('s1'))).toBe(false);
    expect(isInShopYear('s1')).toBe(false);
  });
});

describe('inShopYear', () => {
  it('leaves out days and returns, and nothing else', () => {
    const kept = ['cells', 'ranges', 'recorded', 'returned', 'entryCount'];
    const delta = [...kept, 'days', 'returns'].map((name) => ({ path: [name, 'x'], addFen: 1 }));
    expect(inShopYear(delta).map(({ path }) => path[0])).toEqual(kept);
  });
});
