import { describe, expect, it } from 'vitest';

import type { Answer, AwardAnswer, ConditionAnswer, Progress } from './progress';
import { hasPassed, isSameNet, netOf, newlyReached, nextTier, salesAward } from './standing';

function condition(
  metric: ConditionAnswer['metric'],
  answer: Answer,
  figures: Partial<ConditionAnswer> = {},
): ConditionAnswer {
  return {
    conditionId: 'c',
    metric,
    answer,
    low: 900,
    high: 900,
    threshold: 1000,
    unit: 'fen',
    comparator: 'more_than',
    gap: 101,
    missing: null,
    certainty: 'primary',
    sources: [],
    byBasis: null,
    range: null,
    settled: null,
    ...figures,
  };
}

function award(...answers: Answer[]): AwardAnswer {
  return {
    awardId: 'a',
    subject: 'host',
    metric: 'net_sales',
    missing: [],
    reachedTierId: null,
    atMostTierId: null,
    nextTierId: null,
    tiers: answers.map((answer, index) => ({
      tierId: `t${index + 1}`,
      byFigures: 'cannot_tell',
      bySettled: 'cannot_tell',
      atRisk: null,
      conditions: [
        // Followers are a separate condition; they must not hide that an amount is reached.
        condition('followers', 'cannot_tell', { low: null, high: null, gap: null }),
        condition('net_sales', answer, answer === 'met' ? { gap: 0 } : {}),
      ],
      toConfirm: [],
      award: { kind: 'up_to', capFen: 1, certainty: 'primary', sources: [] },
    })),
  };
}

describe('the standing on the road of net sales', () => {
  it('finds the award of net sales', () => {
    const other = { ...award('met'), metric: 'operating_revenue' as const };
    const progress = { awards: [other, award('not_met')] } as unknown as Progress;
    expect(salesAward(progress)).toBe(progress.awards[1]);
    expect(salesAward(null)).toBeNull();
  });

  it('reads the bounds of the money, not of another condition', () => {
    expect(netOf(award('not_met'))).toEqual({ low: 900, high: 900 });
    expect(netOf(null)).toEqual({ low: null, high: null });
    expect(isSameNet({ low: 1, high: 2 }, { low: 1, high: 3 })).toBe(false);
  });

  it('names the next tier by the money alone', () => {
    expect(nextTier(award('met', 'not_met', 'not_met'))).toMatchObject({
      tierId: 't2',
      condition: { gap: 101 },
    });
    expect(nextTier(award('met', 'met'))).toBeNull();
  });

  it('names the tiers that an amount reaches in addition', () => {
    expect(newlyReached(award('met', 'not_met'), award('met', 'met'))).toEqual(['t2']);
    expect(newlyReached(award('met'), award('met'))).toEqual([]);
    expect(newlyReached(award('not_met'), null)).toEqual([]);
  });
});

describe('hasPassed', () => {
  it('holds for tiers whose amount is met today, whatever is expected back', () => {
    const answers = award('met', 'cannot_tell', 'not_met');
    const [met = '', open = '', ahead = ''] = answers.tiers.map(({ tierId }) => tierId);
    expect([met, open, ahead].map((id) => hasPassed(answers, id))).toEqual([true, false, false]);
  });
});
