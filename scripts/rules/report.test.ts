import { describe, expect, it } from 'vitest';

import type { RuleSet } from '../../src/domain/incentive/rule-set';
import { announcedIn } from './announced';
import { figuresIn } from './figures';
import { boundariesOf } from './boundaries';
import { mutationsOf } from './mutations';
import { latestOfEach, readRuleSets, ruleSetWithKey } from './read';
import { reportOf } from './report';

const TODAY = '2026-11-27';
const ALL = readRuleSets();
const HUADU = ruleSetWithKey(ALL, 'huadu-2020.v3');
const BOUNDARIES = boundariesOf(HUADU);

describe.each(latestOfEach(ALL).map((ruleSet) => [ruleSet.ruleSetId, ruleSet] as const))(
  'the rule set %s',
  (_id, ruleSet) => {
    const report = reportOf(ruleSet, boundariesOf(ruleSet), TODAY);

    it('has evidence and a boundary test for every value, and no move goes unnoticed', () => {
      expect(report.wrong).toEqual([]);
      expect(report.mutations.survivors).toEqual([]);
      expect(report.old).toEqual([]);
    });

    it('has boundary tests exactly for the values with numbers', () => {
      const numbers = [...mutationsOf(ruleSet)].length > 0;
      expect(boundariesOf(ruleSet).length > 0).toBe(numbers);
    });
  },
);

describe('a report', () => {
  it('names a value without a boundary test, and the moves that nothing then notices', () => {
    const others = BOUNDARIES.filter(({ value }) => value !== 'T2 share');
    const { wrong, mutations } = reportOf(HUADU, others, TODAY);
    expect(wrong).toContain('huadu-2020.v3 T2 share: no boundary test');
    expect(mutations.survivors).toEqual([]);
    const unbounded = BOUNDARIES.map((each) =>
      each.value === 'A3-sales' ? { ...each, cases: each.cases.slice(0, 1) } : each,
    );
    const { survivors } = reportOf(HUADU, unbounded, TODAY).mutations;
    expect(survivors).toHaveLength(3);
    expect(survivors.join()).toContain('threshold: 5000000000 → 5000000001');
  });

  it('names a test of a value that does not exist, and an answer that differs', () => {
    const wrong = reportOf(
      HUADU,
      [
        ...BOUNDARIES,
        { value: 'A4-sales', cases: [], stated: [1] },
        { value: 'A1-sales', cases: [[1_000_000_000, 'met']], stated: [] },
      ],
      TODAY,
    ).wrong;
    expect(wrong).toContain('huadu-2020.v3 A4-sales: tested, and no value with a number');
    expect(wrong).toContain('huadu-2020.v3 A1-sales at 1000000000: not_met, not met');
  });

  it('names what was last checked more than a year before', () => {
    const checkedOn = (day: string): number => reportOf(HUADU, BOUNDARIES, day).old.length;
    expect(checkedOn('2027-11-27')).toBe(0);
    expect(checkedOn('2027-11-28')).toBeGreaterThan(50);
  });

  it('is refused for a value without a source', () => {
    const copy = structuredClone(HUADU) as unknown as {
      awards: { whose: { sources: string[] } }[];
    };
    for (const award of copy.awards) award.whose.sources = [];
    const { wrong } = reportOf(copy as unknown as RuleSet, BOUNDARIES, TODAY);
    expect(wrong).toContain('huadu-2020.v3 HD-ANCHOR whose: no source');
  });
});

describe('the announcement', () => {
  it('is read alike by hand and by the parser, and is what the data say', () => {
    for (const { phrase, agrees } of announcedIn(HUADU))
      expect([phrase, agrees]).toEqual([phrase, true]);
  });

  it('differs from data with another figure, and from another comparator', () => {
    const [anchor, ...rest] = structuredClone(HUADU.awards);
    const tiers = (anchor?.tiers ?? []).map((tier) => ({
      ...tier,
      conditions: tier.conditions.map((each) => ({ ...each, comparator: 'at_least' as const })),
    }));
    const changed = { ...HUADU, awards: [{ ...anchor, tiers }, ...rest] } as RuleSet;
    const differing = announcedIn(changed).filter(({ agrees }) => !agrees);
    expect(differing.map(({ phrase }) => phrase)).toEqual([
      'yearly sales pass 10, 20 and 50 million yuan',
      'more than 500,000 followers',
    ]);
  });

  it.each([
    ['100,000, 300,000 and 500,000 yuan', [100_000, 300_000, 500_000]],
    ['pass 10, 20 and 50 million yuan', [10_000_000, 20_000_000, 50_000_000]],
    ['100 billion yuan', [100_000_000_000]],
    ['no figure', []],
  ])('%s has the figures %j', (phrase, figures) => {
    expect(figuresIn(phrase)).toEqual(figures);
  });
});
