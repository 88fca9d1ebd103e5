import { describe, expect, it } from 'vitest';

import type { RuleSet, TierAwardRule } from './rule-set';
import { valuesOf } from './rule-values';
import { buildCondition, buildRuleSet } from './shapes.fixture';

const EVIDENCE = { certainty: 'official', sources: ['S1'], checkedOn: '2026-11-27' } as const;
const TEXT = { 'zh-CN': '虚构', 'en-US': 'Fictional' };
const FORM = { form: { ...EVIDENCE, text: TEXT } };

/** A small rule set in which every kind of value occurs once. */
function buildAll(tierAward?: TierAwardRule): RuleSet {
  const made = buildRuleSet([buildCondition('c', 'net_sales')]);
  const [award] = made.awards;
  const [tier] = award?.tiers ?? [];
  if (!award || !tier) throw new Error('a made-up rule set has a tier');
  const confirm = { ...EVIDENCE, confirmId: 'home', fact: 'home_in_huadu', wording: TEXT };
  const tiers = [{ ...tier, toConfirm: [confirm], award: tierAward ?? tier.award }];
  const whole = {
    ...made,
    effective: { ...EVIDENCE, fromYear: 2020, toYear: null, note: TEXT },
    documents: [
      { ...EVIDENCE, documentId: 'D1', title: TEXT, issued: { ...EVIDENCE, on: '2020-03-17' } },
      { ...EVIDENCE, documentId: 'D2', title: TEXT, issued: null },
    ],
    awards: [
      {
        ...award,
        whose: { ...award.whose, linesOfBusiness: ['streamer', 'mcn'] },
        salesScope: { ...EVIDENCE, note: TEXT },
        caveat: { ...EVIDENCE, text: TEXT },
        otherBenefits: [{ ...EVIDENCE, text: TEXT }],
        tiers,
      },
    ],
    notComputed: [
      {
        ...EVIDENCE,
        id: 'N',
        reported: TEXT,
        tiers: [{ tierId: 'N1', award: { kind: 'none', reason: TEXT, ...FORM } }],
      },
    ],
    targets: [
      { ...EVIDENCE, targetId: 'parks', name: TEXT, unit: 'parks', value: 10, by: null },
      {
        ...EVIDENCE,
        targetId: 'retail',
        name: TEXT,
        unit: 'fen',
        value: 500,
        by: { ...EVIDENCE, year: 2022 },
      },
    ],
  };
  return whole as unknown as RuleSet;
}

function listed(ruleSet: RuleSet): [name: string, says: string | null, numbers: object][] {
  return [...valuesOf(ruleSet)].map(({ name, says, numbers }) => [
    name,
    says?.['en-US'] ?? null,
    numbers,
  ]);
}

/** The values of one tier's award. */
function ofAward(award: object) {
  const ruleSet = buildAll({ ...FORM, ...award } as unknown as TierAwardRule);
  return listed(ruleSet).filter(([name]) => /^T [a-z]/.test(name));
}

describe('valuesOf', () => {
  it('lists every value of a rule set in its order, with its words and numbers', () => {
    expect(listed(buildAll())).toEqual([
      ['effective', 'Fictional', { fromYear: 2020 }],
      ['D1', 'Fictional', {}],
      ['D1 issued', '2020-03-17', {}],
      ['D2', 'Fictional', {}],
      ['followersRule', expect.any(String), {}],
      ['SHAPE', 'Fictional', {}],
      ['SHAPE whose', 'streamer, mcn', {}],
      ['SHAPE period', 'Fictional', {}],
      ['SHAPE scope of sales', 'Fictional', {}],
      ['SHAPE stacking', 'not_established', {}],
      ['SHAPE caveat', 'Fictional', {}],
      ['SHAPE benefit', 'Fictional', {}],
      ['T', 'Fictional', {}],
      ['c', 'Fictional', { fen: 100 }],
      ['home', 'Fictional', {}],
      ['T form', 'Fictional', {}],
      ['T step', 'Fictional', { basisPoints: 30 }],
      ['N', 'Fictional', {}],
      ['N1 form', 'Fictional', {}],
      ['parks', 'Fictional', { parks: 10 }],
      ['retail', 'Fictional', { fen: 500 }],
      ['retail by', null, { year: 2022 }],
    ]);
  });

  it('has the evidence of each value', () => {
    const evidence = [...valuesOf(buildAll())].find(({ name }) => name === 'retail by')?.evidence;
    expect(evidence).toEqual(EVIDENCE);
  });

  it('leaves out what a rule set does not state', () => {
    const names = listed(buildRuleSet([buildCondition('c', 'net_sales')])).map(([name]) => name);
    expect(names).not.toContain('SHAPE scope of sales');
    expect(names).not.toContain('SHAPE caveat');
    expect(names).not.toContain('T cap');
  });

  it('states a fixed amount and a cap', () => {
    expect(ofAward({ kind: 'fixed', amount: { ...EVIDENCE, fen: 7 } })).toEqual([
      ['T form', 'Fictional', {}],
      ['T amount', null, { fen: 7 }],
    ]);
    expect(ofAward({ kind: 'up_to', cap: { ...EVIDENCE, fen: 9 } })).toEqual([
      ['T form', 'Fictional', {}],
      ['T cap', null, { fen: 9 }],
    ]);
  });

  it('states the share of a formula with an unknown', () => {
    const share = { ...EVIDENCE, basisPoints: 50 };
    const cap = null;
    expect(ofAward({ kind: 'formula_unknown', share, formulaText: TEXT, cap })).toEqual([
      ['T form', 'Fictional', {}],
      ['T share', 'Fictional', { basisPoints: 50 }],
    ]);
  });

  it('states each class of an amount per head', () => {
    const classes = [10, 20].map((perHeadFen) => ({
      ...EVIDENCE,
      metric: 'shapes/count',
      perHeadFen,
    }));
    const step = { ...EVIDENCE, kind: 'per_head', classes };
    expect(ofAward({ kind: 'formula', metric: 'x', step, cap: null, formulaText: TEXT })).toEqual([
      ['T form', 'Fictional', {}],
      ['T step', 'Fictional', {}],
      ['T class 1', 'shapes/count', { perHeadFen: 10 }],
      ['T class 2', 'shapes/count', { perHeadFen: 20 }],
    ]);
  });
});
