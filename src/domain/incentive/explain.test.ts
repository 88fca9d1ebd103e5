import { describe, expect, it } from 'vitest';

import { buildInput, reading, sumsOf } from './evaluate.fixture';
import { evaluate } from './evaluate';
import { explainTier } from './explain';
import { explainMonths } from './explain-months';
import type { FollowerReading } from './progress';
import { buildCondition, buildRuleSet } from './shapes.fixture';

/** The explanation of each figure of a made-up tier. */
function figuresOf(metrics: Parameters<typeof buildCondition>[1][], followers: FollowerReading[]) {
  const conditions = metrics.map((metric) => buildCondition(metric, metric));
  const input = buildInput({
    ruleSet: buildRuleSet(conditions),
    sums: sumsOf({ paid: 500 }),
    followers,
  });
  const tier = evaluate(input).awards[0]?.tiers[0];
  if (!tier) throw new Error('a made-up rule set has a tier');
  const { byMonth: months } = sumsOf({ paid: 500 });
  return explainTier(tier, { ...input, months }).conditions.map(({ figure }) => figure);
}

describe('explainTier', () => {
  it('explains each figure in its own way', () => {
    const metrics = ['net_sales', 'followers', 'shapes/money', 'rank/net_sales'] as const;
    expect(figuresOf([...metrics], [reading()])).toEqual([
      {
        kind: 'sum_of_months',
        months: [
          {
            month: '2026-11',
            paidFen: 500,
            refundedFen: 0,
            range: { low: 0, high: 0 },
            low: 500,
            high: 500,
          },
        ],
      },
      { kind: 'largest_reading', readings: [{ ...reading(), use: 'used' }] },
      { kind: 'statement', stated: null },
      { kind: 'rank' },
    ]);
  });

  it('says of each reading whether it was used, and why not', () => {
    const readings = [
      reading({ accountId: 'a', platform: 'other' as FollowerReading['platform'], count: 900 }),
      reading({ accountId: 'b', count: null }),
      reading({ accountId: 'c', readOn: null }),
      reading({ accountId: 'd', readOn: '2025-12-31', count: 900 }),
      reading({ accountId: 'e', count: 500 }),
      reading({ accountId: 'f', count: 700 }),
    ];
    const [figure] = figuresOf(['followers'], readings);
    const uses = figure?.kind === 'largest_reading' ? figure.readings.map(({ use }) => use) : [];
    expect(uses).toEqual(['other_platform', 'not_read', 'not_read', 'not_read', 'smaller', 'used']);
  });
});

describe('explainMonths', () => {
  it('lists the months in order', () => {
    const { byMonth } = sumsOf({ paid: 500 });
    const sums = byMonth['2026-11'];
    if (!sums) throw new Error('the sale is of November');
    const months = { '2026-10': sums, '2026-12': sums, '2026-09': sums, '2026-11': sums };
    expect(explainMonths(months).map(({ month }) => month)).toEqual([
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
    ]);
  });
});
