import { describe, expect, it } from 'vitest';

import type { DeclaredFact, RuleSet } from '../../domain/incentive';
import huadu from '../../incentives/huadu-2020.v1.json';
import { askedFacts } from './asked-facts';

// The engine's own tests check that the file has the shape of a rule set.
const ruleSet = huadu as unknown as RuleSet;
const capital: DeclaredFact = {
  id: 's000000000001.d0001',
  fact: 'paid_in_capital',
  value: 5_000_000_00,
  year: null,
  declaredAt: '2026-11-01T00:00:00.000Z',
  withdrawnAt: null,
};
const named = (...asked: Parameters<typeof askedFacts>) =>
  askedFacts(...asked).map(({ fact }) => fact);

describe('facts asked of an applicant', () => {
  it('are those the awards of a host look at', () => {
    expect(named(ruleSet, 'host', ['HD-ANCHOR'], [])).toEqual([
      'home_in_huadu',
      'local_streamer',
      'sold_for_above_threshold',
    ]);
  });

  it('leave out what no award of the store looks at', () => {
    const facts = named(ruleSet, 'shop', ['HD-TURNOVER'], []);
    expect(facts).toContain('operating_revenue');
    expect(facts).not.toContain('paid_in_capital');
  });

  it('keep what was stated, so that it can be withdrawn', () => {
    expect(named(ruleSet, 'shop', ['HD-TURNOVER'], [capital])).toContain('paid_in_capital');
    expect(named(ruleSet, 'shop', [], [capital])).toEqual(['paid_in_capital']);
  });

  it('are none where no award fits', () => {
    expect(named(ruleSet, 'host', [], [])).toEqual([]);
  });
});
