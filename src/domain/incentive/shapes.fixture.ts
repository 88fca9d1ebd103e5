import fc from 'fast-check';

import { HUADU } from './evaluate.fixture';
import type {
  AwardRule,
  ConditionRule,
  Evidence,
  FactRule,
  FormulaAward,
  Joined,
  RuleSet,
} from './rule-set';

/** Evidence of made-up values. */
const EVIDENCE: Evidence = { certainty: 'official', sources: ['S1'], checkedOn: '2026-11-27' };
const TEXT = { 'zh-CN': '虚构', 'en-US': 'Fictional' };

/** Facts of every type, of a rule set of its own. */
const FACTS: readonly FactRule[] = [
  {
    fact: 'shapes/money',
    type: 'money',
    perYear: true,
    subject: 'host',
    label: TEXT,
    question: TEXT,
  },
  {
    fact: 'shapes/count',
    type: 'number',
    perYear: true,
    subject: 'host',
    label: TEXT,
    unit: TEXT,
    question: TEXT,
  },
];

const UNIT_OF = {
  net_sales: 'fen',
  followers: 'followers',
  'shapes/money': 'fen',
  'shapes/count': 'count',
  'growth/net_sales': 'basis_points',
  'growth/shapes/money': 'basis_points',
  'growth/shapes/count': 'basis_points',
  'rank/net_sales': 'places',
} as const;

/** Every metric of the made-up rule sets. */
export const METRICS = Object.keys(UNIT_OF) as (keyof typeof UNIT_OF)[];

/** A condition on a metric. */
export function buildCondition(
  conditionId: string,
  metric: keyof typeof UNIT_OF,
  overrides: Partial<ConditionRule> = {},
): ConditionRule {
  return {
    ...EVIDENCE,
    conditionId,
    metric,
    comparator: metric.startsWith('rank/') ? 'at_most' : 'at_least',
    worded: TEXT,
    threshold: 100,
    unit: UNIT_OF[metric],
    wording: TEXT,
    note: null,
    ...overrides,
  };
}

/** A rule set of one award for hosts, with one tier. */
export function buildRuleSet(
  conditions: readonly ConditionRule[],
  joined?: Joined,
  step: FormulaAward['step'] = { ...EVIDENCE, kind: 'percent', basisPoints: 30 },
): RuleSet {
  const award: AwardRule = {
    ...EVIDENCE,
    awardId: 'SHAPE',
    name: TEXT,
    subject: 'host',
    whose: { ...EVIDENCE, linesOfBusiness: ['streamer'], note: null },
    metric: conditions[0]?.metric ?? 'net_sales',
    period: { ...EVIDENCE, kind: 'china_calendar_year', note: TEXT },
    salesScope: null,
    stacking: { ...EVIDENCE, kind: 'not_established' },
    tiers: [
      {
        ...EVIDENCE,
        tierId: 'T',
        name: TEXT,
        conditions,
        ...(joined === undefined ? {} : { joined }),
        toConfirm: [],
        award: {
          kind: 'formula',
          form: { ...EVIDENCE, text: TEXT },
          metric: 'net_sales',
          step,
          cap: null,
          formulaText: TEXT,
        },
      },
    ],
    otherBenefits: [],
    notEstablished: [],
    caveat: null,
  };
  return { ...HUADU, ruleSetId: 'shapes', facts: FACTS, awards: [award], notComputed: [] };
}

/** Groups over conditions, each of which is named once. */
function anyGroups(ids: readonly string[]): fc.Arbitrary<Joined> {
  const [only] = ids;
  if (ids.length < 2 && only !== undefined) return fc.constant(only);
  return fc
    .tuple(fc.integer({ min: 1, max: ids.length - 1 }), fc.boolean())
    .chain(([cut, isAll]) =>
      fc
        .tuple(anyGroups(ids.slice(0, cut)), anyGroups(ids.slice(cut)))
        .map((parts): Joined => (isAll ? { all: parts } : { any: parts })),
    );
}

/** Rule sets of conditions of every shape, in groups of every form. */
export const anyRuleSet: fc.Arbitrary<RuleSet> = fc
  .array(
    fc.record({
      metric: fc.constantFrom(...METRICS),
      threshold: fc.nat({ max: 20_000 }),
      isStrict: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .chain((drawn) => {
    const conditions = drawn.map(({ metric, threshold, isStrict }, index) =>
      buildCondition(
        `c${index}`,
        metric,
        isStrict && !metric.startsWith('rank/')
          ? { threshold, comparator: 'more_than' }
          : { threshold },
      ),
    );
    return anyGroups(conditions.map(({ conditionId }) => conditionId)).map((joined) =>
      buildRuleSet(conditions, joined),
    );
  });
