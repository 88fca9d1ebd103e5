import { describe, expect, it } from 'vitest';
import { LINES_OF_BUSINESS } from '../shop/shop';
import { HUADU, MILLION, ladder } from './evaluate.fixture';
import { type PrecheckAnswers, precheckSchemes } from './precheck';
import type { Progress } from './progress';
import type { RuleSet } from './rule-set';

const UNKNOWN: PrecheckAnswers = {
  lineOfBusiness: 'mcn',
  year: 2026,
  netFen: null,
  followers: null,
  paidInCapitalFen: null,
  operatingRevenueFen: null,
};

function progressOf(overrides: Partial<PrecheckAnswers>, ruleSet = HUADU): Progress {
  const [scheme] = precheckSchemes([ruleSet], { ...UNKNOWN, ...overrides });
  return scheme!.progress;
}

function check(overrides: Partial<PrecheckAnswers>) {
  return progressOf(overrides).awards.map((award) => [award.awardId, ladder(award)]);
}

describe('pre-check', () => {
  it('answers for the hosts and for the store', () => {
    const awards = check({
      netFen: 20 * MILLION + 1,
      followers: 500_001,
      paidInCapitalFen: 300 * MILLION,
      operatingRevenueFen: 500 * MILLION,
    });
    expect(awards).toEqual([
      ['HD-ANCHOR', 'met met not_met'],
      ['HD-SETTLE', 'met'],
      ['HD-TURNOVER', 'not_met not_met not_met'],
    ]);
  });

  it('treats "do not know" as unknown, and 0 as 0', () => {
    expect(check({ lineOfBusiness: 'streamer' })).toEqual([
      ['HD-ANCHOR', 'cannot_tell cannot_tell cannot_tell'],
    ]);
    expect(check({ lineOfBusiness: 'streamer', netFen: 0, followers: 600_000 })).toEqual([
      ['HD-ANCHOR', 'not_met not_met not_met'],
    ]);
    expect(check({ lineOfBusiness: 'streamer', followers: 0 })).toEqual([
      ['HD-ANCHOR', 'not_met not_met not_met'],
    ]);
  });

  it.each([
    [20 * MILLION + 1, { low: 20 * MILLION + 1, high: 20 * MILLION + 1 }],
    [0, { low: 0, high: 0 }],
    [-3 * MILLION, { low: -3 * MILLION, high: -3 * MILLION }],
  ])('takes a net of %i as it is: paid where it is above 0, refunded below', (netFen, net) => {
    const [award] = progressOf({ lineOfBusiness: 'streamer', netFen }).awards;
    const sales = award?.tiers[0]?.conditions.find(({ metric }) => metric === 'net_sales');
    expect(sales).toMatchObject(net);
  });

  it('names awards for hosts only where an award looks at the hosts', () => {
    const ofStores = { ...HUADU, awards: HUADU.awards.filter(({ subject }) => subject === 'shop') };
    const ids = (ruleSet: RuleSet) =>
      progressOf({ lineOfBusiness: 'brand_or_shop' }, ruleSet).notComputed.map(({ id }) => id);
    expect(ids(HUADU)).toEqual(['HD-STAR', 'HD-IPO', 'HD-PROJECTS']);
    expect(ids(ofStores)).toEqual(['HD-IPO', 'HD-PROJECTS']);
  });

  it('looks at a host of every line of business', () => {
    for (const lineOfBusiness of LINES_OF_BUSINESS) {
      const answers = { lineOfBusiness, netFen: 60 * MILLION, followers: 600_000 };
      expect(check(answers), lineOfBusiness).toContainEqual(['HD-ANCHOR', 'met met met']);
    }
  });
});

describe('precheckSchemes', () => {
  it('leaves out a scheme without an award for the asked', () => {
    const none = { ...HUADU, awards: [] };
    expect(precheckSchemes([none, HUADU], UNKNOWN).map(({ ruleSetKey }) => ruleSetKey)).toEqual([
      'huadu-2020.v3',
    ]);
  });
});
