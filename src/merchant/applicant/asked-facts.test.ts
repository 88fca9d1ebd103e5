import { describe, expect, it } from 'vitest';

import type { DeclaredFact, RuleSet } from '../../domain/incentive';
import { evaluate } from '../../domain/incentive/evaluate';
import type { LineOfBusiness } from '../../domain/shop/shop';
import huadu from '../../incentives/huadu-2020.v3.json';
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
function named(
  lineOfBusiness: LineOfBusiness,
  kind: 'host' | 'shop',
  stated: DeclaredFact[],
  ruleSets = [ruleSet],
) {
  const schemes = ruleSets.map((ruleSet) => ({
    ruleSet,
    progress: evaluate({
      ruleSet,
      lineOfBusiness,
      subject: { kind },
      year: 2026,
      facts: stated,
      sums: null,
      settledFen: null,
      followers: [],
      asOf: '2026-11-24T00:00:00.000Z',
    }),
  }));
  return askedFacts(schemes, kind, stated).map(({ fact }) => fact);
}

describe('facts asked of an applicant', () => {
  it('are those the awards of a host look at', () => {
    expect(named('streamer', 'host', [])).toEqual([
      'home_in_huadu',
      'local_streamer',
      'sold_for_above_threshold',
    ]);
  });

  it('leave out what no award of the store looks at', () => {
    const facts = named('brand_or_shop', 'shop', []);
    expect(facts).toContain('operating_revenue');
    expect(facts).not.toContain('paid_in_capital');
  });

  it('keep what was stated, so that it can be withdrawn', () => {
    expect(named('brand_or_shop', 'shop', [capital])).toContain('paid_in_capital');
    expect(named('streamer', 'shop', [capital])).toEqual(['paid_in_capital']);
  });

  it('are asked once, however many schemes ask', () => {
    const twice = [ruleSet, { ...ruleSet, ruleSetId: 'another' }];
    expect(named('streamer', 'host', [], twice)).toEqual(named('streamer', 'host', []));
  });

  it('are none where no award fits', () => {
    expect(named('streamer', 'shop', [])).toEqual([]);
  });
});
