import { describe, expect, it } from 'vitest';

import { buildInput, reading, stated, sumsOf } from './evaluate.fixture';
import { figureOf, statedFact, yearBefore } from './figures';
import { buildCondition, buildRuleSet } from './shapes.fixture';

const ruleSet = buildRuleSet([buildCondition('c', 'shapes/money')]);
const NOW = '2026-11-23T12:00:00.000Z';

describe('statedFact', () => {
  const holding = (...facts: Parameters<typeof stated>[2][]) =>
    statedFact(
      'shapes/money',
      buildInput({
        ruleSet,
        asOf: NOW,
        facts: facts.map((fact) => stated('shapes/money', 5, fact)),
      }),
    )?.id;

  it('is the latest declaration, of one instant the one with the higher id', () => {
    const [early, late] = ['2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'];
    const pairs = [
      [{ id: 'z', declaredAt: early }, { id: 'a', declaredAt: late }, 'a'],
      [{ id: 'a', declaredAt: late }, { id: 'b', declaredAt: late }, 'b'],
    ] as const;
    for (const [first, second, id] of pairs) {
      expect(holding(first, second)).toBe(id);
      expect(holding(second, first)).toBe(id);
    }
  });

  it('holds from the instant of its declaration', () => {
    expect(holding({ id: 'a', declaredAt: NOW })).toBe('a');
    expect(holding({ declaredAt: '2026-11-23T12:00:00.001Z' })).toBeUndefined();
  });

  it('ceases to hold at the instant of its withdrawal', () => {
    expect(holding({ withdrawnAt: NOW })).toBeUndefined();
    expect(holding({ id: 'a', withdrawnAt: '2026-11-23T12:00:00.001Z' })).toBe('a');
  });

  it('is of the type that the rule set asks for, and of the year', () => {
    const fact = stated('shapes/money', true);
    expect(statedFact('shapes/money', buildInput({ ruleSet, facts: [fact] }))).toBeNull();
    expect(holding({ year: 2025 })).toBeUndefined();
  });
});

describe('yearBefore', () => {
  const before = (facts: (typeof ruleSet)['facts']) =>
    yearBefore(
      'growth/shapes/money',
      buildInput({
        ruleSet: { ...ruleSet, facts },
        facts: [stated('shapes/money', 5, { year: 2025 })],
      }),
    );

  it('is what was declared for the year before, of a yearly fact', () => {
    expect(before(ruleSet.facts)).toEqual({ low: 5, high: 5 });
  });

  it('is not known of a fact that is not yearly, whatever others are', () => {
    const facts = ruleSet.facts.map((rule) =>
      rule.fact === 'shapes/money' ? { ...rule, perYear: false } : rule,
    );
    expect(before(facts)).toBeNull();
  });
});

describe('figureOf', () => {
  it('names the bases with an amount, and no others', () => {
    const sums = sumsOf({ paid: 500 });
    expect(figureOf('net_sales', buildInput({ sums })).byBasis).toEqual({ self_reported: 500 });
    const returned = sumsOf({ paid: 500, refunded: 500 });
    expect(figureOf('net_sales', buildInput({ sums: returned })).byBasis).toEqual({
      self_reported: 0,
    });
  });

  it('has a range only where the net is one', () => {
    expect(figureOf('net_sales', buildInput({ sums: sumsOf({ paid: 5 }) }))).toMatchObject({
      missing: null,
      range: null,
    });
    expect(figureOf('net_sales', buildInput({ sums: sumsOf({ ordered: 5 }) }))).toMatchObject({
      missing: 'no_paid_figure',
      range: { low: 0, high: 5 },
    });
  });

  it('counts a reading of today in China, and none of tomorrow', () => {
    const low = (readOn: string) =>
      figureOf('followers', buildInput({ asOf: NOW, followers: [reading({ readOn })] })).low;
    expect(low('2026-11-23')).toBe(500_001);
    expect(low('2026-11-24')).toBeNull();
  });
});
