import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netBounds, recountYear, yearSums } from '../sales';
import { anyLedger } from '../sales/entries.fixture';
import {
  HUADU,
  MILLION,
  award,
  buildInput,
  condition,
  reading,
  stated,
  sumsOf,
} from './evaluate.fixture';
import { explainTier } from './explain';
import { explainMonths } from './explain-months';
import { atYearEnd } from './year-end';
import { evaluateSchemes } from './schemes';
import type { EvaluateInput } from './progress';
import type { RuleSet } from './rule-set';

const anchor = (overrides: Partial<EvaluateInput>) => award('HD-ANCHOR', overrides);
function first(overrides: Partial<EvaluateInput>) {
  const [tier] = anchor(overrides).tiers;
  if (!tier) throw new Error('there is a first tier');
  return tier;
}
const paid = (millions: number) => ({ sums: sumsOf({ paid: millions * MILLION }) });

describe('unsettled money', () => {
  it('does not change the answer by figures, and is shown beside it', () => {
    const tier = first({ ...paid(12), settledFen: 9 * MILLION });
    expect([tier.byFigures, tier.bySettled]).toEqual(['met', 'cannot_tell']);
    expect(tier.atRisk).toEqual({ conditionId: 'A1-sales', reason: 'unsettled' });
  });

  it('does not matter when enough is settled, or when the settled part is unknown', () => {
    expect(first({ ...paid(12), settledFen: 11 * MILLION }).bySettled).toBe('met');
    expect(first({ ...paid(12), settledFen: null }).bySettled).toBe('met');
    expect(first({ ...paid(9), settledFen: 0 }).bySettled).toBe('not_met');
  });

  it('never improves an answer by figures', () => {
    fc.assert(
      fc.property(anyLedger, fc.integer({ max: 10 ** 12 }), (ledger, settledFen) => {
        const sums = yearSums(recountYear(ledger));
        for (const { byFigures, bySettled } of anchor({ sums, settledFen }).tiers) {
          if (bySettled === 'met') expect(byFigures).toBe('met');
          expect(bySettled === 'not_met').toBe(byFigures === 'not_met');
        }
      }),
    );
  });
});

describe('the condition most at risk', () => {
  it.each<[string, Partial<EvaluateInput>, object | null]>([
    ['what is short', paid(5), { conditionId: 'A1-sales', reason: 'short' }],
    [
      'the larger share of two that are short',
      { ...paid(9), followers: [reading({ count: 10_000 })] },
      { conditionId: 'A1-followers', reason: 'short' },
    ],
    [
      'what is unknown',
      { ...paid(12), followers: [] },
      { conditionId: 'A1-followers', reason: 'unknown' },
    ],
    [
      'what is met by less than a twentieth',
      { ...paid(10.4), followers: [reading({ count: 600_000 })] },
      { conditionId: 'A1-sales', reason: 'thin_margin' },
    ],
    [
      'none, where all is met and far from it',
      { ...paid(12), followers: [reading({ count: 600_000 })] },
      null,
    ],
  ])('is %s', (_, overrides, risk) => {
    expect(first(overrides).atRisk).toEqual(risk);
  });
});

describe('the parts of a figure', () => {
  it('are named by basis, and add up to it', () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        const sums = yearSums(recountYear(ledger));
        const { byBasis, range, low, high } = condition(anchor({ sums }), 'A1-sales');
        if (sums.entryCount === 0) expect(byBasis).toBeNull();
        else {
          const exact = Object.values(byBasis ?? {}).reduce((sum, fen) => sum + fen, 0);
          expect({ low: exact + (range?.low ?? 0), high: exact + (range?.high ?? 0) }).toEqual({
            low,
            high,
          });
        }
      }),
    );
  });

  it('are its months, for both bounds', () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        const sums = yearSums(recountYear(ledger));
        const months = explainMonths(sums.byMonth);
        const bounds = netBounds(sums) ?? { low: 0, high: 0 };
        expect(months.reduce((sum, { low }) => sum + low, 0)).toBe(bounds.low);
        expect(months.reduce((sum, { high }) => sum + high, 0)).toBe(bounds.high);
      }),
    );
  });

  it('are the readings, with the one that counts', () => {
    const followers = [
      reading({ accountId: 'a', count: 400_000 }),
      reading({ accountId: 'b', count: 600_000, platform: 'kuaishou' }),
      reading({ accountId: 'c', count: 900_000, platform: 'other' }),
      reading({ accountId: 'd', count: null, readOn: null }),
      reading({ accountId: 'e', count: 700_000, readOn: '2025-12-31' }),
    ];
    const input = buildInput({ ...paid(12), followers });
    const tier = first(input);
    const { conditions } = explainTier(tier, { ...input, months: {} });
    const figure = conditions.find(({ condition: rule }) => rule.metric === 'followers')?.figure;
    expect(figure?.kind === 'largest_reading' && figure.readings.map(({ use }) => use)).toEqual([
      'smaller',
      'used',
      'other_platform',
      'not_read',
      'not_read',
    ]);
  });

  it('are the declaration that holds', () => {
    const facts = [stated('operating_revenue', 600 * MILLION)];
    const shop = { subject: { kind: 'shop' }, lineOfBusiness: 'brand_or_shop', facts } as const;
    const [tier] = award('HD-TURNOVER', shop).tiers;
    if (!tier) throw new Error('there is a first tier');
    const { conditions } = explainTier(tier, { ...buildInput(shop), months: {} });
    expect(conditions[0]?.figure).toEqual({ kind: 'statement', stated: facts[0] });
  });
});

describe('additional information', () => {
  it('narrows the bounds and never changes a decided answer', () => {
    const fen = fc.nat({ max: 10 ** 10 });
    fc.assert(
      fc.property(fc.tuple(fen, fen, fen, fen), (amounts) => {
        const [low, closerLow, closerHigh, high] = [...amounts].sort((a, b) => a - b);
        const answers = (from = 0, to = 0) =>
          anchor({
            sums: { ...sumsOf({ paid: from }), range: { low: 0, high: to - from } },
          }).tiers.map(({ byFigures }) => byFigures);
        const [wide, narrow] = [answers(low, high), answers(closerLow, closerHigh)];
        wide.forEach((answer, tier) => {
          if (answer !== 'cannot_tell') expect(narrow[tier]).toBe(answer);
        });
      }),
    );
  });
});

describe('followers by the rule of the rule set', () => {
  const summed: RuleSet = {
    ...HUADU,
    followersRule: { ...HUADU.followersRule, measure: 'sum_of_accounts' },
  };
  const two = [
    reading({ accountId: 'a', count: 300_000 }),
    reading({ accountId: 'b', count: 300_000 }),
  ];

  it('are the largest account, or the sum of all', () => {
    expect(condition(anchor({ followers: two }), 'A1-followers').answer).toBe('not_met');
    const sum = condition(anchor({ followers: two, ruleSet: summed }), 'A1-followers');
    expect(sum).toMatchObject({ answer: 'met', low: 600_000, high: 600_000 });
  });

  it('have no upper bound while an account has no reading', () => {
    const followers = [...two, reading({ accountId: 'c', count: null, readOn: null })];
    const sum = condition(anchor({ followers, ruleSet: summed }), 'A1-followers');
    expect(sum).toMatchObject({ low: 600_000, high: null });
  });
});

describe('the end of the year', () => {
  const tier = first({ ...paid(8), followers: [reading({ count: 600_000 })] });
  const needed = 10 * MILLION + 1;
  it.each([
    [needed, needed, 'met'],
    [needed - 1, needed, 'cannot_tell'],
    [0, needed - 1, 'not_met'],
  ] as const)('between %d and %d fen: %s', (lowFen, highFen, answer) => {
    expect(atYearEnd(tier, { lowFen, highFen })).toBe(answer);
  });

  it('uses today’s followers', () => {
    const unread = first({ ...paid(8), followers: [] });
    expect(atYearEnd(unread, { lowFen: needed, highFen: needed })).toBe('cannot_tell');
  });
});

describe('several schemes', () => {
  const scheme = (ruleSetId: string, fromYear: number, toYear: number): RuleSet => ({
    ...HUADU,
    ruleSetId,
    effective: { ...HUADU.effective, fromYear, toYear },
  });
  const keys = (year: number, ...ruleSets: RuleSet[]) => {
    const { ruleSet: _none, ...input } = buildInput({ year });
    return evaluateSchemes(ruleSets, input).map(({ progress }) => progress.ruleSetId);
  };
  const [old, young] = [scheme('old', 2020, 2022), scheme('young', 2026, 2027)];

  it('start with the one that covers the year, otherwise the one that ended last', () => {
    expect(keys(2026, old, young)).toEqual(['young', 'old']);
    expect(keys(2021, young, old)).toEqual(['old', 'young']);
    expect(keys(2024, old, young)).toEqual(['young', 'old']);
  });

  it('have schemes with named awards only at the end, and leave out empty ones', () => {
    const named = { ...scheme('named', 2026, 2026), awards: [] };
    const silent = { ...named, ruleSetId: 'silent', notComputed: [] };
    expect(keys(2026, named, old, silent)).toEqual(['old', 'named']);
  });
});
