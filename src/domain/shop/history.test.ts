import { describe, expect, it } from 'vitest';

import { shopAt, withBusiness, withOwner } from './history';

const [MAY, JUNE, JULY] = ['2026-05-01', '2026-06-01', '2026-07-01'].map(
  (day) => `${day}T00:00:00.000Z`,
) as [string, string, string];

describe('withOwner', () => {
  it('keeps every owner with the moment from which it is theirs', () => {
    const owners = withOwner([], 'h1', MAY);
    expect(withOwner(owners, 'h1', JUNE)).toEqual([{ hostId: 'h1', since: MAY }]);
    expect(withOwner(owners, null, JUNE)).toEqual([
      { hostId: 'h1', since: MAY },
      { hostId: null, since: JUNE },
    ]);
  });
});

describe('shopAt', () => {
  const shop = {
    lineOfBusiness: 'streamer' as const,
    businesses: withBusiness(withBusiness([], 'mcn', MAY), 'streamer', JULY),
    accounts: [
      { id: 'a', hostId: 'h2', owners: withOwner(withOwner([], 'h1', MAY), 'h2', JUNE) },
      { id: 'b', hostId: null, owners: withOwner([], null, JUNE) },
    ],
  };

  it('has the accounts of then, with the owners of then', () => {
    const owners = (moment: string) =>
      shopAt(shop, moment).accounts.map(({ id, hostId }) => [id, hostId]);
    expect(owners(MAY)).toEqual([['a', 'h1']]);
    expect(owners(JUNE)).toEqual([
      ['a', 'h2'],
      ['b', null],
    ]);
    expect(owners('2026-04-30T23:59:59.999Z')).toEqual([]);
  });

  it('has the line of business of then', () => {
    expect(shopAt(shop, JUNE).lineOfBusiness).toBe('mcn');
    expect(shopAt(shop, JULY).lineOfBusiness).toBe('streamer');
  });
});
