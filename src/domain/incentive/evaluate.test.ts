import { describe, expect, it } from 'vitest';
import { joinedAnswer } from './answers';
import { coverageOf, evaluate, formulaFen } from './evaluate';
import type { FormulaAward, FormulaStep } from './rule-set';
import {
  HUADU,
  MILLION,
  award,
  buildInput,
  condition,
  ladder,
  reading,
  stated,
  sumsOf,
} from './evaluate.fixture';
import type { Answer } from './progress';

const WAN = MILLION / 100;
const anchor = (overrides: Parameters<typeof award>[1]) => award('HD-ANCHOR', overrides);
function turnover(overrides: Parameters<typeof award>[1]) {
  return award('HD-TURNOVER', {
    subject: { kind: 'shop' },
    lineOfBusiness: 'brand_or_shop',
    ...overrides,
  });
}
function settle(overrides: Parameters<typeof award>[1]) {
  return award('HD-SETTLE', { subject: { kind: 'shop' }, lineOfBusiness: 'mcn', ...overrides });
}

describe('streamer tiers by net sales, followers 500,001', () => {
  it.each([
    [0, 'not_met not_met not_met', null, 'A1'],
    [10 * MILLION - 1, 'not_met not_met not_met', null, 'A1'],
    [10 * MILLION, 'not_met not_met not_met', null, 'A1'],
    [10 * MILLION + 1, 'met not_met not_met', 'A1', 'A2'],
    [20 * MILLION - 1, 'met not_met not_met', 'A1', 'A2'],
    [20 * MILLION, 'met not_met not_met', 'A1', 'A2'],
    [20 * MILLION + 1, 'met met not_met', 'A2', 'A3'],
    [50 * MILLION - 1, 'met met not_met', 'A2', 'A3'],
    [50 * MILLION, 'met met not_met', 'A2', 'A3'],
    [50 * MILLION + 1, 'met met met', 'A3', null],
  ])('%d fen paid: %s', (paid, answers, reachedTierId, nextTierId) => {
    const answer = anchor({ sums: sumsOf({ paid }) });
    expect(ladder(answer)).toBe(answers);
    expect(answer).toMatchObject({ reachedTierId, nextTierId, atMostTierId: reachedTierId });
    expect(answer.missing).toEqual([]);
  });

  it('uses the net, not the paid amount', () => {
    const answer = anchor({ sums: sumsOf({ paid: 21 * MILLION, refunded: MILLION }) });
    expect(answer.reachedTierId).toBe('A1');
    expect(condition(answer, 'A2-sales').low).toBe(20 * MILLION);
  });
});

describe('streamer tiers by followers, net sales of 60 million', () => {
  const sums = sumsOf({ paid: 60 * MILLION });

  it.each([
    ['below', [reading({ count: 499_999 })], 'not_met'],
    ['at', [reading({ count: 500_000 })], 'not_met'],
    ['above', [reading({ count: 500_001 })], 'met'],
    ['none', [reading({ count: 0 })], 'not_met'],
    ['unknown', [], 'cannot_tell'],
    ['an account without a reading', [reading({ count: null, readOn: null })], 'cannot_tell'],
    ['read last year', [reading({ readOn: '2025-12-31' })], 'cannot_tell'],
    ['read after the instant of the question', [reading({ readOn: '2026-11-24' })], 'cannot_tell'],
    ['on an unknown platform', [reading({ platform: 'other' })], 'cannot_tell'],
    [
      'two accounts, together above',
      [reading({ count: 300_000 }), reading({ accountId: 'b', count: 300_000 })],
      'not_met',
    ],
    [
      'two accounts, one above',
      [reading({ count: 3 }), reading({ accountId: 'b', platform: 'channels' })],
      'met',
    ],
    [
      'one below, one without a reading',
      [reading({ count: 3 }), reading({ accountId: 'b', count: null, readOn: null })],
      'cannot_tell',
    ],
    [
      'one above, one without a reading',
      [reading(), reading({ accountId: 'b', count: null, readOn: null })],
      'met',
    ],
  ] as const)('%s', (_, followers, each) => {
    const answer = anchor({ sums, followers });
    expect(ladder(answer)).toBe(`${each} ${each} ${each}`);
    const isMissing = each === 'cannot_tell';
    expect(answer.missing).toEqual(
      isMissing ? [{ metric: 'followers', reason: 'no_follower_reading' }] : [],
    );
  });
});

describe('an unknown figure', () => {
  it('is not 0: without records every tier is open', () => {
    const answer = anchor({ sums: null });
    expect(ladder(answer)).toBe('cannot_tell cannot_tell cannot_tell');
    expect(answer.missing).toEqual([{ metric: 'net_sales', reason: 'nothing_recorded' }]);
    expect(condition(answer, 'A1-sales')).toMatchObject({ low: null, high: null, gap: null });
    expect(answer).toMatchObject({ reachedTierId: null, nextTierId: 'A1' });
    expect(ladder(anchor({ sums: sumsOf({}) }))).toBe('cannot_tell cannot_tell cannot_tell');
  });

  it.each([
    [10 * MILLION, 'not_met not_met not_met', null],
    [10 * MILLION + 1, 'cannot_tell not_met not_met', 'A1'],
    [20 * MILLION, 'cannot_tell not_met not_met', 'A1'],
    [20 * MILLION + 1, 'cannot_tell cannot_tell not_met', 'A2'],
    [50 * MILLION + 1, 'cannot_tell cannot_tell cannot_tell', 'A3'],
  ])('%d fen only ordered: %s', (ordered, answers, atMostTierId) => {
    const answer = anchor({ sums: sumsOf({ ordered }) });
    expect(ladder(answer)).toBe(answers);
    expect(answer).toMatchObject({ atMostTierId, reachedTierId: null });
    expect(answer.missing).toEqual(
      atMostTierId ? [{ metric: 'net_sales', reason: 'no_paid_figure' }] : [],
    );
  });

  it('does not change a decided answer: paid 15 million, elsewhere 10 million only ordered', () => {
    const answer = anchor({ sums: sumsOf({ paid: 15 * MILLION, ordered: 10 * MILLION }, true) });
    expect(ladder(answer)).toBe('met cannot_tell not_met');
    expect(answer).toMatchObject({ reachedTierId: 'A1', atMostTierId: 'A2', nextTierId: 'A2' });
    const sales = condition(answer, 'A2-sales');
    expect(sales).toMatchObject({ low: 15 * MILLION, high: 25 * MILLION });
  });

  it('yields to a "not met"', () => {
    const answer = anchor({ sums: sumsOf({ paid: 1 }), followers: [] });
    expect(ladder(answer)).toBe('not_met not_met not_met');
  });
});

describe('three-valued and', () => {
  it.each<[Answer[], Answer]>([
    [['met', 'met'], 'met'],
    [['met', 'cannot_tell'], 'cannot_tell'],
    [['cannot_tell', 'not_met'], 'not_met'],
    [['not_met', 'met'], 'not_met'],
    [[], 'met'],
  ])('%j is %s', (answers, all) => {
    const parts = answers.map((condition) => ({ kind: 'one' as const, condition }));
    expect(joinedAnswer({ kind: 'all', parts }, (answer) => answer)).toBe(all);
  });
});

describe('gap', () => {
  it.each([
    [1940 * WAN, 0, 60 * WAN + 1],
    [20 * MILLION, 0, 1],
    [20 * MILLION + 1, 0, 0],
    [5 * MILLION, 6 * MILLION, 21 * MILLION + 1],
  ])('%d paid, %d refunded: %d fen to the second tier', (paid, refunded, gap) => {
    const answer = anchor({ sums: sumsOf({ paid, refunded }) });
    expect(condition(answer, 'A2-sales').gap).toBe(gap);
  });

  it('is one beyond the threshold for followers, and on it for capital', () => {
    const short = anchor({ followers: [reading({ count: 500_000 })] });
    expect(condition(short, 'A1-followers').gap).toBe(1);
    const capital = settle({ facts: [stated('paid_in_capital', 99 * MILLION)] });
    expect(condition(capital, 'S1-capital').gap).toBe(MILLION);
  });
});

describe('operating revenue', () => {
  it.each([
    [500, 0, 'not_met not_met not_met'],
    [500, 1, 'met not_met not_met'],
    [1000, 0, 'met not_met not_met'],
    [1000, 1, 'met met not_met'],
    [2000, 0, 'met met not_met'],
    [2000, 1, 'met met met'],
    [499, 0, 'not_met not_met not_met'],
  ])('%d million and %d fen: %s', (millions, fen, answers) => {
    const facts = [stated('operating_revenue', millions * MILLION + fen)];
    const answer = turnover({ facts });
    expect(ladder(answer)).toBe(answers);
    for (const tier of answer.tiers) {
      // It depends on a figure of the district, so only the cap is known.
      expect(tier.award).toMatchObject({ kind: 'formula_unknown', capFen: 10 * MILLION });
      expect(tier.award).not.toHaveProperty('byFormulaFen');
    }
  });

  it('is not taken from sales, another year, or a withdrawn declaration', () => {
    const value = 900 * MILLION;
    const sums = sumsOf({ paid: value });
    const nothing = [{ metric: 'operating_revenue', reason: 'fact_not_declared' }];
    const elsewhere = [
      stated('operating_revenue', value, { year: 2025 }),
      stated('operating_revenue', value, { withdrawnAt: '2026-11-02T00:00:00.000Z' }),
      stated('operating_revenue', value, { declaredAt: '2026-11-24T00:00:00.000Z' }),
      stated('operating_revenue', true),
    ];
    const answer = turnover({ sums, facts: elsewhere });
    expect(ladder(answer)).toBe('cannot_tell cannot_tell cannot_tell');
    expect(answer.missing).toEqual(nothing);
  });

  it('is the latest of several declarations', () => {
    const facts = [
      stated('operating_revenue', 600 * MILLION, { declaredAt: '2026-11-02T00:00:00.000Z' }),
      stated('operating_revenue', 1200 * MILLION, { declaredAt: '2026-11-01T00:00:00.000Z' }),
    ];
    expect(ladder(turnover({ facts }))).toBe('met not_met not_met');
    expect(ladder(turnover({ facts: facts.reverse() }))).toBe('met not_met not_met');
  });
});

describe('paid-in capital', () => {
  it.each([
    [100 * MILLION - 1, 'not_met', 0],
    [100 * MILLION, 'met', MILLION],
    [199 * MILLION, 'met', MILLION],
    [200 * MILLION, 'met', 2 * MILLION],
    [1200 * MILLION, 'met', 12 * MILLION],
    [5000 * MILLION, 'met', 12 * MILLION],
  ])('%d fen: %s, by the reported formula %d', (capital, answers, byFormulaFen) => {
    const answer = settle({ facts: [stated('paid_in_capital', capital, { year: null })] });
    expect(ladder(answer)).toBe(answers);
    expect(answer.tiers[0]?.award).toMatchObject({ byFormulaFen, capFen: 12 * MILLION });
  });

  it('is unknown until declared, and so is the amount', () => {
    const answer = settle({});
    expect(ladder(answer)).toBe('cannot_tell');
    expect(answer.tiers[0]?.award).toMatchObject({ kind: 'formula', byFormulaFen: null });
  });
});

describe('a formula', () => {
  const evidence = { certainty: 'primary', sources: [], checkedOn: '2026-11-24' } as const;
  const words = { 'zh-CN': '例', 'en-US': 'example' };
  const form = { ...evidence, text: words };
  const formula = (step: FormulaStep, capFen: number | null): FormulaAward => ({
    kind: 'formula',
    metric: 'net_sales',
    form,
    step: { ...evidence, ...step },
    cap: capFen === null ? null : { ...evidence, fen: capFen },
    formulaText: words,
  });
  const percent = formula({ kind: 'percent', basisPoints: 30 }, 500 * WAN);

  it.each([
    [null, null],
    [-1, 0],
    [333, 0],
    [334, 1],
    [10 * MILLION, 3 * WAN],
    [166_666_666_600, 499_999_999],
    [166_666_666_667, 500 * WAN],
    [Number.MAX_SAFE_INTEGER, 500 * WAN],
  ])('of a percentage: %s fen give %s', (low, fen) => {
    expect(formulaFen(percent, () => low)).toBe(fen);
  });

  it('is exact when the product is beyond 2^53, and has no cap unless a cap is reported', () => {
    const whole = formula({ kind: 'percent', basisPoints: 10_000 }, null);
    expect(formulaFen(whole, () => Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('conditions to confirm', () => {
  it('are separate from the figures, and unanswered, yes or no', () => {
    const facts = [stated('home_in_huadu', true), stated('local_streamer', false)];
    const answer = anchor({ sums: sumsOf({ paid: 11 * MILLION }), facts });
    expect(answer.tiers[0]?.byFigures).toBe('met');
    const states = answer.tiers[0]?.toConfirm.map(({ fact, state }) => [fact, state]);
    expect(states).toEqual([
      ['local_streamer', 'no'],
      ['sold_for_above_threshold', 'unanswered'],
      ['home_in_huadu', 'yes'],
    ]);
  });

  it('hold for their year when they are yearly, otherwise until withdrawn', () => {
    const year = 2025;
    const facts = [
      stated('sold_for_above_threshold', true, { year }),
      stated('home_in_huadu', true, { year }),
    ];
    const states = anchor({ facts }).tiers[0]?.toConfirm.map(({ fact, state }) => [fact, state]);
    expect(states).toContainEqual(['sold_for_above_threshold', 'unanswered']);
    expect(states).toContainEqual(['home_in_huadu', 'yes']);
  });
});

describe('the awards of a subject', () => {
  it.each([
    ['streamer', ['HD-ANCHOR'], []],
    ['mcn', ['HD-ANCHOR'], ['HD-SETTLE', 'HD-TURNOVER']],
    ['platform', ['HD-ANCHOR'], ['HD-SETTLE', 'HD-TURNOVER']],
    ['brokerage', ['HD-ANCHOR'], ['HD-SETTLE', 'HD-TURNOVER']],
    ['brand_or_shop', ['HD-ANCHOR'], ['HD-TURNOVER']],
  ] as const)('%s', (lineOfBusiness, ofHost, ofShop) => {
    const ids = (kind: 'host' | 'shop') =>
      evaluate(buildInput({ lineOfBusiness, subject: { kind } })).awards.map((a) => a.awardId);
    expect(ids('host')).toEqual(ofHost);
    expect(ids('shop')).toEqual(ofShop);
  });

  it('include the names of rules that are not computed', () => {
    const ids = (kind: 'host' | 'shop') =>
      evaluate(buildInput({ subject: { kind } })).notComputed.map((rule) => rule.id);
    expect(ids('host')).toEqual(['HD-STAR']);
    expect(ids('shop')).toEqual(['HD-IPO', 'HD-PROJECTS']);
  });

  it('come with the id and version of the rule set', () => {
    expect(evaluate(buildInput())).toMatchObject({ ruleSetId: 'huadu-2020', ruleSetVersion: 3 });
  });
});

describe('coverage', () => {
  it.each([
    [2019, 'before', false],
    [2020, 'covered', true],
    [2022, 'covered', true],
    [2023, 'after', false],
    [2026, 'after', false],
  ])('%d is %s', (year, state, covered) => {
    expect(coverageOf(HUADU, year)).toMatchObject({ year, state, covered, fromDay: null });
  });

  it.each([
    [null, null, 'not_established not_established'],
    [2021, null, 'before not_established'],
    [null, 2020, 'not_established after'],
  ])('from %s to %s, of 2020 and 2021: %s', (fromYear, toYear, states) => {
    const unknown = { ...HUADU, effective: { ...HUADU.effective, fromYear, toYear } };
    const answers = [2020, 2021].map((year) => coverageOf(unknown, year));
    expect(answers.map(({ state }) => state).join(' ')).toBe(states);
    expect(answers.map(({ covered }) => covered)).toEqual([false, false]);
  });
});
