import { describe, expect, it } from 'vitest';

import { buildInput, HUADU } from './evaluate.fixture';
import type { RuleSet } from './rule-set';
import { asksYearBefore, evaluateSchemes, ruleSetsFor, ruleSetsToSend } from './schemes';
import { buildCondition, buildRuleSet } from './shapes.fixture';

describe('ruleSetsToSend', () => {
  const first = { ...HUADU, ruleSetId: 'first', version: 2 };
  const second = { ...HUADU, ruleSetId: 'second', version: 1 };
  const named = [{ ruleSetKey: 'second.v1' }];

  it('sends the rule sets that the answer names', () => {
    expect(ruleSetsToSend([first, second], named, [])).toEqual([second]);
    expect(ruleSetsToSend([first, second], [], [])).toEqual([]);
  });

  it('leaves out those that the client holds in this version', () => {
    expect(ruleSetsToSend([first, second], named, ['second.v1'])).toEqual([]);
    expect(ruleSetsToSend([first, second], named, ['second.v0', 'first.v2'])).toEqual([second]);
  });
});

describe('evaluateSchemes', () => {
  const keysOf = (...ruleSets: readonly RuleSet[]): string[] => {
    const { ruleSet: _ruleSet, ...input } = buildInput();
    return evaluateSchemes(ruleSets, input).map(({ ruleSetKey }) => ruleSetKey);
  };

  it("begins with this place's own scheme, and of one scheme with the last version", () => {
    const elsewhere = { ...HUADU, ruleSetId: 'elsewhere', forComparison: true } as const;
    const own = { ...HUADU, ruleSetId: 'own' };
    expect(keysOf(elsewhere, own)).toEqual([`own.v${own.version}`, `elsewhere.v${own.version}`]);
    const [first, last] = [
      { ...own, version: 1 },
      { ...own, version: 2 },
    ];
    expect(keysOf(first, last)).toEqual(['own.v2', 'own.v1']);
    expect(keysOf(last, first)).toEqual(['own.v2', 'own.v1']);
  });
});

describe('ruleSetsFor', () => {
  const elsewhere = { ...HUADU, forComparison: true } as const;

  it('has those of other places only when they are asked for', () => {
    const all = [HUADU, elsewhere];
    expect(ruleSetsFor(all, { withComparison: false })).toEqual([HUADU]);
    expect(ruleSetsFor(all, { withComparison: true })).toEqual(all);
  });
});

describe('asksYearBefore', () => {
  const ofNet = buildCondition('n', 'net_sales');
  const growth = buildRuleSet([ofNet, buildCondition('g', 'growth/net_sales')]);

  it('is so where any award for the subject measures growth of the net', () => {
    expect(asksYearBefore([HUADU, growth], 'host')).toBe(true);
    expect(asksYearBefore([growth], 'shop')).toBe(false);
  });

  it.each(['net_sales', 'rank/net_sales', 'growth/shapes/money', 'followers'] as const)(
    'is not so for %s',
    (metric) => {
      expect(asksYearBefore([buildRuleSet([buildCondition('c', metric)])], 'host')).toBe(false);
    },
  );

  it('looks at every award and every tier', () => {
    const [award] = growth.awards;
    const other = buildRuleSet([ofNet]).awards[0];
    if (!award || !other) throw new Error('a made-up rule set has an award');
    const tiers = [...other.tiers, ...award.tiers];
    expect(asksYearBefore([{ ...growth, awards: [other, award] }], 'host')).toBe(true);
    expect(asksYearBefore([{ ...growth, awards: [{ ...award, tiers }] }], 'host')).toBe(true);
  });
});
