import { describe, expect, it } from 'vitest';

import { factOf, isMetric, isOfNet, metricOf } from './metrics';

describe('metricOf', () => {
  it.each([
    ['net_sales', 'value', 'net_sales'],
    ['a-2020/tax_paid', 'value', 'a-2020/tax_paid'],
    ['growth/net_sales', 'growth', 'net_sales'],
    ['growth/a-2020/tax_paid', 'growth', 'a-2020/tax_paid'],
    ['rank/followers', 'rank', 'followers'],
    ['a/growth/net_sales', 'value', 'a/growth/net_sales'],
    ['growth/', 'value', 'growth/'],
  ])('%s is the %s of %s', (metric, form, figure) => {
    expect(metricOf(metric)).toEqual({ form, figure });
  });
});

describe('isMetric', () => {
  it('accepts shared figures, and facts with the id of their rule set', () => {
    const names = [
      'net_sales',
      'followers',
      'growth/net_sales',
      'operating_revenue',
      'a-2020/tax_paid',
      'rank/a-2020/tax_paid',
    ];
    expect(names.filter((name) => !isMetric(name))).toEqual([]);
  });

  it('refuses other names', () => {
    const names = [
      '',
      'tax_paid',
      'sales',
      'a-2020/',
      'a-2020/Tax',
      '/tax',
      'a/b/c',
      'A/b',
      'a/b!',
    ];
    expect(names.filter(isMetric)).toEqual([]);
  });
});

describe('factOf', () => {
  it('is the declared figure, in any form, and null for what is recorded', () => {
    expect(factOf('growth/operating_revenue')).toBe('operating_revenue');
    expect(factOf('a-2020/tax_paid')).toBe('a-2020/tax_paid');
    expect([factOf('net_sales'), factOf('rank/followers')]).toEqual([null, null]);
  });
});

describe('isOfNet', () => {
  it('is true of the net and its growth, and not of a rank by it', () => {
    const names = ['net_sales', 'growth/net_sales', 'rank/net_sales', 'followers'];
    expect(names.filter(isOfNet)).toEqual(['net_sales', 'growth/net_sales']);
  });
});
