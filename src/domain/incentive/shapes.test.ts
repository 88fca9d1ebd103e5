import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EMPTY_YEAR, type YearFigures, yearSums } from '../sales';
import { evaluate, formulaFen } from './evaluate';
import { award as answered, buildInput, reading, stated, sumsOf } from './evaluate.fixture';
import { grownBy } from './growth';
import { thresholdsOf } from './outlook';
import type { Answer, EvaluateInput, TierAnswer } from './progress';
import type { FormulaAward, Joined, RuleSet } from './rule-set';
import { ruleSetProblems } from './rule-set-problems';
import { anyRuleSet, buildCondition, buildRuleSet, METRICS } from './shapes.fixture';
import { blockerOfTier } from './standing';
import { atYearEnd } from './year-end';
import { aroundThreshold, expectedAround } from './thresholds.fixture';

/** The figures of a subject; each is a range. */
interface Drawn {
  readonly net: readonly [low: number, high: number];
  readonly lastYear: readonly [low: number, high: number] | null;
  readonly count: number | null;
  readonly countBefore: number | null;
  readonly followers: number | null;
}
const RANK: Readonly<Record<Answer, number>> = { not_met: 0, cannot_tell: 1, met: 2 };

function inputOf(ruleSet: RuleSet, { net, lastYear, ...drawn }: Drawn): Partial<EvaluateInput> {
  const [low, high] = net;
  const range = { low: 0, high: high - low };
  const empty = yearSums(EMPTY_YEAR);
  const sums: YearFigures = { ...empty, paidFen: low, exactNetFen: low, range, entryCount: 1 };
  const fact = (value: number | null, year: number) =>
    value === null
      ? []
      : [stated('shapes/count', value, { year, id: `count-${year}` })].flatMap((count) => [
          count,
          { ...count, fact: 'shapes/money', id: `money-${year}` },
        ]);
  return {
    ruleSet,
    sums,
    lastYear: lastYear && { low: lastYear[0], high: lastYear[1] },
    facts: [...fact(drawn.count, 2026), ...fact(drawn.countBefore, 2025)],
    followers: [reading({ count: drawn.followers })],
  };
}

function tierOf(ruleSet: RuleSet, drawn: Drawn): TierAnswer {
  const [award] = evaluate(buildInput(inputOf(ruleSet, drawn))).awards;
  const [tier] = award?.tiers ?? [];
  if (!tier) throw new Error('no tier is answered');
  return tier;
}

const KNOWN: Drawn = {
  net: [150, 150],
  lastYear: [100, 100],
  count: 100,
  countBefore: 50,
  followers: 100,
};

describe('the boundary of every shape', () => {
  const cases = METRICS.flatMap((metric) =>
    metric.startsWith('rank/')
      ? [buildCondition('c', metric)]
      : (['more_than', 'at_least'] as const).map((comparator) =>
          buildCondition('c', metric, { comparator, threshold: 2000 }),
        ),
  );

  it.each(cases.map((condition) => [condition.metric, condition.comparator, condition] as const))(
    '%s, %s: one unit below, on it, one above',
    (_metric, _comparator, condition) => {
      const ruleSet = buildRuleSet([condition]);
      const [award] = ruleSet.awards;
      const [tier] = award?.tiers ?? [];
      if (!award || !tier) throw new Error('nothing to answer');
      expect(aroundThreshold({ ruleSet, award, tier, condition })).toEqual(
        expectedAround(condition),
      );
    },
  );
});

describe('groups', () => {
  const met = buildCondition('met', 'net_sales');
  const unmet = buildCondition('unmet', 'followers', { threshold: 500 });
  const unknown = buildCondition('unknown', 'rank/net_sales');
  const answerOf = (joined: Joined) =>
    tierOf(buildRuleSet([met, unmet, unknown], joined), KNOWN).byFigures;

  it.each<[Joined, Answer]>([
    [{ all: ['met', { any: ['unmet', 'unknown'] }] }, 'cannot_tell'],
    [{ all: [{ any: ['met', 'unmet'] }, 'unknown'] }, 'cannot_tell'],
    [{ any: ['met', { all: ['unmet', 'unknown'] }] }, 'met'],
    [{ any: [{ all: ['met', 'unmet'] }, 'unknown'] }, 'cannot_tell'],
    [{ all: ['met', 'unmet', 'unknown'] }, 'not_met'],
    [{ any: ['unmet', { all: ['met', 'unmet'] }] }, 'not_met'],
  ])('%j is %s', (joined, answer) => {
    expect(answerOf(joined)).toBe(answer);
  });

  it('without them all must hold', () => {
    expect(tierOf(buildRuleSet([met, unmet]), KNOWN).byFigures).toBe('not_met');
  });

  it('of alternatives that are open, the nearest blocks, and none of one that holds', () => {
    const far = buildCondition('far', 'followers', { threshold: 10_000 });
    const near = buildCondition('near', 'shapes/count', { threshold: 101 });
    const open = tierOf(buildRuleSet([met, far, near], { any: ['far', 'near'] }), KNOWN);
    expect(blockerOfTier(open, 'net_sales')?.condition.conditionId).toBe('near');
    expect(open.atRisk?.conditionId).toBe('near');
    const held = tierOf(buildRuleSet([met, far], { any: ['met', 'far'] }), KNOWN);
    expect(blockerOfTier(held, 'net_sales')).toBeNull();
  });

  it('are refused where a condition is named twice, not at all, or does not exist', () => {
    const problems = (joined: Joined) => ruleSetProblems(buildRuleSet([met, unmet], joined));
    expect(problems({ any: ['met'] })).toContain('unmet: in no group');
    expect(problems({ any: ['met', 'met', 'unmet'] })).toContain('met: in two groups');
    expect(problems({ any: ['met', 'unmet', 'x'] })).toContain('T: unknown in a group: x');
  });
});

describe('growth over the year before', () => {
  const strict = buildRuleSet([
    buildCondition('g', 'growth/net_sales', { threshold: 2000, comparator: 'more_than' }),
  ]);
  const growthOf = (net: Drawn['net'], lastYear: Drawn['lastYear']) =>
    tierOf(strict, { ...KNOWN, net, lastYear }).conditions[0];

  it.each<[Drawn['net'], Drawn['lastYear'], Answer]>([
    [[120, 120], [100, 100], 'not_met'],
    [[121, 121], [100, 100], 'met'],
    // 101 × 1.2 is 121.2: 121 is below it and 122 above it.
    [[121, 121], [101, 101], 'not_met'],
    [[122, 122], [101, 101], 'met'],
    [[121, 121], [90, 100], 'met'],
    [[121, 121], [100, 101], 'cannot_tell'],
    [[110, 130], [100, 100], 'cannot_tell'],
    [[110, 120], [100, 200], 'not_met'],
    [[900, 900], null, 'cannot_tell'],
    [[900, 900], [0, 0], 'cannot_tell'],
    [[900, 900], [-5, 10], 'cannot_tell'],
  ])('%j after %j is %s', (net, lastYear, answer) => {
    expect(growthOf(net, lastYear)?.answer).toBe(answer);
  });

  it('is in the unit of its figure', () => {
    const unitOf = (metric: 'growth/net_sales' | 'growth/shapes/money' | 'growth/shapes/count') => {
      const facts = [2025, 2026].flatMap((year) =>
        ['shapes/money', 'shapes/count'].map((fact) =>
          stated(fact, 500, { year, id: fact + year }),
        ),
      );
      const ruleSet = buildRuleSet([buildCondition('c', metric)]);
      const input = { ruleSet, facts, sums: sumsOf({ paid: 500 }), lastYear: { low: 5, high: 5 } };
      return answered('SHAPE', input).tiers[0]?.conditions[0]?.unit;
    };
    expect(unitOf('growth/net_sales')).toBe('fen');
    expect(unitOf('growth/shapes/money')).toBe('fen');
    expect(unitOf('growth/shapes/count')).toBe('count');
  });

  it('states the figure that is needed, and the gap', () => {
    expect(growthOf([110, 110], [101, 101])).toMatchObject({ threshold: 121, gap: 12 });
    expect(growthOf([110, 110], null)).toMatchObject({
      gap: null,
      low: null,
      unit: 'basis_points',
    });
  });

  it('is exact for every whole number', () => {
    const anyCase = fc.tuple(fc.integer({ min: 1, max: 4 * 10 ** 15 }), fc.nat({ max: 10_000 }));
    fc.assert(
      fc.property(anyCase, ([last, basisPoints]) => {
        const product = BigInt(last) * BigInt(10_000 + basisPoints);
        expect(BigInt(grownBy(last, basisPoints, 'more_than'))).toBe(product / 10_000n);
        const up = (product + 9_999n) / 10_000n;
        expect(BigInt(grownBy(last, basisPoints, 'at_least'))).toBe(up);
      }),
    );
  });

  it('is decided at the year end by the forecast range, never kinder', () => {
    const tier = tierOf(strict, { ...KNOWN, lastYear: [100, 110] });
    expect(atYearEnd(tier, { lowFen: 133, highFen: 150 })).toBe('met');
    expect(atYearEnd(tier, { lowFen: 132, highFen: 150 })).toBe('cannot_tell');
    expect(atYearEnd(tier, { lowFen: 0, highFen: 120 })).toBe('not_met');
    expect(atYearEnd(tier, { lowFen: 0, highFen: 121 })).toBe('cannot_tell');
    const unknown = tierOf(strict, { ...KNOWN, lastYear: null });
    expect(atYearEnd(unknown, { lowFen: 900, highFen: 900 })).toBe('cannot_tell');
  });
});

describe('the sum that a tier needs', () => {
  const sales = buildCondition('s', 'net_sales', { threshold: 1000 });
  const growth = buildCondition('g', 'growth/net_sales', { threshold: 2000 });
  const hours = buildCondition('h', 'shapes/count', { threshold: 5 });
  const needed = (joined: Joined, lastYear: Drawn['lastYear'] = [1000, 1000]) => {
    const input = inputOf(buildRuleSet([sales, growth, hours], joined), { ...KNOWN, lastYear });
    const [award] = evaluate(buildInput(input)).awards;
    return award && thresholdsOf(award).map(({ neededFen }) => neededFen);
  };

  it('is the largest of all, the smallest of alternatives, and none over an unknown year', () => {
    expect(needed({ all: ['s', 'g', 'h'] })).toEqual([1200]);
    expect(needed({ any: ['s', 'g', 'h'] })).toEqual([1000]);
    expect(needed({ all: ['s', 'g', 'h'] }, null)).toEqual([]);
    expect(needed({ any: ['s', { all: ['g', 'h'] }] }, null)).toEqual([1000]);
  });
});

describe('formulas', () => {
  const base = { metric: 'net_sales', cap: null } as const;
  const evidence = { certainty: 'official', sources: ['S1'], checkedOn: '2026-11-27' } as const;

  it.each([
    [null, null],
    [1000, 0],
    [1332, 0],
    [1334, 1],
    [11_000, 30],
  ])('of 3 ‰ above 1,000: %s gives %s', (figure, fen) => {
    const step = { ...evidence, kind: 'percent', basisPoints: 30, aboveFen: 1000 } as const;
    expect(formulaFen({ ...base, step }, () => figure)).toBe(fen);
  });

  it('of heads add up the classes that are declared, at most the cap', () => {
    const classes = [
      { ...evidence, metric: 'shapes/a', perHeadFen: 500 },
      { ...evidence, metric: 'shapes/b', perHeadFen: 10 },
    ];
    const step = { ...evidence, kind: 'per_head', classes } as const;
    const counts: Record<string, number | null> = { 'shapes/a': 2, 'shapes/b': 3 };
    expect(formulaFen({ ...base, step }, (metric) => counts[metric] ?? null)).toBe(1030);
    expect(formulaFen({ ...base, step }, (m) => (m === 'shapes/b' ? 3 : null))).toBe(30);
    expect(formulaFen({ ...base, step }, () => null)).toBeNull();
    const cap = { ...evidence, fen: 1000 };
    expect(formulaFen({ ...base, cap, step }, (metric) => counts[metric] ?? null)).toBe(1000);
  });
});

describe('problems of shapes', () => {
  const problems = (overrides: Parameters<typeof buildCondition>[2]) =>
    ruleSetProblems(buildRuleSet([buildCondition('c', 'net_sales', overrides)]));

  it('name a figure that is not defined, a wrong unit, and "at most" of a figure', () => {
    expect(problems({ metric: 'other/money' })).toContain('c: not a figure: other/money');
    expect(problems({ unit: 'count' })).toContain('c: in count, not in fen');
    expect(problems({ comparator: 'at_most' })).toContain('c: "at most" belongs to ranks');
  });

  const EVIDENCE = { certainty: 'official', sources: ['S1'], checkedOn: '2026-11-27' } as const;
  /** What is wrong with every made-up rule set: it stands on the sources of a real one. */
  const known = problems({});
  const ownProblems = (ruleSet: RuleSet): string[] =>
    ruleSetProblems(ruleSet).filter((problem) => !known.includes(problem));

  it('know the unit of growth and of a rank, and which figures exist at all', () => {
    const problemsWith = (...args: Parameters<typeof buildCondition>) =>
      ownProblems(buildRuleSet([buildCondition('n', 'net_sales'), buildCondition(...args)]));
    expect(problemsWith('c', 'growth/shapes/money')).toEqual([]);
    expect(problemsWith('c', 'rank/net_sales')).toEqual([]);
    expect(problemsWith('c', 'rank/net_sales', { unit: 'fen' })).toContain(
      'c: in fen, not in places',
    );
    expect(problemsWith('c', 'rank/net_sales', { comparator: 'at_least' })).toContain(
      'c: "at most" belongs to ranks',
    );
    expect(problemsWith('c', 'followers', { metric: 'growth/other/money' })).toContain(
      'c: not a figure: growth/other/money',
    );
  });

  it('name what a formula cannot be worked out from', () => {
    const formulaOf = (
      metric: 'net_sales' | 'shapes/count' | 'shapes/money',
      step?: FormulaAward['step'],
    ) => {
      const ruleSet = buildRuleSet([buildCondition('c', 'net_sales')], undefined, step);
      const [award] = ruleSet.awards;
      const [tier] = award?.tiers ?? [];
      if (award === undefined || tier?.award.kind !== 'formula') throw new Error('no formula');
      const tiers = [{ ...tier, award: { ...tier.award, metric } }];
      return ownProblems({ ...ruleSet, awards: [{ ...award, tiers }] });
    };
    const wrong = (metric: string) => `T award: not a figure of its formula: ${metric}`;
    expect(formulaOf('shapes/money')).toEqual([]);
    expect(formulaOf('shapes/count')).toEqual([wrong('shapes/count')]);
    const heads = (metric: 'shapes/count' | 'shapes/money'): FormulaAward['step'] => ({
      ...EVIDENCE,
      kind: 'per_head',
      classes: [{ ...EVIDENCE, metric, perHeadFen: 10 }],
    });
    expect(formulaOf('net_sales', heads('shapes/count'))).toEqual([]);
    expect(formulaOf('net_sales', heads('shapes/money'))).toEqual([wrong('shapes/money')]);
  });

  it('compare the steps of a ladder by its own metric, whichever condition comes first', () => {
    const ruleSet = buildRuleSet([buildCondition('n', 'net_sales')]);
    const [award] = ruleSet.awards;
    const [tier] = award?.tiers ?? [];
    if (award === undefined || tier === undefined) throw new Error('no tier');
    const tierOf = (tierId: string, threshold: number, heads: number) => ({
      ...tier,
      tierId,
      conditions: [
        buildCondition(`${tierId}-f`, 'followers', { threshold: heads }),
        buildCondition(`${tierId}-n`, 'net_sales', { threshold }),
      ],
    });
    const tiers = [tierOf('T1', 10, 500), tierOf('T2', 20, 400)];
    expect(ownProblems({ ...ruleSet, awards: [{ ...award, tiers }] })).toEqual([]);
  });

  it('name a fact of another rule set, and one without words', () => {
    const ruleSet = buildRuleSet([buildCondition('c', 'net_sales')]);
    const [money] = ruleSet.facts;
    if (!money) throw new Error('no fact');
    const { label: _label, ...unnamed } = money;
    const facts = [{ ...money, fact: 'other/money' }, unnamed, money];
    expect(ruleSetProblems({ ...ruleSet, facts })).toEqual(
      expect.arrayContaining([
        'other/money: not a key of shapes',
        'shapes/money: no label',
        'shapes/money: asked twice',
      ]),
    );
  });
});

describe('for random rule sets of all shapes', () => {
  const bounds = fc
    .tuple(fc.integer({ min: -50, max: 40_000 }), fc.nat({ max: 20_000 }))
    .map(([low, width]) => [low, low + width] as const);
  const anyDrawn: fc.Arbitrary<Drawn> = fc.record({
    net: bounds,
    lastYear: fc.option(bounds),
    count: fc.option(fc.nat({ max: 30_000 })),
    countBefore: fc.option(fc.nat({ max: 30_000 })),
    followers: fc.option(fc.nat({ max: 30_000 })),
  });
  const turned = (node: Joined): Joined =>
    typeof node === 'string'
      ? node
      : 'all' in node
        ? { all: [...node.all].reverse().map(turned) }
        : { any: [...node.any].reverse().map(turned) };

  it('the order of conditions and of groups never matters', () => {
    fc.assert(
      fc.property(anyRuleSet, anyDrawn, (ruleSet, drawn) => {
        const rule = ruleSet.awards[0]?.tiers[0];
        if (!rule?.joined) return;
        const other = buildRuleSet([...rule.conditions].reverse(), turned(rule.joined));
        const [first, second] = [tierOf(ruleSet, drawn), tierOf(other, drawn)];
        expect(second.byFigures).toBe(first.byFigures);
        expect(second.bySettled).toBe(first.bySettled);
      }),
    );
  });

  it('more of this year never lowers an answer, and more of the year before never raises one', () => {
    fc.assert(
      fc.property(anyRuleSet, anyDrawn, fc.nat({ max: 9_000 }), (ruleSet, drawn, more) => {
        const before = RANK[tierOf(ruleSet, drawn).byFigures];
        const { net, count, lastYear } = drawn;
        const raised = {
          ...drawn,
          net: [net[0] + more, net[1] + more] as const,
          count: count === null ? null : count + more,
        };
        expect(RANK[tierOf(ruleSet, raised).byFigures]).toBeGreaterThanOrEqual(before);
        if (lastYear === null || lastYear[0] <= 0) return;
        const last = [lastYear[0] + more, lastYear[1] + more] as const;
        const harder = tierOf(ruleSet, { ...drawn, lastYear: last });
        expect(RANK[harder.byFigures]).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('narrower bounds never take back what wider ones decide', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const within = ([low, high]: readonly [number, number], from: number, to: number) => {
      const [a, b] = [from, to].map((part) => low + Math.floor((high - low) * part));
      return [Math.min(a ?? low, b ?? low), Math.max(a ?? low, b ?? low)] as const;
    };
    fc.assert(
      fc.property(anyRuleSet, anyDrawn, share, share, (ruleSet, drawn, from, to) => {
        const wide = tierOf(ruleSet, drawn).byFigures;
        const { net, lastYear } = drawn;
        const narrow = tierOf(ruleSet, {
          ...drawn,
          net: within(net, from, to),
          lastYear: lastYear && within(lastYear, from, to),
        }).byFigures;
        if (wide !== 'cannot_tell') expect(narrow).toBe(wide);
      }),
    );
  });

  it('a condition that blocks is open, and a tier that is met has none', () => {
    fc.assert(
      fc.property(anyRuleSet, anyDrawn, (ruleSet, drawn) => {
        const tier = tierOf(ruleSet, drawn);
        const blocker = blockerOfTier(tier, 'net_sales');
        expect(blocker === null).toBe(tier.byFigures === 'met');
        expect(blocker?.condition.answer).not.toBe('met');
        expect(JSON.parse(JSON.stringify(tier))).toEqual(tier);
      }),
    );
  });
});
